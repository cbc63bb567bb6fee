import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { evaluated, nothingFound } from '../care/evaluation/test.ts'
import { named, part2, released } from '../clinic/releases/test.ts'
import { evaluationWords } from '../web/words/en/evaluation.ts'
import { payerWords as words } from '../web/words/en/payer.ts'
import { says } from '../web/words/en/says/payer.ts'
import { accessible } from './axe.ts'
import { type Device, done, shot, type sizes } from './browser.ts'
import { type Served, served } from './served.ts'

// What has been tried, how it is staged, and the text for the insurer: it is copied under a release to that insurer, and
// not about substance use without a Part 2 consent.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let of: Awaited<ReturnType<typeof evaluated>>
before(async () => {
  here = await served()
  clinic = await here.app.clinicWith()
  of = await evaluated(clinic.prescriber, here.app.clock.now, {
    ...nothingFound,
    episodeLength: '13 to 24 months',
    augmentationInEpisode: true,
  })
  const trial = async (content: object) => {
    const entry = { kind: 'trial', change: 'recorded', id: randomUUID(), content }
    const sent = await clinic.monitor.post(`${of.path}/evaluation/entries`, { evaluationId: of.evaluationId, entry })
    assert.equal(sent.status, 200, JSON.stringify(sent.json))
  }
  const failed = { what: 'antidepressant', weeks: 8, result: 'no response', stopped: 'no benefit', inEpisode: true }
  await trial({ ...failed, medicine: 'Sertraline', mgPerDay: 150, leastMgPerDay: 50 })
  await trial({ ...failed, medicine: 'Venlafaxine', mgPerDay: 150, leastMgPerDay: 75 })
  await trial({ medicine: 'Naltrexone', what: 'other', mgPerDay: 50 })
  const problem = { words: 'Recurrent depression', code: 'F33.2', status: 'active' }
  const change = { change: 'recorded', id: randomUUID(), fact: problem }
  assert.equal((await clinic.prescriber.post(`${of.path}/problems`, change)).status, 200)
})
after(() => here.close())

const opened = async (size: keyof typeof sizes, path: string, dark = false): Promise<Device> => {
  const device = await here.signedIn(clinic, clinic.prescriber.staffId, size, dark)
  await device.page.goto(`${here.origin}/patients/${of.patientId}/${path}`)
  return device
}
const lookedAt = async (page: Page, name: string) => {
  await page.evaluate(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }))
  await accessible(page, name)
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), name)
  await shot(page, `tried-${name}`)
}

for (const [size, dark] of [
  ['phone', true],
  ['tablet', false],
  ['desktop', false],
] as const)
  test(`trials, their staging and the determination read on a ${size}${dark ? ' in the dark' : ''}`, async () => {
    const device = await opened(size, 'evaluation?part=trials', dark)
    await device.page.getByRole('heading', { name: words.title }).waitFor()
    await lookedAt(device.page, `trials-${size}`)
    await device.page.goto(`${here.origin}/patients/${of.patientId}/evaluation?part=episode`)
    await device.page.getByRole('heading', { name: evaluationWords.staging.title }).waitFor()
    await lookedAt(device.page, `staging-${size}`)
    await device.page.goto(`${here.origin}/patients/${of.patientId}/determination`)
    await device.page.getByRole('heading', { name: evaluationWords.evidence.payers }).waitFor()
    await device.page.getByText(evaluationWords.evidence.otherRoutes).first().click()
    await lookedAt(device.page, `determination-${size}`)
    await done(device)
  })

test('the text for an insurer waits for a release to them, and for a look at each word of substance use', async () => {
  const device = await opened('tablet', 'evaluation?part=trials')
  const { page, context } = device
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByText(words.noPayer).first().waitFor()
  const to = await named(clinic.frontDesk, of.patientId, { relation: 'payer', name: '', organisation: 'Example Plan' })
  await page.reload()
  await page.getByText(says.notReleased).waitFor()
  await lookedAt(page, 'payer-held')
  const contents = ['diagnoses', 'medicines', 'scores']
  await released(clinic.frontDesk, of.patientId, to, { contents, purposes: ['payment'] })
  await page.reload()
  const copy = page.getByRole('button', { name: words.copy })
  await page.getByRole('group', { name: words.substanceUse }).getByLabel(words.answers.no, { exact: true }).check()
  await copy.click()
  await page
    .getByText(says.words(['naltrexone']))
    .first()
    .waitFor()
  await lookedAt(page, 'payer-words')
  await page.getByRole('group', { name: words.substanceUse }).getByLabel(words.answers.yes, { exact: true }).check()
  await copy.click()
  await page
    .getByText(/Part 2 consent/)
    .last()
    .waitFor()
  await released(clinic.prescriber, of.patientId, to, { ...part2, purposes: ['payment'] })
  await copy.click()
  await page.getByText(words.copied).waitFor()
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Naltrexone/)
  await page.getByText(words.taken(1)).click()
  await lookedAt(page, 'payer-copied')
  await done(device)
})
