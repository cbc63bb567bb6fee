import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import type { Page } from 'playwright-core'
import { type Booked, checked, readyToLeave, sprayReady, touched } from '../care/sessions/test.ts'
import type { Route } from '../science/decide.ts'
import { addMinutes } from '../science/time.ts'
import type { Reply } from '../server/test.ts'
import { givingWords as words } from '../web/words/en/giving.ts'
import { roomWords } from '../web/words/en/room.ts'
import { says } from '../web/words/en/says/sessions.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { accessible } from './axe.ts'
import { type Device, shot } from './browser.ts'
import { type Served, served } from './served.ts'
import { journey } from './step.ts'

// One treatment day for each way to give, from the booking to the way home, with near-misses in each that whoever holds
// the tablet reads. session-day.test.ts goes through every question of one injection.
let here: Served
let app: Served['app']
let clinic: Awaited<ReturnType<typeof app.clinicWith>>
let monitor: Device
let prescriber: Device

const leaveWords = sessionWords.release
const step = journey()

before(async () => {
  here = await served()
  app = here.app
  clinic = await app.clinicWith()
  monitor = await here.signedIn(clinic, clinic.monitor.staffId, 'tablet')
  prescriber = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
})
after(() => here.close())

const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))
const rulesOf = ({ json }: Reply) => ((json as { because?: { id: string }[] }).because ?? []).map(({ id }) => id)
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name })
const tap = (page: Page, group: string, choice: string) =>
  page
    .getByRole('group', { name: group, exact: true })
    .locator('label')
    .filter({ hasText: new RegExp(`^${choice}(?![a-z])`) })
    .first()
    .click()
/** The screen shows what was entered before the clinic has it. */
const atClinic = (page: Page) => page.getByText(sessionWords.saved.atClinic, { exact: true }).waitFor()
const fill = (page: Page, label: string, value: string) => page.getByLabel(label, { exact: false }).first().fill(value)

/** Booked, arrived, asked, measured and cleared, and on the monitor's tablet. */
const onTablet = async (route: Route, mg?: number, { cleared = true } = {}): Promise<Booked> => {
  app.clock.now = addMinutes(app.clock.now as never, 24 * 60)
  await touched(app, clinic)
  const session = await checked(app, clinic, {}, { route, mg })
  if (cleared) ok(await session.clear())
  await monitor.page.goto(`${here.origin}/sessions/${session.id}`)
  return session
}
const lookedAt = async (page: Page, name: string) => {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await accessible(page, name)
  await shot(page, `route-${name}`)
}
/** Time passes, and the tablet shows the session as it is then. */
const later = async (session: Booked, minutes: number) => {
  await session.later(minutes)
  await monitor.page.reload()
}
const watch = async (session: Booked, minutes: readonly number[]) => {
  for (const wait of minutes) {
    await session.later(wait)
    ok(await session.vitals())
  }
}

/** Before its time: whoever holds the tablet reads which criterion waits, and neither the screen nor the clinic releases. */
const heldFor = async (session: Booked, rule: string, says: string) => {
  const { page } = monitor
  await page.reload()
  await fillLeave(page)
  await page.getByText(says).first().waitFor()
  assert.equal(await button(page, leaveWords.release(escort)).getAttribute('aria-disabled'), 'true')
  await page.getByText(leaveWords.waits(1)).waitFor()
  assert.deepEqual(rulesOf(await session.release()), [rule])
}
const escort = 'Sam Sample'
const fillLeave = async (page: Page) => {
  await fill(page, leaveWords.to, escort)
  // Recorded once; another tap on it would take it back.
  const { instructionsGiven } = leaveWords.questions
  const { printed } = leaveWords.instructionOptions
  const chosen = page.getByRole('group', { name: instructionsGiven }).getByRole('radio', { name: printed })
  await chosen.waitFor()
  if (!(await chosen.isChecked())) await tap(page, instructionsGiven, printed)
}
const leave = async () => {
  const { page } = monitor
  await page.reload()
  await fillLeave(page)
  await button(page, leaveWords.release(escort)).click()
  await page.getByText(sessionWords.phases.released, { exact: true }).first().waitFor()
}

