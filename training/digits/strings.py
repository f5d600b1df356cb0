"""Places of a letterhead that a hand fills in, as images: `Số: 1942 /KH-SYT`, `ngày 10 tháng`, with the digits as truth."""

import random
import subprocess
from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from strokes import Hand

# Network input: HEIGHT rows, EM of them for the print's em, the baseline on row BASE; it reads `src/pages/digits/place.ts` alike.
HEIGHT, WIDTH, EM, BASE = 32, 96, 15, 22
DRAWN = 45  # pixels for one em while drawing
FONTS = Path(__file__).parents[2] / 'node_modules/@fontsource'
TRAINED = ['caveat', 'kalam', 'patrick-hand', 'indie-flower', 'gochi-hand']
HELD_OUT = ['reenie-beanie', 'nothing-you-could-do', 'shadows-into-light', 'coming-soon']
PRINT = ['Tinos', 'Tinos', 'FreeSerif', 'TeX Gyre Termes', 'DejaVu Serif Condensed']
STAMPED = ['Tinos', 'Arimo', 'DejaVu Sans', 'Liberation Serif', 'FreeMono', 'Nimbus Sans', 'Tinos:bold', 'Arimo:bold']
TYPES = ['KH', 'QĐ', 'TB', 'BC', 'CTr', 'HD', 'NQ', 'CV']
BODIES = ['SYT', 'UBND', 'SNV', 'SXD', 'HĐND', 'BTC', 'TU', 'SGDĐT', 'STP', 'BCĐ', 'TTYT']


@lru_cache(None)
def installed(name):
    return subprocess.run(['fc-match', '-f', '%{file}', name], capture_output=True, text=True, check=True).stdout


@lru_cache(None)
def font(path, size):
    return ImageFont.truetype(path, size)


def hand_font(name):
    return str(next((FONTS / name / 'files').glob(f'{name}-latin-400-normal.woff')))


