import { readFileSync } from 'node:fs'

/** Bytes of physical memory that a process holds, threads and WebAssembly included; null where the system does not tell. */
export function residentMemory(pid: number): number | null {
  try {
    // In kibibytes, unlike `statm`, whose unit is the page size of the machine.
    const held = /^VmRSS:\s+(\d+) kB$/mu.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))
    return held === null ? null : Number(held[1]) * 1024
  } catch {
    return null
  }
}
