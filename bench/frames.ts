import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { closeBrowser, device, openBrowser } from '../journeys/browser.ts'
import { Day } from '../science/time.ts'
import { secured } from '../server/guard.ts'
import { pages } from '../server/pages.ts'
import { buildWeb } from '../web/build.ts'

/**
 * The public page on a phone with a slowed processor, while the width of the band moves at every frame: how long a frame
 * takes, and how often the bands of all 1,000 people were drawn anew. `still`: the slider moves and nobody listens, which is
 * what the browser itself costs here, with all its drawing done by the processor.
 */
export const frames = async (slower: number, { seconds = 4, still = false } = {}) => {
  await buildWeb()
  const app = new Hono()
  app.use(secured)
  pages(app, async () => ({ today: Day.parse('2026-11-28'), clinic: undefined }))
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await openBrowser()
  const { page, context } = await device(browser, 'phone')
  await page.goto(`http://localhost:${(server.address() as AddressInfo).port}/learn/over-time`)
  await page.locator('[data-plot]').scrollIntoViewIfNeeded()
  await page.locator('[data-choose]').waitFor()
  const control = await context.newCDPSession(page)
  // The page's own thread by its processor time: on a machine shared with others a clock measures the others.
  await control.send('Performance.enable', { timeDomain: 'threadTicks' })
  const worked = async () =>
    (await control.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0
  await control.send('Emulation.setCPUThrottlingRate', { rate: slower })
  const before = await worked()
  if (still) await page.evaluate(() => addEventListener('input', (event) => event.stopPropagation(), true))
  const found = await page.evaluate(async (length) => {
    const width = document.querySelector<HTMLInputElement>('[name="width"]')
    if (!width) throw new Error('The controls are not there.')
    let drawn = 0
    // Whatever was drawn of it in one frame counts once: a phone draws what is in view.
    const seen = new MutationObserver(() => drawn++)
    for (const band of document.querySelectorAll('[data-band]'))
      seen.observe(band, { attributes: true, attributeFilter: ['d'] })
    const times: number[] = []
    const end = performance.now() + length
    for (let last = performance.now(), step = 0; last < end; step++) {
      width.value = String(10 + (step % 88))
      width.dispatchEvent(new Event('input', { bubbles: true }))
      const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve))
      if (step > 0) times.push(now - last)
      last = now
    }
    return { times: times.sort((a, b) => a - b), drawn }
  }, seconds * 1_000)
  const mainMs = (1_000 * ((await worked()) - before)) / Math.max(1, found.times.length)
  await closeBrowser()
  server.closeAllConnections()
  server.close()
  const at = (part: number) => found.times[Math.floor(part * (found.times.length - 1))] ?? Number.NaN
  return { mainMs, middleMs: at(0.5), worst5Ms: at(0.95), bandsPerSecond: found.drawn / seconds }
}

if (import.meta.main)
  for (const slower of [1, 4])
    for (const still of [true, false])
      console.log(JSON.stringify({ slower, still, ...(await frames(slower, { still })) }))
