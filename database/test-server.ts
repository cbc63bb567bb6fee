import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A database of its own on a server. `copy`: another one that begins as this one is now; nobody may be connected to this. */
export type TestServer = { url: string; copy: () => Promise<TestServer>; stop: () => Promise<void> }

/** PostgreSQL refuses to run as root; `nobody` has this number nearly everywhere. */
const nobody = 65534

/** Where a server's programs are, or undefined when this machine has none. */
export const findPostgres = (): string | undefined => {
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [
    ...(process.env.PATH ?? '').split(':'),
    '/usr/local/bin',
    ...versions.map((v) => join(debian, v, 'bin')),
  ]
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

export const serverIsThere = (): boolean => Boolean(process.env.DATABASE_URL) || findPostgres() !== undefined

/**
 * An empty database on a real server: at DATABASE_URL if set, otherwise on a server started for these tests. `durable`: it
 * waits for its disk, as one in a clinic does, for what is measured against that.
 */
export const startServerForTests = async ({ durable = false } = {}): Promise<TestServer> => {
  const given = process.env.DATABASE_URL
  if (given) return freshDatabase(given, async () => {})
  const bin = findPostgres()
  if (!bin) throw new Error('No PostgreSQL server was found: set DATABASE_URL or install postgresql.')
  return startOwn(bin, durable)
}

const startOwn = async (bin: string, durable: boolean): Promise<TestServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-postgres-'))
  const who = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {}
  if (who.uid) chownSync(folder, nobody, nobody)
  chmodSync(folder, 0o700)
  const data = join(folder, 'data')
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    {
      ...who,
      cwd: folder,
      encoding: 'utf8',
    },
  )
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const port = await freePort()
  // Nothing of a test outlives it, so nothing waits for the disk; a server's own durability is PostgreSQL's to prove.
  const fast = ['shared_buffers=32MB', ...(durable ? [] : ['fsync=off', 'full_page_writes=off'])]
  const settings = ['listen_addresses=127.0.0.1', `unix_socket_directories=${folder}`, ...fast]
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
    { ...who, cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] },
  )
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const kill = (): void => {
    server.kill('SIGQUIT')
  }
  process.once('exit', kill)
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`
  await answering(url)
  return freshDatabase(url, async () => {
    process.off('exit', kill)
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  })
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

const answering = async (url: string): Promise<void> => {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client(url)
    client.on('error', () => {})
    try {
      await client.connect()
      return await client.end()
    } catch (error) {
      if (attempt > 100) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}

const freshDatabase = async (url: string, stop: () => Promise<void>, of = 'template1'): Promise<TestServer> => {
  const name = `evenkeel_test_${randomBytes(6).toString('hex')}`
  await onServer(url, `create database ${name} template ${of}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    url: own.href,
    copy: () => freshDatabase(url, async () => {}, name),
    stop: async () => {
      await onServer(url, `drop database if exists ${name} with (force)`)
      await stop()
    },
  }
}

const onServer = async (url: string, text: string): Promise<void> => {
  const client = new pg.Client(url)
  await client.connect()
  try {
    await client.query(text)
  } finally {
    await client.end()
  }
}
