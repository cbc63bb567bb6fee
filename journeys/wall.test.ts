import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { checked, dosed, normalSet } from '../care/sessions/test.ts'
import { addMinutes, Instant } from '../science/time.ts'
import { accessible } from './axe.ts'
import { shot } from './browser.ts'
import { type Served, served } from './served.ts'

// A wall that nobody scrolls: eight rooms that are all taken stand on it whole, each always in its own place.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let overdue = ''
let emergency = ''

before(async () => {
  here = await served()
  const { app } = here
  clinic = await app.clinicWith()
  let places = 0
  const nameOf = async (roomId: string) => {
    places += 1
    const room = { name: `Room ${places}`, place: places, retired: false }
    assert.equal((await clinic.owner.post(`/api/rooms/${roomId}`, room)).status, 200)
    return room.name
  }
  const early = await dosed(app, clinic)
  overdue = await nameOf(early.roomId)
  await early.later(25)
  for (let room = 0; room < 5; room += 1) await nameOf((await dosed(app, clinic)).roomId)
  await nameOf((await checked(app, clinic)).roomId)
  const last = await dosed(app, clinic)
  emergency = await nameOf(last.roomId)
  app.clock.now = Instant.parse(addMinutes(app.clock.now, 3))
  const alarming = { ...normalSet, systolic: 192, diastolic: 112, spo2: 86, moaas: 2 }
  assert.equal((await last.event('vitals', alarming)).status, 200)
})
after(() => here.close())

for (const [width, height] of [
  [1440, 900],
  [1920, 1080],
] as const) {
  test(`eight rooms fit a wall of ${width} by ${height}, each in its place, and the line at the top says where somebody is needed`, async () => {
    const { page, context, troubles } = await here.signedIn(clinic, clinic.display.staffId, 'desktop')
    await page.setViewportSize({ width, height })
    await page.goto(`${here.origin}/board`)
    const rooms = page.locator('.board-room')
    await rooms.nth(7).waitFor()
    await shot(page, `wall-${width}`)
    const seen = await rooms.evaluateAll((tiles) =>
      tiles.map((tile) => ({
        name: tile.querySelector('h2')?.textContent ?? '',
        bottom: tile.getBoundingClientRect().bottom,
        cut: tile.scrollHeight > tile.clientHeight || tile.scrollWidth > tile.clientWidth,
        smallest: Math.min(
          ...[...tile.querySelectorAll('*')].map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
        ),
      })),
    )
    assert.equal(seen.length, 8)
    assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= window.innerHeight))
    for (const { name, bottom, cut, smallest } of seen) {
      assert.ok(bottom <= height, `${name} ends at ${bottom}`)
      assert.equal(cut, false, name)
      assert.ok(smallest >= 16, `${name}: ${smallest}`)
    }
    assert.deepEqual(
      seen.map(({ name }) => name),
      Array.from({ length: 8 }, (_, at) => `Room ${at + 1}`),
    )
    const alarms = await page.locator('.board-alert').allInnerTexts()
    for (const name of [emergency, overdue])
      assert.ok(
        alarms.some((line) => line.includes(name)),
        alarms.join(),
      )
    await accessible(page, `the wall, ${width}`)
    assert.deepEqual(troubles, [])
    await context.close()
  })
}
