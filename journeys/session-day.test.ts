import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { planned } from '../care/plans/test.ts'
import { beforeReleaseKeys } from '../care/sessions/facts.ts'
import { readyToLeave, touched } from '../care/sessions/test.ts'
import { asqSinceLast } from '../science/instruments/asq.ts'
import type { Instrument } from '../science/instruments/instrument.ts'
import { maniaCheck } from '../science/instruments/mania-check.ts'
import { sinceLast } from '../science/instruments/since-last.ts'
import { urinary } from '../science/instruments/urinary.ts'
import { padss } from '../science/scales/recovery.ts'
import { addMinutes, Instant } from '../science/time.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { sessionWords as words } from '../web/words/en/sessions.ts'
import { accessible } from './axe.ts'
import { type Device, shot } from './browser.ts'
import { type Served, served } from './served.ts'
import { journey } from './step.ts'

// A treatment day from the booking to the way home: front desk, monitor on a tablet, prescriber, and the board on a wall.
let here: Served
let app: Served['app']
let clinic: Awaited<ReturnType<typeof app.clinicWith>>
let patientId = ''
let address = ''
let monitor: Device
let prescriber: Device
let wall: Device

const step = journey()
const roomId = randomUUID()

before(async () => {
  here = await served()
  app = here.app
  clinic = await app.clinicWith()
  await clinic.owner.post('/api/rooms', { id: roomId, name: 'Room 1' })
  const holding = app.holding as Parameters<typeof planned>[1]
  patientId = (await planned(clinic, holding, app.clock.now)).patientId
  monitor = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  prescriber = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
  wall = await here.signedIn(clinic, clinic.display.staffId, 'desktop', true)
})
after(() => here.close())

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
/** Taps a choice by the words it begins with: "5" is "5 Alert", and "No" is not "None". */
const tap = (page: Page, group: string, choice: string) =>
  page
    .getByRole('group', { name: group, exact: true })
    .locator('label')
    .filter({ hasText: new RegExp(`^${choice.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![a-z])`) })
    .first()
    .click()
const lookedAt = async (page: Page, name: string) => {
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }))
  await accessible(page, name)
  await shot(page, `session-${name}`)
}
/** Time passes, and everybody has touched their screen meanwhile: idle screens lock themselves. */
const later = async (minutes: number) => {
  app.clock.now = Instant.parse(addMinutes(app.clock.now, minutes))
  await touched(app, clinic)
}
/** On the screen as it stands, in front of everything, without anybody scrolling. */
const seen = async (at: Locator) => {
  await at.waitFor()
  const inFront = await at.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect()
    return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
  })
  assert.ok(inFront, `${at} is not on the screen`)
}
const toGive = (page: Page) => page.getByRole('heading', { name: words.dose.title, exact: true })
const readings = async (page: Page, values: [string, string][]) => {
  for (const [label, value] of values) await page.getByLabel(label, { exact: false }).first().fill(value)
}
const fellDue = new RegExp(`^${words.watch.fellDue('.*')}$`)
const { readings: names } = words.vitals
const usual: [string, string][] = [
  [names.systolic, '128'],
  [names.diastolic, '78'],
  [names.heartRate, '72'],
  [names.spo2, '98'],
  [names.respiratoryRate, '14'],
]

