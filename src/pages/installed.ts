import { spawnSync } from 'node:child_process'

/** What `command` lacks to read Vietnamese, in a sentence; null where nothing. */
export function whatIsMissing(command = 'tesseract'): string | null {
  const { error, status, stdout } = spawnSync(command, ['--list-langs'], { encoding: 'utf8', timeout: 20_000 })
  if (error !== undefined || status !== 0)
    return `No program ${command} was found: install tesseract with its Vietnamese data (tesseract-ocr-vie).`
  return stdout.split(/\s+/u).includes('vie') ? null : `${command} has no Vietnamese data: install it (tesseract-ocr-vie).`
}
