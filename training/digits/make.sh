#!/usr/bin/env bash
# Draws the strips, trains in two rounds and writes src/pages/digits/weights.ts: `training/digits/make.sh [FOLDER]`, some two hours on two
# cores. Seeds are fixed and sums are made by one thread in one order, so that one machine with the same versions gives the same bytes.
set -euo pipefail
cd "$(dirname "$0")"
work=$(realpath -m "${1:-../../.cache/digits}")
mkdir -p "$work"
export PYTHONHASHSEED=0 OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
export XLA_FLAGS='--xla_cpu_multi_thread_eigen=false intra_op_parallelism_threads=1'
export JAX_PLATFORMS=cpu

python3 -c 'import sys, jax, numpy, PIL; print("python", sys.version.split()[0], "jax", jax.__version__, "numpy", numpy.__version__, "pillow", PIL.__version__)'
for seed in 1 2 3 4; do python3 generate.py "$work/train$seed.npz" 27500 "$seed"; done
python3 generate.py "$work/held.npz" 2000 99 held-out
python3 train.py "$work"/train[12].npz --held "$work/held.npz" --out "$work/first.json" --steps 6000
python3 train.py "$work"/train[1234].npz --held "$work/held.npz" --out "$work/digits.json" --start "$work/first.json" --rate 7e-4 --steps 2500
python3 export.py "$work/digits.json" ../../src/pages/digits/weights.ts
sha256sum "$work"/*.bin "$work"/*.json ../../src/pages/digits/weights.ts
