import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core'
import { findChromium } from '../test/chromium.ts'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const sizes = {
  phone: { width: 390, height: 844 },
  tablet: { width: 820, height: 1180 },
  desktop: { width: 1440, height: 900 },
} as const

export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  // Pages that live for seconds are over before optimized code has paid for its making, beside the page or in it: axe
  // takes a third less without.
  '--js-flags=--single-threaded --no-opt --no-maglev',
]

let running: Promise<Browser> | undefined

const launch = async (): Promise<Browser> => {
  const executablePath = process.env.CHROMIUM || (await findChromium())
  assert.ok(executablePath, 'there is no Chromium here, and none could be installed')
  const browser = await chromium.launch({ executablePath, args: flags, timeout: 120_000 })
  browser.once('disconnected', () => {
    running = undefined
  })
  return browser
}

/** The windows of one journey; closing closes these and no others. */
export type Windows = Pick<Browser, 'newContext'> & { close: () => Promise<void> }

/**
 * Windows in a real Chromium, which all journeys of this process share: its start costs more than many a journey.
 * Without the network flags it spends its first seconds looking for hosts that are not there.
 */
export const openBrowser = async (): Promise<Windows> => {
  running ??= launch()
  const browser = await running
  const opened: BrowserContext[] = []
  return {
    newContext: async (options) => {
      const context = await browser.newContext(options)
      opened.push(context)
      return context
    },
    close: async () => {
      for (const context of opened) await context.close()
    },
  }
}

/** After the last journey of this process. */
export const closeBrowser = async (): Promise<void> => (await running)?.close()

export type Device = { context: BrowserContext; page: Page; troubles: string[] }

/** Somebody's device: a window of its own, with its own cookies. What the page complains about is kept and checked. */
export const device = async (
  browser: Windows,
  size: keyof typeof sizes,
  options: { passkeys?: boolean; dark?: boolean } = {},
): Promise<Device> => {
  const context = await browser.newContext({
    viewport: sizes[size],
    hasTouch: size !== 'desktop',
    colorScheme: options.dark ? 'dark' : 'light',
    timezoneId: 'America/New_York',
    locale: 'en-US',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  const troubles: string[] = []
  page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) troubles.push(message.text())
  })
  if (options.passkeys) {
    const session = await context.newCDPSession(page)
    await session.send('WebAuthn.enable')
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
  }
  return { context, page, troubles }
}

const debuggers = new WeakMap<Page, CDPSession>()

/**
 * The policy of a page allows no script from outside; axe comes in through the debugger, once a page. As it is:
 * `page.evaluate` would wrap its half megabyte in a string for the page to read twice.
 */
const bringAxe = async (page: Page): Promise<void> => {
  const session = debuggers.get(page) ?? (await page.context().newCDPSession(page))
  debuggers.set(page, session)
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: `${axeSource};0` })
  assert.equal(exceptionDetails, undefined)
}

type Violation = { id: string; help: string; nodes: string[] }

const violationsOn = (page: Page): Promise<Violation[]> =>
  page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: {
        run: (
          root: Document,
          options: object,
        ) => Promise<{ violations: { id: string; help: string; nodes: { html: string; failureSummary?: string }[] }[] }>
      }
    }
    const result = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // What passed is not written out: that took most of its time.
      resultTypes: ['violations'],
    })
    return result.violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.map((node) => `${node.html} ${node.failureSummary ?? ''}`),
    }))
  })

/** A little further down, or up where the page ends. */
const scrollALittle = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const before = window.scrollY
    window.scrollBy({ top: 64, behavior: 'instant' })
    if (window.scrollY === before) window.scrollBy({ top: -64, behavior: 'instant' })
  })

/**
 * WCAG 2.2 A and AA, by axe, on the screen as it stands. None may fail. A target that happens to lie half under the bar
 * at the bottom can be scrolled out from under it: its size counts as wrong only when it is wrong there too.
 */
export const accessible = async (page: Page, name: string) => {
  if (!(await page.evaluate(() => 'axe' in window))) await bringAxe(page)
  let found = await violationsOn(page)
  if (found.some(({ id }) => id === 'target-size')) {
    await scrollALittle(page)
    const htmlOf = (node: string) => node.slice(0, node.indexOf(' Fix any'))
    const again = await violationsOn(page)
    const still = new Set(again.filter(({ id }) => id === 'target-size').flatMap(({ nodes }) => nodes.map(htmlOf)))
    found = found
      .map((one) =>
        one.id === 'target-size' ? { ...one, nodes: one.nodes.filter((node) => still.has(htmlOf(node))) } : one,
      )
      .filter(({ nodes }) => nodes.length > 0)
  }
  const shown = found.map((one) => ({ ...one, nodes: one.nodes.slice(0, 3) }))
  assert.deepEqual(shown, [], `${name} is not accessible`)
}

/** Screenshots are for people to look at: SHOTS=folder npm test -- journeys keeps them. */
export const shot = async (page: Page, name: string) => {
  const folder = process.env.SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