step('the front desk books the patient and records the arrival', async () => {
  const own = await here.signedIn(clinic, clinic.frontDesk.staffId, 'desktop')
  const { page } = own
  await page.goto(here.origin)
  await page.getByText(words.day.none).waitFor()
  // Whose next session nobody has booked stands there, and one tap takes them along; here they are looked for by name.
  const toBook = page.getByRole('link', { name: /^Book a session for .* Sample$/ })
  await toBook.waitFor()
  await lookedAt(page, 'to-book')
  await toBook.click()
  await page.getByText(words.book.chosen).waitFor()
  await page.goto(here.origin)
  await page.getByRole('link', { name: words.day.book, exact: true }).click()
  await page.getByLabel(words.book.find).fill('Sam')
  await button(page, /Sample/)
    .first()
    .click()
  await page.getByLabel(words.book.room, { exact: true }).selectOption({ label: 'Room 1' })
  await page.getByLabel(words.book.responsible).selectOption({ label: 'Milo Monitor' })
  const local = Temporal.Instant.from(app.clock.now).toZonedDateTimeISO('America/New_York')
  await page.getByLabel(words.book.day, { exact: true }).fill(local.toPlainDate().toString())
  await page.getByLabel(words.book.time, { exact: true }).fill(local.toPlainTime().toString({ smallestUnit: 'minute' }))
  await page.getByLabel(words.book.minutes).fill('130')
  await lookedAt(page, 'book')
  await button(page, words.book.save).click()
  await button(page, words.day.arrive).first().waitFor()
  await toBook.waitFor({ state: 'hidden' })
  await lookedAt(page, 'today')
  // Moved to the next day, where it says it went, and back from there.
  for (const days of [1, 0]) {
    await button(page, /^Change the booking of/).click()
    await tap(page, words.day.more, words.day.reschedule)
    await page
      .getByRole('dialog')
      .getByLabel(words.book.day, { exact: true })
      .fill(local.toPlainDate().add({ days }).toString())
    await page.getByRole('dialog').getByLabel(words.day.reason).fill('Asked for another day.')
    await button(page, words.book.move).click()
    await page.getByText(/ was rescheduled to .*, Room 1\./).waitFor()
    await page.getByText(words.day.none).waitFor()
    await lookedAt(page, `moved-${days}`)
    await page.getByRole('link', { name: words.day.thatDay }).click()
    await button(page, /^Change the booking of/).waitFor()
    assert.equal(await page.getByText(/ was rescheduled to /).count(), 0)
  }
  await button(page, words.day.arrive).first().click()
  await page.getByText(words.phases.arrived, { exact: true }).first().waitFor()
  assert.deepEqual(own.troubles, [])
  await own.context.close()
})

step('the board on the wall shows the room, with initials only', async () => {
  await wall.page.goto(`${here.origin}/board`)
  await wall.page.getByText(words.phases.arrived, { exact: true }).waitFor()
  assert.doesNotMatch(await wall.page.locator('main').innerText(), /Sample/)
  await lookedAt(wall.page, 'board-wall')
})