step(
  'injections: not before the clearance, each with its own amount and reason, and not home a minute early',
  async () => {
    const session = await onTablet('im', 40, { cleared: false })
    const { page } = monitor
    await page.getByRole('heading', { name: sessionWords.before.title }).waitFor()
    assert.equal(await button(page, words.give).count(), 0, 'no form for a dose before the clearance')
    assert.equal((await session.dose()).status, 423)
    ok(await session.clear())
    await page.getByRole('heading', { name: words.title, exact: true }).waitFor()
    await fill(page, words.mg, '20')
    await tap(page, words.site, words.sites.deltoid)
    await tap(page, words.side, words.sides.left)
    await button(page, words.give).click()
    await page.getByText(says.differs(20, 40)).first().waitFor()
    await lookedAt(page, 'im-why')
    await fill(page, words.differs, 'In two, ten minutes apart.')
    await button(page, words.give).click()
    await page.getByText(/Dose 1: ketamine 20 mg/).waitFor()
    await later(session, 10)
    // A whole set: one tap to begin, twelve digits that find their fields by themselves, three taps, and one to save.
    await page.getByLabel(sessionWords.vitals.readings.systolic, { exact: false }).first().click()
    await page.keyboard.type('131827097150')
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute('type')),
      'radio',
      'no keyboard over the taps',
    )
    // A Tab after the last digit is meant for what was reached by itself: it would choose "slow" for somebody alert.
    await page.keyboard.press('Tab')
    await page.keyboard.press('Space')
    assert.ok(await page.getByRole('radio', { name: /^5/ }).isChecked(), 'the first of the taps, not the one after it')
    await page.keyboard.press('Space')
    await tap(page, sessionWords.vitals.moaas, '5')
    await tap(page, sessionWords.vitals.dissociation, sessionWords.vitals.dissociationLevels.none)
    await tap(page, sessionWords.vitals.nausea, sessionWords.vitals.nauseaLevels.none)
    await button(page, sessionWords.vitals.save).click()
    await page
      .getByText(/BP 131\/82 mmHg, HR 70 \/min, SpO2 97 %, RR 15/)
      .first()
      .waitFor()
    await button(page, words.another.im).click()
    await fill(page, words.mg, '20')
    await tap(page, words.site, words.sites.deltoid)
    await tap(page, words.side, words.sides.right)
    await lookedAt(page, 'im-second')
    await button(page, words.give).click()
    await page.getByText(/Dose 2: ketamine 20 mg/).waitFor()
    await watch(session, [10, 10, 10, 15, 15, 15, 14])
    ok(await session.facts(readyToLeave))
    await heldFor(session, 'B6-time', 'At least 90 minutes since the last injection.')
    await lookedAt(page, 'im-too-early')
    await page.getByRole('link', { name: roomWords.leaflet.print }).first().click()
    await page.getByRole('heading', { name: roomWords.leaflet.parts.after }).waitFor()
    await page.getByText(roomWords.leaflet.ride(escort)).waitFor()
    await lookedAt(page, 'instructions')
    await page.goto(`${here.origin}/sessions/${session.id}`)
    await watch(session, [1])
    await leave()
  },
)

/** mg that went in between start, change to half the rate, pause, resumption and stop. */
const givenByLog = async (session: Booked): Promise<number> => {
  const { events } = (await session.read()) as unknown as {
    events: { kind: string; happenedAt: string; data: { what?: string } }[]
  }
  const at = (kind: string, what?: string) =>
    Date.parse(events.find((one) => one.kind === kind && one.data.what === what)?.happenedAt ?? '') / 60_000
  const change = (what: string) => at('infusion changed', what)
  const whole = change('rate changed') - at('dose')
  const half = change('paused') - change('rate changed') + change('stopped') - change('resumed')
  return whole * 1 + half * 0.5
}

