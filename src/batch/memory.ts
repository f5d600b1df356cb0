import { readFileSync } from 'node:fs'

/** Bytes of physical memory that a process and the programs that it started hold; null where the system does not tell. */
export function residentMemory(pid: number): number | null {
  const own = read(`/proc/${pid}/status`)
  // In kibibytes, unlike `statm`, whose unit is the page size of the machine.
  const held = /^VmRSS:\s+(\d+) kB$/mu.exec(own ?? '')
  if (held === null) return null
  const started = (read(`/proc/${pid}/task/${pid}/children`) ?? '').split(' ').filter((child) => child !== '')
  return started.reduce((sum, child) => sum + (residentMemory(Number(child)) ?? 0), Number(held[1]) * 1024)
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return null
  }
}
