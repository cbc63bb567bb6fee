import assert from 'node:assert/strict'
import { after, before } from 'node:test'
import { type Booked, checked } from '../care/sessions/test.ts'
import type { Reply } from '../server/test.ts'
import { remsWords as words } from '../web/words/en/rems.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { accessible } from './axe.ts'
import { type Device, shot } from './browser.ts'
import { comesTo } from './comes-to.ts'
import { type Served, served } from './served.ts'
import { journey } from './step.ts'

// The papers of one spray session: what is missing is asked, the form is marked as sent, the enrolment written down.
let here: Served
let session: Booked
let monitor: Device

const step = journey()
const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))
const lookedAt = async (name: string) => {
  await accessible(monitor.page, name)
  await shot(monitor.page, `rems-${name}`)
}

before(async () => {
  here = await served()
  const clinic = await here.app.clinicWith()
  session = await checked(here.app, clinic, {}, { route: 'esketamine' })
  ok(await session.clear())
  await session.later(1)
  ok(await session.dose())
  for (const wait of [40, 40, 45]) {
    await session.later(wait)
    ok(await session.vitals())
  }
  ok(await session.event('stopped', { as: 'left against advice', reason: 'Wanted to go home.' }))
  monitor = await here.signedIn(clinic, clinic.monitor.staffId, 'desktop')
})
after(() => here.close())

step('the day list names the form that waits, and the form says what the log says and what is missing', async () => {
  const { page } = monitor
  await page.goto(here.origin)
  await page.getByRole('heading', { name: words.waiting }).waitFor()
  await page.locator(`a[href$="/sessions/${session.id}/rems"]`).first().click()
  await page.getByRole('heading', { name: words.title }).waitFor()
  await page.getByText('28', { exact: true }).first().waitFor()
  await lookedAt('form')
})

step('an answer is asked for once and stands with its name', async () => {
  const { page } = monitor
  const says = 'Takes an opioid'
  const button = (name: string) => page.getByRole('button', { name: `${says}: ${name}` })
  const change = page.getByRole('button', { name: `${words.change}: ${says}` })
  // While one answer is on its way the other cannot be given beside it.
  let arrives = () => {}
  const underWay = new Promise<void>((go) => {
    arrives = go
  })
  await page.route('**/rems/answers', async (route) => {
    await underWay
    await route.continue()
  })
  await button(words.no).click()
  await comesTo(() => button(words.yes).getAttribute('aria-disabled'), 'true')
  arrives()
  await change.waitFor()
  await page.locator('.rems-field', { hasText: says }).getByText(words.no, { exact: true }).waitFor()
})

step('it is marked as sent with what was missing, and not before somebody says why', async () => {
  const { page } = monitor
  await page.getByRole('button', { name: words.markSent }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(words.ways.portal, { exact: true }).click()
  await dialog.getByLabel(words.sentOn).fill(here.day(0))
  await dialog.getByRole('button', { name: words.markSent }).click()
  await dialog
    .getByText(/Say why it was sent like this/)
    .first()
    .waitFor()
  await dialog.getByLabel(words.words).fill('The telephone number follows.')
  await dialog.getByRole('button', { name: words.markSent }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page.getByRole('heading', { name: words.sendings }).waitFor()
  await lookedAt('sent')
})

step('the enrolment stands where its last step says', async () => {
  const { page } = monitor
  await page.getByRole('link', { name: words.enrolment }).click()
  await page.getByText(words.none).waitFor()
  await page.getByText(words.steps.confirmed, { exact: true }).click()
  await page.getByLabel(words.day, { exact: true }).fill(here.day(0))
  await page.getByRole('button', { name: words.addStep }).click()
  await page.getByText(words.states.confirmed).first().waitFor()
  await lookedAt('enrolment')
  assert.deepEqual(monitor.troubles, [])
})

step('the note leads to the form', async () => {
  const { page } = monitor
  await page.goto(`${here.origin}/patients/${session.patientId}/sessions/${session.id}/note`)
  await page.getByRole('heading', { name: sessionWords.note }).waitFor()
  await page.getByRole('link', { name: words.title }).click()
  await page.getByRole('heading', { name: words.title }).waitFor()
})
