import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')

/** Evenkeel as a person starts it: its own process, its own data folder, a port of its own. Can be killed and started again. */
export const startEvenkeel = async (options: { args?: string[]; env?: Record<string, string> } = {}) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-journey-'))
  let child: ChildProcess
  let port = 0
  let said = ''

  const start = async () => {
    said = ''
    child = spawn(
      process.execPath,
      ['--disable-warning=ExperimentalWarning', join(root, 'cli/main.ts'), 'start', ...(options.args ?? [])],
      {
        env: {
          ...process.env,
          DATA_DIR: dataDir,
          DATABASE_URL: '',
          PUBLIC_URL: '',
          ...options.env,
          PORT: String(port),
          HOST: '127.0.0.1',
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    child.stdout?.on('data', (data) => (said += data))
    child.stderr?.on('data', (data) => (said += data))
    await until(
      () => /serving at (\S+)/.test(said) || child.exitCode !== null,
      120_000,
      () => `Evenkeel did not start:\n${said}`,
    )
    const serving = said.match(/serving at http:\/\/localhost:(\d+)/)
    if (!serving) throw new Error(`Evenkeel did not start:\n${said}`)
    port = Number(serving[1])
  }
  const ended = () =>
    new Promise((resolve) =>
      child.exitCode === null && child.signalCode === null ? child.once('exit', resolve) : resolve(undefined),
    )

  await start()
  return {
    get origin() {
      return `http://localhost:${port}`
    },
    dataDir,
    said: () => said,
    pid: () => child.pid ?? 0,
    /** The owner's one-time link, as it is printed. */
    setupLink: async () => {
      await until(
        () => /\/setup#\S+/.test(said),
        10_000,
        () => `No set-up link was printed:\n${said}`,
      )
      return said.match(/http\S+\/setup#\S+/)?.[0] ?? ''
    },
    kill: async () => {
      child.kill('SIGKILL')
      await ended()
    },
    start,
    stop: async () => {
      child.kill('SIGTERM')
      await ended()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

export type Evenkeel = Awaited<ReturnType<typeof startEvenkeel>>

export const until = async (done: () => boolean, milliseconds: number, why: () => string) => {
  const end = Date.now() + milliseconds
  while (!done()) {
    if (Date.now() > end) throw new Error(why())
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
