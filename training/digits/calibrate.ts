import { readFileSync } from 'node:fs'
import { STRIP } from '../../src/pages/digits/network.ts'
import { readDigits } from '../../src/pages/digits/read.ts'

// node training/run.mjs training/digits/calibrate.ts HELD.bin [COUNT]: how often strings that are read with a confidence are right.
const [file = 'held.bin', count = '600'] = process.argv.slice(2)
const WIDTH = 96
const strips = readFileSync(file)
const truth = readFileSync(file.replace(/\.bin$/u, '.txt'), 'utf8').split('\n')
const DAYS = Array.from({ length: 31 }, (_, i) => [...new Set([String(i + 1), String(i + 1).padStart(2, '0')])]).flat()
const numbers: { confidence: number; right: boolean }[] = []
const days: typeof numbers = []
for (let i = 0; numbers.length + days.length < Number(count); i++) {
  const isDay = DAYS.includes(truth[i] as string)
  const ink = strips.subarray(i * STRIP.height * WIDTH, (i + 1) * STRIP.height * WIDTH)
  const image = { width: WIDTH, height: STRIP.height, data: ink.map((value) => 255 - value) }
  const [best] = readDigits(image, { from: 0, to: WIDTH, base: STRIP.base, em: STRIP.em }, isDay ? DAYS : undefined)
  const right = isDay ? Number(best?.digits) === Number(truth[i]) : best?.digits === truth[i]
  ;(isDay ? days : numbers).push({ confidence: best?.confidence ?? 0, right })
}
console.log('| confidence at least | numbers read | right of these | days read | right of these |\n|---|---|---|---|---|')
const percent = (part: number, whole: number) => `${((part / Math.max(1, whole)) * 100).toFixed(1)} %`
for (const least of [0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]) {
  const cells = [numbers, days].flatMap((all) => {
    const kept = all.filter(({ confidence }) => confidence >= least)
    return [percent(kept.length, all.length), percent(kept.filter((each) => each.right).length, kept.length)]
  })
  console.log(`| ${least} | ${cells.join(' | ')} |`)
}