class Sheet:
    """A strip of paper under construction, baseline on a fixed row; `at` is where the next sign begins."""

    def __init__(self):
        scale = DRAWN / EM
        self.image = Image.new('L', (int(WIDTH * scale * 2.2), int(HEIGHT * scale * 1.3)), 255)
        self.draw = ImageDraw.Draw(self.image)
        self.base = int(BASE * scale * 1.15)
        self.at = int(WIDTH * scale * .3)

    def print(self, text, style, ink):
        face = font(style, DRAWN)
        self.draw.text((self.at, self.base), text, fill=ink, font=face, anchor='ls')
        self.at += int(face.getlength(text))

    def space(self, ems):
        self.at += int(ems * DRAWN)

    def strokes(self, digits, hand, ink):
        lift = random.gauss(.0, .07)
        joined, last = random.random() < .15, None
        for digit in digits:
            strokes, width = hand.write(digit)
            first = (self.at + strokes[0][0][0] * DRAWN, self.base + (strokes[0][0][1] - lift) * DRAWN)
            if joined and last and random.random() < .5:
                self.draw.line([last, first], fill=ink, width=max(1, round(hand.pen * DRAWN * .7)))
            last = (self.at + strokes[-1][-1][0] * DRAWN, self.base + (strokes[-1][-1][1] - lift) * DRAWN)
            for stroke in strokes:
                points = [(self.at + x * DRAWN, self.base + (y - lift) * DRAWN) for x, y in stroke]
                pen = max(2, hand.pen * DRAWN)
                self.draw.line(points, fill=ink, width=round(pen), joint='curve')
                for x, y in (points[0], points[-1]):
                    self.draw.ellipse((x - pen / 2, y - pen / 2, x + pen / 2, y + pen / 2), fill=ink)
            self.at += int((width + random.gauss(hand.gap, .04)) * DRAWN)
            lift += hand.climb

    def glyphs(self, digits, path, ink, size, slant):
        face = font(path, int(DRAWN * size))
        width = int(face.getlength(digits)) + 8
        if random.random() < .4:
            # Digit by digit, closer or wider than the font sets them.
            gap = random.gauss(0, .07) * DRAWN
            width = int(sum(face.getlength(each) + max(0, gap) for each in digits)) + 8
        else:
            gap = None
        box = Image.new('L', (width + DRAWN, self.image.height), 255)
        draw = ImageDraw.Draw(box)
        x = DRAWN // 2
        if gap is None:
            draw.text((x, self.base), digits, fill=ink, font=face, anchor='ls')
        else:
            for each in digits:
                draw.text((x, self.base + random.gauss(0, .03) * DRAWN), each, fill=ink, font=face, anchor='ls')
                x += face.getlength(each) + gap
        box = box.transform(box.size, Image.AFFINE, (1, slant, -slant * self.base, 0, 1, 0), Image.BILINEAR, fillcolor=255)
        place = (self.at - DRAWN // 2, 0)
        self.image.paste(Image.fromarray(np.minimum(np.asarray(box), np.asarray(self.image.crop((*place, place[0] + box.width, box.height))))), place)
        self.draw = ImageDraw.Draw(self.image)
        self.at += width


def digits_of(number):
    if number:
        length = random.choices([1, 2, 3, 4, 5], [6, 14, 34, 40, 6])[0]
        text = ''.join(random.choice('0123456789') for _ in range(length))
        return text if length < 3 or text[0] != '0' or random.random() < .3 else random.choice('123456789') + text[1:]
    value = random.randint(1, 31) if random.random() < .7 else random.randint(1, 12)
    return f'{value:02d}' if random.random() < .6 else str(value)


def sample(held_out=False):
    """One strip, grey 0..1 with 1 for ink, and its digits."""
    number = random.random() < .55
    digits = '' if random.random() < .06 else digits_of(number)
    style = installed(random.choice(PRINT) + ('' if number else ':italic'))
    ink = random.randint(0, 60)
    sheet = Sheet()
    if number:
        before, after = random.choice(['Số:', 'Số :', 'Số: ', 'Số']), f'/{random.choice(TYPES)}-{random.choice(BODIES)}'
        if random.random() < .15:
            after = ' ' + after
    else:
        before, after = random.choice([(', ngày', 'tháng'), ('ngày ', ' tháng'), ('tháng', 'năm'), ('tháng ', ' năm'), ('ngày', '/')])
    start = sheet.at
    sheet.print(before, style, ink)
    sheet.space(max(-.12, random.gauss(.12, .15)))
    left = sheet.at
    pen = random.randint(0, 120)
    kind = random.random()
    if digits and kind < (0 if held_out else .62):
        sheet.strokes(digits, Hand(), pen)
    elif digits and kind < (1 if held_out else .88):
        path = hand_font(random.choice(HELD_OUT if held_out else TRAINED))
        sheet.glyphs(digits, path, pen, random.uniform(1, 1.6), random.gauss(.05, .12))
    elif digits:
        sheet.glyphs(digits, installed(random.choice(STAMPED)), pen, random.uniform(.8, 1.4), random.choice([0, 0, .2]))
    else:
        sheet.space(random.uniform(.2, 2))
    sheet.space(max(-.1, random.gauss(.15, .2)))
    right = sheet.at
    if random.random() < .12:
        dots = int((right - left) / (DRAWN * .25))
        for i in range(dots):
            x = left + i * DRAWN * .25
            sheet.draw.ellipse((x, sheet.base - 4, x + 5, sheet.base + 1), fill=ink)
    sheet.print(after, style, ink)
    return degrade(sheet, left, right, start), digits


def degrade(sheet, left, right, start):
    scale = DRAWN / EM * random.gauss(1, .06)
    from_x = max(start - .3 * DRAWN, left - random.uniform(.15, 1.3) * DRAWN)
    to_x = right + random.uniform(.2, 1.2) * DRAWN
    top = sheet.base - (BASE + random.gauss(0, 1.2)) * scale
    box = (int(from_x), int(top), int(to_x), int(top + HEIGHT * scale))
    image = sheet.image.crop(box)
    if random.random() < .5:
        image = image.rotate(random.gauss(0, .8), Image.BILINEAR, fillcolor=255)
    # 200 to 300 dots an inch give 36 to 54 dots an em of 13 points.
    dots = random.choice([28, 36, 36, 36, 44, 54]) / DRAWN
    image = image.resize((max(8, int(image.width * dots)), max(8, int(image.height * dots))), Image.BOX)
    image = image.filter(ImageFilter.GaussianBlur(abs(random.gauss(0, .5))))
    grey = np.asarray(image, np.float32)
    grey = grey + np.random.normal(0, random.uniform(0, 12), grey.shape)
    if random.random() < .6:
        grey = np.where(grey < grey.min() + (255 - grey.min()) * random.uniform(.3, .8), 0., 255.)
        if random.random() < .5:
            grey[np.random.random(grey.shape) < .002] = 0
            grey[np.random.random(grey.shape) < .004] = 255
    image = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
    if random.random() < .7:
        image = image.filter(ImageFilter.GaussianBlur(random.uniform(.3, 1.1)))
    width = min(WIDTH, max(8, round((to_x - from_x) / scale)))
    image = image.resize((width, HEIGHT), Image.BOX if random.random() < .5 else Image.BILINEAR)
    out = np.zeros((HEIGHT, WIDTH), np.uint8)
    shown = 255 - np.asarray(image, np.float32)
    if shown.max() > 30:
        shown = np.clip(shown * (255 / shown.max()), 0, 255)
    out[:, :width] = shown.astype(np.uint8)
    return out
