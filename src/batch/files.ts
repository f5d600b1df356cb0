import { type FileHandle, mkdir, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Makes a folder's entries last: a renamed file may otherwise be lost with the power. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined
  try {
    handle = await open(folder, 'r')
    await handle.sync()
  } catch {
    // Windows opens no folder, and some network file systems sync none.
  } finally {
    await handle?.close()
  }
}

/** Writes a new file down to the disk. */
export async function writeDurably(path: string, content: string): Promise<void> {
  const handle = await open(path, 'w')
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Puts a finished file in its place, where it is seen whole or not at all. Both lie on one file system. */
export async function moveInto(partial: string, target: string): Promise<void> {
  await mkdir(dirname(target), { recursive: true })
  await rename(partial, target)
  await syncFolder(dirname(target))
}
