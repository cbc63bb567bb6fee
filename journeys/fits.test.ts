import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import { booked, dosed, normalSet } from '../care/sessions/test.ts'
import type { AlertShown } from '../clinic/safety/queries.ts'
import { alertWords } from '../web/words/en/alerts.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { recordWords } from '../web/words/en/records.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { accessible } from './axe.ts'
import { shot, sizes } from './browser.ts'
import { type Served, served } from './served.ts'

// What there is to say fits where it is read: on the smallest phone, on a wall that nobody scrolls, beside one button.
let here: Served
before(async () => {
  here = await served()
})
after(() => here.close())

test('yes, no and not known stand in one row on a phone 360 pixels wide, each as high as a finger', async () => {
  const clinic = await here.app.clinicWith()
  const { page, context, troubles } = await here.signedIn(clinic, clinic.frontDesk.staffId, 'phone')
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(`${here.origin}/patients/new`)
  const group = page.getByRole('group', { name: recordWords.needsInterpreter })
  const boxes = await Promise.all(
    [controlWords.yes, controlWords.no, controlWords.notKnown].map(async (label) => {
      const tile = group.locator('label', { hasText: new RegExp(`^${label}$`) })
      await tile.waitFor()
      return (await tile.boundingBox()) ?? assert.fail(label)
    }),
  )
  assert.equal(new Set(boxes.map(({ y }) => y)).size, 1)
  for (const { x, width, height } of boxes) {
    assert.ok(width >= 44 && height >= 44, `${width} by ${height}`)
    assert.ok(x >= 0 && x + width <= 360)
  }
  assert.deepEqual(troubles, [])
  await context.close()
})

/** Blood pressure, SpO2 and alertness at once, each beyond what the protocol lets pass. */
const alarming = { ...normalSet, systolic: 192, diastolic: 112, spo2: 86, moaas: 2 }

test('what one set of observations raised fits its tile on the wall and one tap, each by its name', async () => {
  const session = await dosed(here.app)
  const { clinic } = session
  await session.later(5)
  assert.equal((await session.event('vitals', alarming)).status, 200)
  const waiting = async () => {
    const { json } = await clinic.monitor.get('/api/alerts')
    return (json as { alerts: AlertShown[] }).alerts.filter(({ standing }) => standing.state === 'waiting')
  }
  const raised = await waiting()
  assert.ok(raised.length >= 4, JSON.stringify(raised))
  const urgent = raised.filter(({ level }) => level === 'urgent')
  assert.ok(urgent.length > 0)

  const wall = await here.signedIn(clinic, clinic.display.staffId, 'desktop')
  await wall.page.goto(`${here.origin}/board`)
  await wall.page.getByText(sessionWords.wall.more(raised.length - urgent.length)).waitFor()
  for (const { says } of urgent) await wall.page.locator('.board-room').getByText(says).waitFor()
  const tile = await wall.page.locator('.board-room').first().boundingBox()
  assert.ok(tile && tile.y + tile.height <= sizes.desktop.height, JSON.stringify(tile))
  await accessible(wall.page, 'a tile with more than it says in full')
  await shot(wall.page, 'wall-several')

  const own = await here.signedIn(clinic, clinic.monitor.staffId, 'phone')
  const { page } = own
  await page.goto(`${here.origin}/alerts`)
  const together = page.getByRole('button', { name: alertWords.acknowledgeSetFor(raised.length, 'Test Sample') })
  await together.waitFor()
  for (const { says } of raised) await page.locator('.alert-set').getByText(says).waitFor()
  await accessible(page, 'alerts raised together')
  await shot(page, 'alerts-together')
  // Meanwhile a prescriber takes one: it stays theirs, and the others are the monitor's.
  const list = '**/api/alerts?closed=no'
  const stale = await page.evaluate(async () => (await fetch('/api/alerts?closed=no')).text())
  await page.route(list, (route) => route.fulfill({ contentType: 'application/json', body: stale }))
  const [first] = raised
  const taken = await clinic.prescriber.post(`/api/alerts/${first?.id}/events`, {
    id: randomUUID(),
    kind: 'acknowledge',
  })
  assert.equal(taken.status, 200)
  // Their screen has not heard of it, and says which one it was when they press.
  await together.click()
  const told = page.getByRole('status').filter({ hasText: alertWords.takenMeanwhile(1) })
  await told.getByText(first?.says ?? '').waitFor()
  await told.getByText(/Petra Prescriber has already acknowledged this\./).waitFor()
  await accessible(page, 'one of several was taken')
  await page.unroute(list)
  await page.reload()
  await page.getByText(/Petra Prescriber acknowledged this/).waitFor()
  await together.waitFor({ state: 'detached' })
  assert.deepEqual(await waiting(), [])
  const { json } = await clinic.monitor.get('/api/alerts')
  const who = (json as { alerts: AlertShown[] }).alerts.map(({ id, standing }) => [id, standing.acknowledged?.by])
  assert.deepEqual(
    who.toSorted(),
    raised.map(({ id }) => [id, id === first?.id ? 'Petra Prescriber' : 'Milo Monitor']).toSorted(),
  )
  assert.deepEqual([...own.troubles, ...wall.troubles], [])
})

test('a whole set of observations is on the screen at once, with the way to save it', async () => {
  const session = await dosed(here.app)
  const { clinic } = session
  for (const size of ['tablet', 'desktop'] as const) {
    const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, size)
    await page.goto(`${here.origin}/sessions/${session.id}`)
    const nausea = page.getByRole('group', { name: sessionWords.vitals.nausea })
    await nausea.waitFor()
    const last = (await nausea.boundingBox()) ?? assert.fail('nausea is not asked')
    const save = await page.getByRole('button', { name: sessionWords.vitals.save }).boundingBox()
    assert.ok(save && save.y >= last.y + last.height, `${size}: ${JSON.stringify({ last, save })}`)
    assert.ok(save.y + save.height <= sizes[size].height)
    assert.deepEqual(troubles, [])
    await context.close()
  }
})

test('opening a question before the dose leaves the line that opened it, and has the focus, whole on the screen', async () => {
  const session = await booked(here.app)
  assert.equal((await session.arrive()).status, 200)
  const { clinic } = session
  const { page, context, troubles } = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  for (const [width, height] of [
    [390, 740],
    [1180, 640],
    [820, 1180],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.goto(`${here.origin}/sessions/${session.id}`)
    const lines = page.locator('.question-row button')
    await lines.nth(3).waitFor()
    for (let at = 0; at < (await lines.count()); at += 1) {
      const line = lines.nth(at)
      // As a keyboard finds it: at the lower edge, where what opens does not fit under it.
      await line.evaluate((button) => button.scrollIntoView({ block: 'end' }))
      await line.focus()
      await page.keyboard.press('Enter')
      const where = await line.evaluate((button) => {
        const { top, bottom, left } = button.getBoundingClientRect()
        const shown = (y: number) => button.contains(document.elementFromPoint(left + 20, y))
        return { shown: shown(top + 4) && shown(bottom - 4), top, bottom, label: button.getAttribute('aria-label') }
      })
      assert.ok(where.shown, JSON.stringify({ width, ...where }))
      await page.keyboard.press('Enter')
    }
  }
  assert.deepEqual(troubles, [])
  await context.close()
})