step('infusion: the pump is slowed, paused and stopped, and nobody leaves with the line in place', async () => {
  const session = await onTablet('iv')
  const { page } = monitor
  await tap(page, words.lineSite, words.lineSites.forearm)
  await tap(page, words.side, words.sides.left)
  await tap(page, words.gauge, '22')
  assert.equal(await button(page, words.start).getAttribute('aria-disabled'), 'true', 'no line yet')
  await button(page, words.placeLine).click()
  await button(page, words.removeLine).waitFor()
  for (const [label, value] of [
    [words.mg, '40'],
    [words.volume, '50'],
    [words.rate, '60'],
    [words.duration, '40'],
  ] as const)
    await fill(page, label, value)
  await button(page, words.start).click()
  await page
    .getByText(/60 mL\/h for 40 min is 40 mL, not 50 mL/)
    .first()
    .waitFor()
  await lookedAt(page, 'iv-programme')
  // The plan’s amount in a tenth of its time: the pump agrees with itself, and not with the plan.
  await page
    .getByText(/ketamine 40 mg over 40 min/)
    .first()
    .waitFor()
  await fill(page, words.rate, '750')
  await fill(page, words.duration, '4')
  await button(page, words.start).click()
  await page.getByText(says.otherPace(4, 40)).first().waitFor()
  await page.getByLabel(words.differs).waitFor()
  await fill(page, words.duration, '40')
  await fill(page, words.rate, '75')
  await button(page, words.start).click()
  await page.getByText(words.states.running, { exact: true }).first().waitFor()
  await later(session, 10)
  await button(page, words.changeRate).click()
  // Ten times as fast is asked about; slower than the plan is not.
  await fill(page, words.newRate, '750')
  await button(page, words.save['rate changed']).click()
  await page.getByText(says.faster(4, 40)).first().waitFor()
  await fill(page, words.newRate, '37.5')
  await button(page, words.save['rate changed']).click()
  await page
    .getByText(/at 37\.5 mL\/h/)
    .first()
    .waitFor()
  await lookedAt(page, 'iv-running')
  await later(session, 10)
  await button(page, words.pause).click()
  await button(page, words.save.paused).click()
  await page.getByText(words.states.paused, { exact: true }).first().waitFor()
  await lookedAt(page, 'iv-paused')
  await later(session, 10)
  await button(page, words.resume).click()
  await page.getByText(words.states.running, { exact: true }).first().waitFor()
  await later(session, 5)
  await button(page, words.stop).first().click()
  await fill(page, words.why, 'Enough for today.')
  await button(page, words.save.stopped).click()
  await page
    .getByText(/^Stopped \d/)
    .first()
    .waitFor()
  // About 10 minutes at 75, then 15 at 37.5 mL/h of 40 mg in 50 mL: by the log's own moments, however slow the taps were.
  await atClinic(page)
  const shown = await page.locator('.infusion-given').innerText()
  const mg = await givenByLog(session)
  assert.ok(mg > 16 && Math.abs(Number.parseFloat(shown) - mg) < 0.1, `${shown}, by the log ${mg}`)
  await button(page, words.wasMissed).click()
  await tap(page, words.missed, words.missedOf.paused)
  await button(page, words.save.paused).click()
  await page.getByText(words.sayWhen).waitFor()
  await lookedAt(page, 'iv-missed')
  await button(page, words.keep).click()
  await watch(session, [1, 14, 15, 15, 17])
  ok(await session.facts(readyToLeave))
  assert.deepEqual(rulesOf(await session.release()), ['IV-line'])
  await heldFor(session, 'IV-line', 'The line is out.')
  await lookedAt(page, 'iv-line-in')
  await button(page, words.removeLine).click()
  await page
    .getByText(/Line removed/)
    .first()
    .waitFor()
  await button(page, /^Correct: Line placed: left forearm/).click()
  await tap(page, words.side, words.sides.right)
  await fill(page, sessionWords.log.reason, 'It was the other arm.')
  await lookedAt(page, 'iv-correct-line')
  await button(page, sessionWords.log.save).click()
  await page
    .getByText(/now .*right forearm/)
    .first()
    .waitFor()
  await page
    .getByText(/left forearm/)
    .first()
    .waitFor()
  await leave()
})

