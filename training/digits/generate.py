"""python generate.py OUT.npz COUNT SEED [held-out]: strips and their digits."""

import random
import sys

import numpy as np

from strings import sample

out, count, seed = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
random.seed(seed)
np.random.seed(seed)
strips, labels = [], np.full((count, 5), -1, np.int8)
for i in range(count):
    strip, digits = sample(held_out=len(sys.argv) > 4)
    strips.append(strip)
    labels[i, :len(digits)] = [int(digit) for digit in digits]
np.savez_compressed(out, strips=np.stack(strips), labels=labels)
# The same without numpy's format, for calibrate.ts.
np.stack(strips).tofile(out.replace('.npz', '.bin'))
with open(out.replace('.npz', '.txt'), 'w') as file:
    file.writelines(''.join(str(digit) for digit in row if digit >= 0) + '\n' for row in labels)
