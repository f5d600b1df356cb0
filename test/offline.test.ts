import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CLI } from './command.ts'

const scan = resolve('fixtures/scans/party.png')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehoach-offline-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function run(command: string, args: string[]) {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 27, timeout: 100_000 })
  return { status, stdout, stderr }
}

/** Every door to the network throws, in worker threads too: `--import` is handed on to them. */
const DOORS = `
import net from 'node:net'; import tls from 'node:tls'; import dns from 'node:dns'; import http from 'node:http'; import https from 'node:https'; import dgram from 'node:dgram'
const shut = (name) => () => { throw new Error('network used: ' + name) }
net.Socket.prototype.connect = shut('net'); tls.connect = shut('tls'); dns.lookup = shut('dns'); dgram.createSocket = shut('dgram')
http.request = http.get = https.request = https.get = shut('http'); globalThis.fetch = shut('fetch')
`

it('reads a scan to the same Plan without a network, and leaves nothing in the current folder', () => {
  const withNetwork = run(process.execPath, [CLI, 'read', scan])
  expect(withNetwork).toMatchObject({ status: 0, stderr: '' })

  writeFileSync(join(folder, 'doors.mjs'), DOORS)
  expect(run(process.execPath, ['--import', join(folder, 'doors.mjs'), '--eval', 'fetch("http://localhost")'])).toMatchObject({ status: 1 })
  const behindDoors = run(process.execPath, ['--import', join(folder, 'doors.mjs'), CLI, 'read', scan])
  expect(behindDoors).toEqual(withNetwork)

  // A network namespace of its own has no way out at all; not every system lets its users make one.
  const isolated = run('unshare', ['--net', '--map-root-user', 'true']).status === 0
  console.log(isolated ? 'offline: also in a network namespace of its own' : 'offline: no network namespace here, doors shut only')
  if (isolated) expect(run('unshare', ['--net', '--map-root-user', process.execPath, CLI, 'read', scan])).toEqual(withNetwork)

  expect(readdirSync(folder)).toEqual(['doors.mjs'])
}, 120_000)
