"""python train.py DATA.npz... --held HELD.npz --out digits.json: trains the recogniser of hand-written numbers (Graves et al., 2006: CTC)."""

import argparse
import base64
import json
import time

import jax
import jax.numpy as jnp
import numpy as np

BLANK = 10
# Height, width, channels in, channels out; then rows and columns that one maximum stands for.
LAYERS = [((3, 3, 1, 8), (2, 2)), ((3, 3, 8, 16), (2, 1)), ((3, 3, 16, 24), (2, 1)), ((3, 3, 24, 32), None), ((4, 3, 32, 56), None), ((1, 3, 56, 11), None)]


def start(key):
    parameters = []
    for (h, w, i, o), _ in LAYERS:
        key, part = jax.random.split(key)
        parameters.append((jax.random.normal(part, (h, w, i, o)) * np.sqrt(2 / (h * w * i)), jnp.zeros(o)))
    return parameters


def forward(parameters, strips):
    """Strips (n, 32, width, 1) in 0..1 to log probabilities (n, width / 2, 11)."""
    x = strips
    for n, ((weights, bias), (shape, pool)) in enumerate(zip(parameters, LAYERS)):
        rows = (0, 0) if shape[0] in (4, 1) else (1, 1)
        x = jax.lax.conv_general_dilated(x, weights, (1, 1), (rows, (shape[1] // 2,) * 2), dimension_numbers=('NHWC', 'HWIO', 'NHWC')) + bias
        if n < len(LAYERS) - 1:
            x = jax.nn.relu(x)
        if pool:
            x = jax.lax.reduce_window(x, -jnp.inf, jax.lax.max, (1, *pool, 1), (1, *pool, 1), 'VALID')
    return jax.nn.log_softmax(x[:, 0])


def ctc(logs, labels):
    """Minus log probability of `labels` (n, 5; -1 behind the last) under `logs` (n, t, 11)."""
    count = labels.shape[1]
    signs = jnp.full((labels.shape[0], 2 * count + 1), BLANK).at[:, 1::2].set(jnp.where(labels < 0, BLANK, labels))
    skips = jnp.concatenate([jnp.zeros((labels.shape[0], 2), bool), (signs[:, 2:] != signs[:, :-2]) & (signs[:, 2:] != BLANK)], 1)
    low = -1e9
    emitted = jnp.take_along_axis(logs, jnp.broadcast_to(signs[:, None], (*logs.shape[:2], signs.shape[1])), 2)
    first = jnp.full(signs.shape, low).at[:, :2].set(emitted[:, 0, :2])

    def step(alpha, now):
        one = jnp.pad(alpha[:, :-1], ((0, 0), (1, 0)), constant_values=low)
        two = jnp.where(skips, jnp.pad(alpha[:, :-2], ((0, 0), (2, 0)), constant_values=low), low)
        return jnp.logaddexp(jnp.logaddexp(alpha, one), two) + now, None

    alpha, _ = jax.lax.scan(step, first, emitted[:, 1:].swapaxes(0, 1))
    length = (labels >= 0).sum(1)
    end = jnp.take_along_axis(alpha, (2 * length)[:, None], 1)[:, 0]
    before = jnp.where(length > 0, jnp.take_along_axis(alpha, jnp.maximum(2 * length - 1, 0)[:, None], 1)[:, 0], low)
    return -jnp.logaddexp(end, before)


@jax.jit
def update(state, strips, labels, rate):
    parameters, mean, square, count = state
    loss, gradient = jax.value_and_grad(lambda p: ctc(forward(p, strips), labels).mean())(parameters)
    norm = jnp.sqrt(sum((g ** 2).sum() for g in jax.tree.leaves(gradient)))
    gradient = jax.tree.map(lambda g: g * jnp.minimum(1, 5 / (norm + 1e-9)), gradient)
    count += 1
    mean = jax.tree.map(lambda m, g: .9 * m + .1 * g, mean, gradient)
    square = jax.tree.map(lambda v, g: .999 * v + .001 * g * g, square, gradient)
    parameters = jax.tree.map(
        lambda p, m, v: p - rate * (m / (1 - .9 ** count) / (jnp.sqrt(v / (1 - .999 ** count)) + 1e-8) + 1e-4 * p), parameters, mean, square)
    return (parameters, mean, square, count), loss


def greedy(logs):
    best = np.asarray(logs.argmax(-1))
    texts = []
    for row in best:
        digits, last = '', BLANK
        for sign in row:
            if sign != last and sign != BLANK:
                digits += str(sign)
            last = sign
        texts.append(digits)
    return texts


def right(parameters, strips, labels):
    texts = sum((greedy(forward(parameters, part[..., None] / 255.)) for part in np.array_split(strips, max(1, len(strips) // 250))), [])
    truth = [''.join(str(digit) for digit in row if digit >= 0) for row in labels]
    return sum(a == b for a, b in zip(texts, truth)) / len(truth)


def export(parameters, path):
    """Weights as whole numbers of 8 bits, one scale for each channel out."""
    layers = []
    for (weights, bias), (shape, pool) in zip(parameters, LAYERS):
        weights = np.asarray(weights)
        scale = np.abs(weights).max((0, 1, 2)) / 127
        data = np.round(weights / scale).astype(np.int8)
        layers.append({'shape': shape, 'pool': pool, 'scale': [float(f'{each:.6g}') for each in scale], 'bias': [float(f'{each:.5g}') for each in np.asarray(bias)],
                       'weights': base64.b64encode(data.tobytes()).decode()})
    with open(path, 'w') as file:
        json.dump(layers, file)


def load(path):
    layers = json.load(open(path))
    read = lambda layer: np.frombuffer(base64.b64decode(layer['weights']), np.int8).reshape(layer['shape']) * np.array(layer['scale'], np.float32)
    return [(jnp.array(read(layer), jnp.float32), jnp.array(layer['bias'], jnp.float32)) for layer in layers]


def main():
    options = argparse.ArgumentParser()
    options.add_argument('data', nargs='+')
    options.add_argument('--held')
    options.add_argument('--out')
    options.add_argument('--steps', type=int, default=8000)
    options.add_argument('--start', help='weights to go on from')
    options.add_argument('--rate', type=float, default=1.5e-3)
    options = options.parse_args()
    data = [np.load(path) for path in options.data]
    strips, labels = np.concatenate([each['strips'] for each in data]), np.concatenate([each['labels'] for each in data])
    test = np.load(options.held)
    own, strips, labels = (strips[-1500:], labels[-1500:]), strips[:-1500], labels[:-1500]
    chance = np.random.default_rng(7)
    parameters = load(options.start) if options.start else start(jax.random.key(3))
    zero = jax.tree.map(jnp.zeros_like, parameters)
    state, losses, began = (parameters, zero, zero, 0), [], time.time()
    for step in range(options.steps):
        pick = chance.integers(0, len(strips), 48)
        batch = np.roll(strips[pick], chance.integers(-1, 2), axis=1) / 255.
        batch = np.clip(batch * chance.uniform(.7, 1.1), 0, 1).astype(np.float32)
        rate = options.rate * min(1, step / 300) * (.02 + .98 * .5 * (1 + np.cos(np.pi * step / options.steps)))
        state, loss = update(state, batch[..., None], labels[pick].astype(np.int32), rate)
        losses.append(float(loss))
        if step % 500 == 499:
            print(step + 1, f'{time.time() - began:.0f} s', f'loss {np.mean(losses[-500:]):.4f}', f'own {right(state[0], *own):.3f}', f'held out {right(state[0], test["strips"][:1500], test["labels"][:1500]):.3f}', flush=True)
            export(state[0], options.out)
    export(state[0], options.out)


main()
