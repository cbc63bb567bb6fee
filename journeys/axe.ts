import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { CDPSession, Page } from 'playwright-core'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const axePath = '/axe-of-the-tests.js'

/** Servers of the tests that hand out axe beside what they serve. */
const handedOutAt = new Set<string>()
export const handsOutAxe = (origin: string): void => {
  handedOutAt.add(origin)
}

type Fetch<Env> = (request: Request, env: Env) => Response | Promise<Response>

export const withAxe =
  <Env>(fetch: Fetch<Env>): Fetch<Env> =>
  (request, env) =>
    new URL(request.url).pathname === axePath
      ? new Response(axeSource, { headers: { 'content-type': 'text/javascript', 'cache-control': 'max-age=3600' } })
      : fetch(request, env)

const debuggers = new WeakMap<Page, CDPSession>()

/** As it is: `page.evaluate` would wrap its half megabyte in a string for the page to read twice. */
const bringByDebugger = async (page: Page): Promise<void> => {
  const session = debuggers.get(page) ?? (await page.context().newCDPSession(page))
  debuggers.set(page, session)
  const { exceptionDetails } = await session.send('Runtime.evaluate', { expression: `${axeSource};0` })
  assert.equal(exceptionDetails, undefined)
}

/**
 * The policy of a page allows no script from elsewhere. Where its server hands axe out, the browser keeps it from one page
 * to the next; otherwise, and without a network, it comes in through the debugger.
 */
const bringAxe = async (page: Page): Promise<void> => {
  const { origin } = new URL(page.url())
  if (!handedOutAt.has(origin) || !(await page.evaluate(loadScript, axePath))) await bringByDebugger(page)
}

const loadScript = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const script = document.createElement('script')
    const done = (loaded: boolean) => () => {
      script.remove()
      resolve(loaded)
    }
    script.addEventListener('load', done(true))
    script.addEventListener('error', done(false))
    script.src = path
    document.head.append(script)
  })

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
