import { setTimeout as wait } from 'node:timers/promises'
import type { Locator, Page } from 'playwright-core'

const every = 40
const within = 2_000

const patched = new WeakSet<Locator>()

/**
 * Playwright looks for what is not on a page yet after 20, 50, 100 and 100 ms and then twice a second: what is there after
 * 300 ms is seen after 770, and most of a journey was spent so. Looked for every 40 ms here while it is likely to come;
 * then, and for every refusal, Playwright waits and says what it always does.
 */
export const lookOften = (page: Page): void => {
  const locators = Object.getPrototypeOf(page.locator('html')) as Locator
  if (patched.has(locators)) return
  patched.add(locators)

  const { waitFor } = locators
  locators.waitFor = async function (options = {}) {
    await soon(() => isSo(this, options.state ?? 'visible'))
    return waitFor.call(this, options)
  }
  for (const act of ['click', 'fill', 'check', 'selectOption'] as const) {
    const does = locators[act] as (...all: unknown[]) => Promise<unknown>
    const first = async function (this: Locator, ...all: unknown[]) {
      await soon(() => isSo(this, 'attached'))
      return does.apply(this, all)
    }
    Object.assign(locators, { [act]: first })
  }
}

const isSo = async (what: Locator, state: 'attached' | 'detached' | 'visible' | 'hidden'): Promise<boolean> => {
  if (state === 'visible') return what.isVisible()
  if (state === 'hidden') return what.isHidden()
  return (await what.count()) > 0 === (state === 'attached')
}

/** What cannot be answered now (a page that is leaving, several where one is meant) is left to what comes after. */
const soon = async (so: () => Promise<boolean>): Promise<void> => {
  const last = Date.now() + within
  while (Date.now() < last) {
    if (await so().catch(() => true)) return
    await wait(every)
  }
}
