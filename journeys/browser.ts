import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { findChromium } from '../test/chromium.ts'
import { lookOften } from './look-often.ts'

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
  lookOften(page)
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

/** Somebody has finished with their device: nothing on it has complained. */
export const done = async ({ context, troubles }: Device): Promise<void> => {
  assert.deepEqual(troubles, [])
  await context.close()
}

/** Screenshots are for people to look at: SHOTS=folder npm test -- journeys keeps them. */
export const shot = async (page: Page, name: string) => {
  const folder = process.env.SHOTS
  if (!folder) return
  mkdirSync(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
}