step('the monitor measures and asks; an impossible value is refused and what is open stays unknown', async () => {
  const { page } = monitor
  await page.goto(here.origin)
  await page.getByRole('link', { name: words.day.open }).click()
  await page.getByRole('heading', { name: words.before.title }).waitFor()
  address = new URL(page.url()).pathname
  await lookedAt(page, 'arrived')
  const { questions, ask } = words.before
  // On a low screen the way to save does not lie on what is to be typed.
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  await page.setViewportSize({ width: 1024, height: 768 })
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }))
  await button(page, `${ask}: ${words.before.baseline}`).click()
  await seen(page.getByLabel(names.systolic, { exact: false }).first())
  await page.setViewportSize({ width, height })
  // With the keys alone, a Tab after a number: each stands under its own name.
  await page.getByLabel(names.systolic, { exact: false }).first().focus()
  for (const number of ['124', '78', '70']) {
    await page.keyboard.type(number)
    await page.keyboard.press('Tab')
  }
  for (const [label, number] of [
    [names.systolic, '124'],
    [names.diastolic, '78'],
    [names.heartRate, '70'],
    [names.spo2, ''],
  ] as const)
    assert.equal(await page.getByLabel(label, { exact: false }).first().inputValue(), number)
  await readings(page, [...usual.slice(0, 3), [names.spo2, '101'], usual[4] as [string, string]])
  await page
    .getByText(/SpO2 101 ?% is not possible/)
    .first()
    .waitFor()
  await readings(page, [[names.spo2, '98']])
  await tap(page, words.vitals.moaas, '5')
  await tap(page, words.vitals.dissociation, words.vitals.dissociationLevels.none)
  await tap(page, words.vitals.nausea, words.vitals.nauseaLevels.none)
  await button(page, words.vitals.save).click()
  await page.getByText(/Systolic BP 128 mmHg/).waitFor()

  const lists: [keyof typeof questions, Instrument, string][] = [
    ['suicide', asqSinceLast, 'No'],
    ['mania', maniaCheck, 'No'],
    ['urinary', urinary, ''],
    ['sinceLast', sinceLast, 'No'],
  ]
  for (const [key, { items }] of lists) {
    await button(page, `${ask}: ${questions[key]}`).click()
    for (const { text, answers } of items) {
      // The answer that says nothing is there is the lowest of the list.
      const none = answers.find(({ value }) => value === 'no' || value === 'none') ?? answers[0]
      await tap(page, text, none?.text ?? '')
      if (key !== 'mania' || text !== items[0]?.text) continue
      // Half of a list is answered when the page is opened anew.
      await page.reload()
      await button(page, `${ask}: ${questions[key]}`).click()
      const first = page.getByRole('group', { name: text, exact: true })
      assert.equal(await first.getByRole('radio', { name: none?.text ?? '', exact: true }).isChecked(), true)
    }
    if (key === 'suicide') await lookedAt(page, 'suicide-questions')
    await page.locator('.asked').getByRole('button', { name: words.before.save, exact: true }).click()
    await button(page, `${words.before.change}: ${questions[key]}`).waitFor()
  }
  for (const [key, hours] of [
    ['lastAteAt', 10],
    ['lastDrankAt', 5],
  ] as const) {
    await button(page, `${ask}: ${questions[key]}`).click()
    const at = Temporal.Instant.from(app.clock.now).subtract({ hours }).toZonedDateTimeISO('America/New_York')
    const today = Temporal.Instant.from(app.clock.now).toZonedDateTimeISO('America/New_York').toPlainDate()
    await page
      .getByLabel(words.before.timeToday, { exact: true })
      .fill(at.toPlainTime().toString({ smallestUnit: 'minute' }))
    await tap(page, words.book.day, at.toPlainDate().equals(today) ? words.before.sameDay : words.before.yesterday)
    await page.locator('.asked').getByRole('button', { name: words.before.save, exact: true }).click()
    await button(page, `${words.before.change}: ${questions[key]}`).waitFor()
  }
  for (const key of ['alcoholToday', 'otherSedationToday'] as const) {
    await button(page, `${ask}: ${questions[key]}`).click()
    await tap(page, questions[key], words.vitals.no)
    await button(page, `${words.before.change}: ${questions[key]}`).waitFor()
  }
  await button(page, `${ask}: ${questions.pregnancy}`).click()
  await tap(page, questions.pregnancy, words.before.pregnancyOptions['cannot become pregnant'])
  await page.getByText(words.before.left(1)).waitFor()
  await lookedAt(page, 'one-unknown')

  await prescriber.page.goto(`${here.origin}${address}`)
  await prescriber.page.getByText(words.clear.lead).waitFor()
  await button(prescriber.page, words.clear.clear).first().waitFor()
  assert.equal(await button(prescriber.page, words.clear.clear).first().getAttribute('aria-disabled'), 'true')
  await prescriber.page.getByText(words.clear.reasonNeeded).waitFor()

  await button(page, `${ask}: ${questions.escort}`).click()
  await page.getByLabel(words.before.escortName).fill('Sandy Sample')
  // Another question is opened meanwhile: what was typed waits, and says so.
  await button(page, `${ask}: ${questions.sinceLastWords}`).click()
  await page.getByText(words.before.begun).waitFor()
  await button(page, `${ask}: ${questions.escort}`).click()
  assert.equal(await page.getByLabel(words.before.escortName).inputValue(), 'Sandy Sample')
  await page.getByLabel(words.before.escortPhone).fill('207-555-0199')
  await page.locator('.asked').getByRole('button', { name: words.before.save, exact: true }).click()
  // What the evaluation left to rate stands below: nothing is said to be answered.
  await page.getByText(words.before.left(0, { toRate: 1, unanswered: 0 }), { exact: true }).waitFor()
  await page.getByText(words.before.next).waitFor()
  assert.deepEqual(monitor.troubles, [])
})

