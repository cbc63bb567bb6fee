import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before } from 'node:test'
import type { RhythmShown } from '../care/outcomes/rhythm.ts'
import { planned, prescribed } from '../care/plans/test.ts'
import { checked, touched } from '../care/sessions/test.ts'
import { apiWords } from '../web/words/en/api.ts'
import { consentWords } from '../web/words/en/consent.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { givingWords } from '../web/words/en/giving.ts'
import { outcomeWords } from '../web/words/en/outcomes.ts'
import { planWords } from '../web/words/en/plans.ts'
import { recordWords } from '../web/words/en/records.ts'
import { says } from '../web/words/en/says/plans.ts'
import { type Served, served } from './served.ts'
import { journey } from './step.ts'

// Two people change the same thing, each on a screen of their own: the first wins, and the second, whose page has heard of
// it and whose form still holds what was there before, is told. Nothing goes back to how it was without being typed.
let here: Served
let app: Served['app']
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let path = ''
let planId = ''
const step = journey()

before(async () => {
  here = await served()
  ;({ app } = here)
  clinic = await app.clinicWith()
  const { patientId, ...plan } = await planned(clinic, app.holding as never, app.clock.now)
  planId = plan.planId
  path = `/patients/${patientId}`
})
after(() => here.close())

type Version = { number: number; doseMg: number; notes: string }
const planNow = async () =>
  ((await clinic.prescriber.get(`/api${path}/plan?route=im`)).json as { stands: { version: Version } }).stands.version

step('a prescriber changes a plan that a colleague changes meanwhile', async () => {
  await touched(app, clinic)
  const colleague = await clinic.another(['prescriber'], 'Paul Prescriber')
  const before = await planNow()
  const { page, context, troubles } = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
  await page.goto(`${here.origin}${path}/plan?route=im`)
  await page.getByRole('button', { name: planWords.change, exact: true }).click()
  await page.getByLabel(planWords.notesField).fill('Prefers the morning.')
  await page.getByLabel(planWords.whyChange).fill('Asked for it.')
  const less = { planId, expected: 1, prescribed: prescribed({ doseMg: 30 }), why: 'Less.', id: randomUUID() }
  assert.equal((await colleague.post(`/api${path}/plan?route=im`, less)).status, 200)
  await page.getByRole('button', { name: planWords.signChange(3) }).click()
  await page.getByText(says.versionSigned('Paul Prescriber', 2)).first().waitFor()
  assert.notEqual(before.doseMg, 30)
  assert.deepEqual([(await planNow()).number, (await planNow()).doseMg], [2, 30])
  assert.equal(await page.getByLabel(planWords.notesField).inputValue(), 'Prefers the morning.')
  await page.getByRole('button', { name: controlWords.discardDraft }).click()
  await page.getByLabel(planWords.notesField).fill('Prefers the morning.')
  await page.getByLabel(planWords.whyChange).fill('Asked for it.')
  await page.getByRole('button', { name: planWords.signChange(3) }).click()
  await page.getByRole('button', { name: planWords.change, exact: true }).waitFor()
  const { number, doseMg, notes } = await planNow()
  assert.deepEqual({ number, doseMg, notes }, { number: 3, doseMg: 30, notes: 'Prefers the morning.' })
  assert.deepEqual(troubles, [])
  await context.close()
})

step('who somebody is, typed half, left, changed by a colleague, and gone on with', async () => {
  const { page, context } = await here.signedIn(clinic, clinic.frontDesk.staffId, 'desktop')
  await page.goto(`${here.origin}${path}/record/identity`)
  await page.getByLabel(recordWords.preferredName).fill('Robin')
  await page.goto(`${here.origin}${path}/record`)
  const { patient } = (await clinic.monitor.get(`/api${path}`)).json as {
    patient: { version: number; identity: Record<string, unknown> }
  }
  const identity = { ...patient.identity, phone: '212 555 0177' }
  const moved = { id: randomUUID(), after: patient.version, identity, why: 'New number.' }
  assert.equal((await clinic.monitor.post(`/api${path}/identity`, moved)).status, 200)
  await page.goto(`${here.origin}${path}/record/identity`)
  await page.getByText(controlWords.draftKept).waitFor()
  await page.getByLabel(recordWords.changeWhy).fill('Said so.')
  await page.getByRole('button', { name: recordWords.saveVersion }).click()
  await page.getByText('Milo Monitor').first().waitFor()
  const now = (await clinic.monitor.get(`/api${path}`)).json as typeof patient & { patient: typeof patient }
  assert.deepEqual([now.patient.version, now.patient.identity.phone], [patient.version + 1, '212 555 0177'])
  assert.equal(await page.getByLabel(recordWords.preferredName).inputValue(), 'Robin')
  await context.close()
})

