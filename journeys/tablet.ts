import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../test/chromium.ts'
import { flags, sizes } from './browser.ts'
import { until } from './evenkeel.ts'

/** A browser with a profile on disk, whose process can be killed as an empty battery would, and started again. */
export const newTablet = () => {
  const profile = mkdtempSync(join(tmpdir(), 'evenkeel-tablet-'))
  let child: ChildProcess | undefined
  const kill = async () => {
    const ended = new Promise((resolve) =>
      child?.exitCode === null ? child.once('exit', resolve) : resolve(undefined),
    )
    child?.kill('SIGKILL')
    await ended
  }
  const start = async () => {
    let said = ''
    const path = process.env.CHROMIUM || (await findChromium()) || 'chromium'
    const own = ['--headless=new', '--remote-debugging-port=0', `--user-data-dir=${profile}`, '--lang=en-US']
    child = spawn(path, [...flags, ...own, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] })
    child.stderr?.on('data', (data) => {
      said += data
    })
    await until(
      () => /DevTools listening on/.test(said),
      60_000,
      () => `The browser did not start:\n${said}`,
    )
    const browser = await chromium.connectOverCDP(said.match(/ws:\/\/\S+/)?.[0] ?? '')
    const context = browser.contexts()[0] ?? (await browser.newContext())
    const page = await context.newPage()
    await page.setViewportSize(sizes.tablet)
    page.setDefaultTimeout(30_000)
    return { context, page }
  }
  return {
    start,
    kill,
    throwAway: async () => {
      await kill()
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