step('the prescriber sees it without reloading, and clears', async () => {
  const { page } = prescriber
  await page.getByText(words.clear.nothingHolds).waitFor()
  await page.getByText(/^Newest PHQ-9: \d+, |^PHQ-9 has not been answered yet/).waitFor()
  await lookedAt(page, 'to-clear')
  // Somebody else clears at the same moment, and their tap arrives second.
  const other = await here.signedIn(clinic, clinic.prescriber.staffId, 'tablet')
  let letGo: () => void = () => undefined
  const first = new Promise<void>((resolve) => {
    letGo = resolve
  })
  await other.page.route('**/clear', async (request) => {
    await first
    await request.continue()
  })
  await other.page.goto(`${here.origin}${address}`)
  await button(other.page, words.clear.clear).first().click()
  await button(page, words.clear.clear).first().click()
  await seen(toGive(page))
  // Whoever waits in the room sees what to do next, too, however far down they had read.
  await seen(toGive(monitor.page))
  await other.page.getByRole('heading', { name: words.dose.title, exact: true }).waitFor()
  letGo()
  await other.page.getByText(/^This session is already cleared: Petra Prescriber/).waitFor()
  await other.page.getByText(/^That was at \d+:\d\d [AP]M\.$/).waitFor()
  await lookedAt(other.page, 'second-is-told')
  await button(other.page, words.now.secondRead).click()
  assert.equal(await other.page.getByText(words.now.second).count(), 0)
  await other.context.close()
  await wall.page.getByText(words.phases.cleared, { exact: true }).waitFor()
})

step('the monitor records the dose: 5,000 mg is refused, the plan’s amount stands beside the field', async () => {
  const { page } = monitor
  await page.getByText(words.dose.plan('ketamine', 40)).waitFor()
  await page.getByLabel(words.dose.mg, { exact: false }).first().fill('5000')
  await page.keyboard.press('Tab')
  await page
    .getByText(/not possible/)
    .first()
    .waitFor()
  await page.getByLabel(words.dose.mg, { exact: false }).first().fill('40')
  await tap(page, words.dose.site, words.dose.sites.deltoid)
  await tap(page, words.dose.side, words.dose.sides.left)
  await lookedAt(page, 'dose')
  // A pressure is read again and not saved.
  await button(page, `${words.before.change}: ${words.before.baseline}`).click()
  await page.getByLabel(names.systolic, { exact: false }).first().fill('131')
  await button(page, words.dose.give).click()
  await page.getByText(/Dose 1: ketamine 40 mg/).waitFor()
  // What was read before the dose, saved or not, stands in no set after it; what was not saved is said.
  await page.getByText(words.vitals.notSavedBefore('BP 131/')).waitFor()
  await button(page, words.vitals.save).waitFor()
  assert.equal(await page.getByText(controlWords.draftKept).count(), 0)
  for (const [label] of usual) assert.equal(await page.getByLabel(label, { exact: false }).first().inputValue(), '')
  await wall.page.getByText(words.phases.dosed, { exact: true }).waitFor()
  await lookedAt(wall.page, 'board-dosed')
})

step('observations taken without network are kept on the tablet and arrive once', async () => {
  const { page, context } = monitor
  await later(10)
  await page.reload()
  await button(page, words.vitals.save).waitFor()
  // Heard once by whoever does not see it: the sentence has no minutes that would be said again and again.
  await page.getByText(fellDue).waitFor({ state: 'attached' })
  // Under the thumb from the first number on: nobody scrolls through a set to save it.
  await page.evaluate(() => window.scrollTo(0, 0))
  const { y, height } = (await button(page, words.vitals.save).boundingBox()) ?? assert.fail('there is no way to save')
  const ways = (await page.getByRole('navigation').boundingBox())?.y ?? 0
  assert.ok(y + height <= ways, `the way to save ends at ${y + height}, the screen's foot begins at ${ways}`)
  // Words of one's own are there again, too, in the dialog they were typed into.
  const remark = page.getByRole('dialog').getByLabel(words.remark.words)
  await button(page, words.remark.add).click()
  await remark.fill('Asked for the light')
  await page.reload()
  await button(page, words.remark.add).click()
  assert.equal(await remark.inputValue(), 'Asked for the light')
  await remark.fill('')
  await page.keyboard.press('Escape')
  // Half of a set is typed when the page is opened anew: it stands there still, and says that it is not saved.
  await readings(page, [[names.systolic, '146']])
  await page.reload()
  await page.getByText(controlWords.draftKept).waitFor()
  assert.equal(await page.getByLabel(names.systolic, { exact: false }).first().inputValue(), '146')
  await context.setOffline(true)
  await readings(page, [[names.diastolic, '88'], ...usual.slice(2)])
  await tap(page, words.vitals.moaas, '4')
  await tap(page, words.vitals.dissociation, words.vitals.dissociationLevels.clearly)
  await tap(page, words.vitals.nausea, words.vitals.nauseaLevels.none)
  await button(page, words.vitals.save).click()
  await seen(page.getByText(words.saved.here(1)))
  await lookedAt(page, 'offline')
  await context.setOffline(false)
  await page.getByText(words.saved.atClinic, { exact: true }).waitFor()
  await prescriber.page.getByText(/BP 146\/88/).waitFor()
  const { json } = await clinic.monitor.get(`/api${address}`)
  const sets = (json as { events: { kind: string }[] }).events.filter(({ kind }) => kind === 'vitals')
  assert.equal(sets.length, 2)
  await page.getByText(fellDue).waitFor({ state: 'detached' })
})