step(
  'a change whose answer was lost is made once: sent again, after the page was loaded anew too, it is saved',
  async () => {
    const { page, context } = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
    /** The clinic hears it and stores it; whoever sent it hears nothing. */
    const loseAnswer = (where: string) =>
      page.route(where, async (route) => {
        if (route.request().method() !== 'POST') return route.continue()
        await route.fetch()
        await route.abort()
        await page.unroute(where)
      })
    const lost = page.getByText(apiWords.offline).first()
    const versionNow = async () =>
      ((await clinic.monitor.get(`/api${path}`)).json as { patient: { version: number } }).patient.version
    const version = await versionNow()
    await page.goto(`${here.origin}${path}/record/identity`)
    await page.getByLabel(recordWords.preferredName).fill('Robin')
    await page.getByLabel(recordWords.changeWhy).fill('Said so.')
    await loseAnswer('**/identity')
    await page.getByRole('button', { name: recordWords.saveVersion }).click()
    await lost.waitFor()
    await page.reload()
    await page.getByText(controlWords.draftKept).waitFor()
    await page.getByRole('button', { name: recordWords.saveVersion }).click()
    await page.waitForURL(`**${path}/record`)
    assert.equal(await versionNow(), version + 1)

    await page.goto(`${here.origin}/follow-up`)
    await page.getByRole('button', { name: outcomeWords.rhythmChange }).click()
    await page.getByLabel(outcomeWords.inductionDays).fill('5')
    await page.getByLabel(outcomeWords.whyDays).fill('They come every five days.')
    await page.getByLabel(outcomeWords.signName).fill('P. Prescriber')
    await loseAnswer('**/api/outcomes/rhythm')
    await page.getByRole('button', { name: outcomeWords.sign, exact: true }).click()
    await lost.waitFor()
    await page.getByRole('button', { name: outcomeWords.sign, exact: true }).click()
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    const { signed } = (await clinic.prescriber.get('/api/outcomes/rhythm')).json as RhythmShown
    assert.deepEqual(
      signed.map(({ inductionDays }) => inductionDays),
      [5],
    )
    await context.close()
  },
)

step(
  'a section of the clinic’s own, typed and not yet published, is there again after the page was loaded anew',
  async () => {
    const { page, context } = await here.signedIn(clinic, clinic.prescriber.staffId, 'desktop')
    await page.goto(`${here.origin}/settings/consent?route=im`)
    await page.getByRole('button', { name: consentWords.addOwn }).click()
    await page.getByLabel(consentWords.ownText).fill('Behind the house.')
    await page.reload()
    await page.getByText(controlWords.draftKept).waitFor()
    assert.equal(await page.getByLabel(consentWords.ownText).inputValue(), 'Behind the house.')
    await context.close()
  },
)

step('what is being typed about a pump stays when a colleague stops it, and says who did and when', async () => {
  await touched(app, clinic)
  const session = await checked(app, clinic, {}, { route: 'iv' })
  assert.equal((await session.clear()).status, 200)
  await session.event('line placed', { site: 'hand', side: 'left', gauge: 22 })
  assert.equal((await session.dose()).status, 200)
  await session.later(10)
  const doseId = (await session.read()).events.find(({ kind }) => kind === 'dose')?.id
  const { page, context, troubles } = await here.signedIn(clinic, clinic.prescriber.staffId, 'tablet')
  await page.goto(`${here.origin}/sessions/${session.id}`)
  await page.getByRole('button', { name: givingWords.changeRate }).click()
  await page.getByLabel(givingWords.newRate).fill('50')
  await page.getByLabel(givingWords.why).fill('The room spins.')
  const stopped = await session.event('infusion changed', { doseId, what: 'stopped', reason: 'Enough for today.' })
  assert.equal(stopped.status, 200, JSON.stringify(stopped.json))
  await page.getByText(givingWords.stoppedMeanwhileHelp).waitFor()
  await page.getByText(/Milo Monitor recorded the stop at/).waitFor()
  assert.equal(await page.getByLabel(givingWords.why).inputValue(), 'The room spins.')
  await page.getByRole('button', { name: givingWords.save['rate changed'] }).click()
  await page.getByText(givingWords.sayWhen).waitFor()
  await page.getByRole('button', { name: givingWords.keep }).click()
  await page.getByRole('button', { name: givingWords.wasMissed }).waitFor()
  assert.deepEqual(troubles, [])
  await context.close()
})
