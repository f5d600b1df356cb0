"""python export.py digits.json weights.ts: the trained weights as a module."""

import json
import sys

layers = json.load(open(sys.argv[1]))
with open(sys.argv[2], 'w') as file:
    file.write('// Written by training/digits/export.py. Weights are whole numbers of 8 bits, times the scale of their channel out.\n')
    file.write('interface LayerWeights {\n  shape: readonly [number, number, number, number]\n  pool: readonly [number, number] | null\n')
    file.write('  scale: readonly number[]\n  bias: readonly number[]\n  weights: string\n}\n\nexport const WEIGHTS: readonly LayerWeights[] = [\n')
    for layer in layers:
        file.write(f"  {{\n    shape: {layer['shape']},\n    pool: {json.dumps(layer['pool'])},\n    scale: {layer['scale']},\n    bias: {layer['bias']},\n")
        file.write(f"    weights: '{layer['weights']}',\n  }},\n")
    file.write(']\n')