step('release is held until every criterion is recorded and met, then names the adult', async () => {
  const { page } = monitor
  await page.getByLabel(words.release.to, { exact: false }).first().fill('Sandy Sample')
  assert.equal(await button(page, words.release.release('Sandy Sample')).getAttribute('aria-disabled'), 'true')
  const early = await clinic.monitor.post(`/api${address}/release`, {
    id: randomUUID(),
    toName: 'Sandy Sample',
    instructions: 'printed',
  })
  assert.equal(early.status, 423, JSON.stringify(early.json))

  for (const minutes of [10, 10, 15, 15, 15, 16]) {
    await later(minutes)
    const data = {
      systolic: 126,
      diastolic: 78,
      heartRate: 72,
      spo2: 98,
      respiratoryRate: 14,
      moaas: 5,
      dissociation: 'none',
      nausea: 'none',
      pain: 0,
    }
    const event = { id: randomUUID(), kind: 'vitals', happenedAt: app.clock.now, data }
    const { status, json } = await clinic.monitor.post(`/api${address}/events`, event)
    assert.equal(status, 200, JSON.stringify(json))
  }
  await page.reload()
  const { questions } = words.release
  for (const key of beforeReleaseKeys('im').filter((one) => one in questions) as (keyof typeof questions)[]) {
    const yes = readyToLeave[key as keyof typeof readyToLeave]
    const { printed } = words.release.instructionOptions
    const said = key === 'instructionsGiven' ? printed : yes ? words.vitals.yes : words.vitals.no
    await tap(page, questions[key], said)
  }
  await page.getByText(words.release.padss).click()
  for (const { title } of padss.items) await tap(page, title, '2')
  await page.getByText(/^14 of 14 met$/).waitFor()
  // The page was opened anew: nobody is named until somebody says who it is.
  assert.equal(await page.getByLabel(words.release.to, { exact: false }).first().inputValue(), '')
  await button(page, words.release.itIs('Sandy Sample')).click()
  assert.equal(await page.getByLabel(words.release.phone, { exact: false }).first().inputValue(), '207-555-0199')
  await lookedAt(page, 'release')
  // The clinic releases upon what has arrived there; what is still on the tablet holds it.
  await page.getByText(words.saved.atClinic, { exact: true }).waitFor()
  await button(page, words.release.release('Sandy Sample')).click()
  await page.getByText(words.phases.released, { exact: true }).first().waitFor()
  await lookedAt(page, 'released')
  await wall.page.getByText(words.wall.free).first().waitFor()
})

step('the note follows from the log, is signed and printed; the chart shows the dose', async () => {
  const { page } = prescriber
  await page.goto(`${here.origin}/patients/${patientId}${address}/note`)
  await page.getByText(/Dose 1: ketamine 40 mg/).waitFor()
  await lookedAt(page, 'note')
  await button(page, words.noted.sign).click()
  await page
    .getByText(/^Signed by Petra Prescriber/)
    .first()
    .waitFor()
  const pdf = await page.request.get(`${here.origin}/api/patients/${patientId}${address}/note.pdf`)
  assert.match((await pdf.body()).toString('latin1'), /^%PDF/)
  await page.goto(`${here.origin}/patients/${patientId}`)
  await page.getByText(words.phases.released).first().waitFor()
  await lookedAt(page, 'chart')
  assert.deepEqual(prescriber.troubles, [])
  assert.deepEqual(wall.troubles, [])
})