step('lozenge: spat out early, which counts from then, and the stay from there', async () => {
  const session = await onTablet('lozenge')
  const { page } = monitor
  for (const [label, value] of [
    [words.strength, '100'],
    [words.count, '2'],
    [words.mg, '100'],
  ] as const)
    await fill(page, label, value)
  await fill(page, words.differs, 'Only one today.')
  await button(page, words.lozengeIn).click()
  await page
    .getByText(says.lozenges(2, 100, 200, 100))
    .first()
    .waitFor()
  await fill(page, words.mg, '200')
  await lookedAt(page, 'lozenge')
  await button(page, words.lozengeIn).click()
  await button(page, words.lozengeOut).waitFor()
  await later(session, 8)
  await tap(page, words.lozengeEnd, words.lozengeAs['spat out'])
  await tap(page, words.whole, sessionWords.vitals.no)
  await lookedAt(page, 'lozenge-in-mouth')
  await button(page, words.lozengeOut).click()
  await page
    .getByText(/Spat out at .* not all of it dissolved/)
    .first()
    .waitFor()
  await atClinic(page)
  await watch(session, [7, 15, 15, 15, 15, 15, 15, 15])
  ok(await session.facts(readyToLeave))
  // Two hours since the start, not since the end, and the criterion says from where it counts.
  await heldFor(session, 'B6-time', 'At least 120 minutes since the last lozenge was swallowed or spat out.')
  await watch(session, [15])
  await leave()
})

step('spray: a device fails and waits for the prescriber; 119 minutes are not two hours', async () => {
  const session = await onTablet('esketamine', 84)
  const { page } = monitor
  const device = async (number: number, gave: keyof typeof words.gaveOptions, expiry: string = here.day(400)) => {
    await fill(page, words.lot, 'A17')
    await fill(page, words.expiry, expiry)
    await tap(page, words.gave, words.gaveOptions[gave])
    await button(page, words.deviceGiven(number)).click()
  }
  await device(1, 'both sprays', '2026-01-31')
  await page.getByText(says.expired('2026-01-31')).first().waitFor()
  await lookedAt(page, 'spray-expired')
  await device(1, 'part')
  await page.getByText(words.deviceFailed(1, words.gaveOptions.part)).first().waitFor()
  await later(session, 3)
  await page
    .getByText(/Next device in/)
    .first()
    .waitFor()
  assert.equal(await button(page, words.deviceGiven(2)).getAttribute('aria-disabled'), 'true')
  await lookedAt(page, 'spray-failed')
  await prescriber.page.goto(`${here.origin}/sessions/${session.id}`)
  await fill(prescriber.page, words.decide, 'The second and third as planned; none in place of this one.')
  await lookedAt(prescriber.page, 'spray-decides')
  await button(prescriber.page, words.saveDecision).click()
  await prescriber.page
    .getByText(/Decided about the device/)
    .first()
    .waitFor()
  await atClinic(prescriber.page)
  await later(session, 3)
  await device(2, 'both sprays')
  await page.getByText(words.device(3, 3)).first().waitFor()
  await later(session, 6)
  await device(3, 'both sprays')
  await page
    .getByText(/Device 3: esketamine 28 mg/)
    .first()
    .waitFor()
  assert.equal(await button(page, /Record device/).count(), 0, 'the plan has no fourth')
  await watch(session, [10, 15, 15, 15, 15, 15, 15, 18])
  ok(await session.facts(sprayReady))
  assert.ok(rulesOf(await session.release()).includes('RL-21'))
  await page.reload()
  await page.getByText('At least 2 hours since the last device.').first().waitFor()
  // Until when is said: nobody has to work it out from the time of the last device.
  await page.getByText(/^The minimum stay ends at \d+:\d\d [AP]M\.$/).waitFor()
  await lookedAt(page, 'spray-release')
  await watch(session, [3])
  await leave()
  assert.deepEqual([monitor.troubles, prescriber.troubles], [[], []])
})
