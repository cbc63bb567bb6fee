import { closeBrowser, device, openBrowser } from './journeys/browser.ts'

const b = await openBrowser()
const origin = 'http://localhost:4801'
const t = await device(b, 'phone')
await t.page.setViewportSize({ width: 360, height: 640 })
await t.page.goto(origin + '/learn/aid').catch(() => 0)
await t.page.waitForTimeout(800)
console.log(t.page.url(), await t.page.title())
const hrefs = await t.page.$$eval('a', (as) => as.map((a) => a.getAttribute('href')))
console.log(hrefs.filter((h) => h?.includes('/learn')).join(' '))
const next = async () => {
  const n = t.page.locator('.steps button:visible, .steps .send:visible').last()
  const txt = await n.textContent().catch(() => '')
  await n.click()
  await t.page.waitForTimeout(400)
  return txt
}
for (let i = 0; i < 9; i++) {
  const h = await t.page.evaluate(() => document.documentElement.scrollHeight)
  const h2 = await t.page.$$eval('[data-step]:not([hidden]) h2', (x) => x.map((e) => e.textContent))
  console.log(i, h, h2)
  await t.page.screenshot({ path: `/tmp/shots/aid-${i}.png`, fullPage: true })
  console.log(await next().catch((e) => 'no next ' + String(e).slice(0, 80)))
}
await closeBrowser()
process.exit(0)
