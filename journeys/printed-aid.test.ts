import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import {
  type Aid,
  claimNames,
  claims,
  healthAsked,
  matters,
  practical,
  questionNames,
  standings,
} from '../care/intake/aid/aid.ts'
import { clinicForTests } from '../clinic/accounts/testing/clinic.ts'
import { ownDatabase } from '../database/test.ts'
import { aidWords } from '../web/words/en/aid.ts'
import { device, sizes } from './browser.ts'
import { type Served, served } from './served.ts'

// What somebody takes from the decision aid, on paper: one side of a sheet, or both where they answered everything. The
// pages speak for the one clinic of a server, so this database is nobody else's.
let here: Served
let close = async () => {}
before(async () => {
  const own = await ownDatabase()
  here = await served(own.db)
  close = own.close
  const clinic = await here.app.clinicWith()
  const settings = (await clinic.owner.get('/api/clinic')).json as { policy: object }
  const publicSide = { prices: { evaluation: 300 }, offers: ['iv', 'im', 'lozenge', 'esketamine'] }
  const saved = await clinic.owner.post('/api/clinic', {
    ...clinicForTests,
    policy: { ...settings.policy, publicSide },
  })
  assert.equal(saved.status, 200)
})
after(async () => {
  await here.close()
  await close()
})

const own = 'Could I keep seeing my own therapist while I do this?\nHow soon would we know?'
const rows = <K extends string>(names: readonly K[], said: (name: K, at: number) => string): [string, string][] =>
  names.map((name, at) => [name, said(name, at)])
const of = (prefix: string, answers: [string, string][]): Aid =>
  Object.fromEntries(answers.map(([name, said]) => [`${prefix}.${name}`, said]))
const ready = standings[1] ?? ''

/** Three things count a lot, one question is open, one claim was wrong, four questions are brought along. */
const ordinary: Aid = {
  ...of(
    'matters',
    rows(matters, (_, at) => (at < 3 ? 'much' : at < 6 ? 'some' : 'little')),
  ),
  ...of(
    'health',
    rows(healthAsked, (_, at) => (at === 0 ? 'not sure' : 'no')),
  ),
  ...of(
    'practical',
    rows(practical, (_, at) => (at === 0 ? 'not sure' : 'yes')),
  ),
  ...of(
    'claim',
    rows(claimNames, (claim, at) => String(at === 1 ? !claims[claim].isTrue : claims[claim].isTrue)),
  ),
  ...of(
    'ask',
    rows(questionNames.slice(0, 4), () => 'yes'),
  ),
  own,
  ready,
}
const pagesOf = (pdf: Buffer): number => {
  const pages = /\/Type \/Pages[^>]*?\/Count (\d+)|\/Count (\d+)[^>]*?\/Type \/Pages/.exec(pdf.toString('latin1'))
  return Number(pages?.[1] ?? pages?.[2])
}
/** Everything counts, everything speaks against it, nothing was sure. */
const everything: Aid = {
  ...of(
    'matters',
    rows(matters, () => 'much'),
  ),
  ...of(
    'health',
    rows(healthAsked, () => 'yes'),
  ),
  ...of(
    'practical',
    rows(practical, () => 'not sure'),
  ),
  ...of(
    'claim',
    rows(claimNames, () => 'not sure'),
  ),
  ...of(
    'ask',
    rows(questionNames, () => 'yes'),
  ),
  own,
  ready,
}

test('written without a script it prints on the same side of Letter and of A4', async () => {
  const context = await here.browser.newContext({ viewport: sizes.phone, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${here.origin}/learn/decide`)
  for (const [field, said] of Object.entries(ordinary)) {
    const asked = page.locator(`[name="${field}"]`)
    if (field === 'own') await asked.fill(said)
    else await asked.and(page.locator(`[value="${said}"]`)).check()
  }
  await page.getByRole('button', { name: aidWords.show }).click()
  await page.locator('#mine').waitFor()
  // What is listed below it is what it rests on, and no more.
  const used = await page.locator('[data-page] .refs a').evaluateAll((all) => all.map((one) => one.textContent))
  const listed = await page.locator('.sources ol > li').count()
  assert.equal(new Set(used).size, listed)
  for (const format of ['Letter', 'A4'] as const) {
    const pdf = await page.pdf({ format })
    const folder = process.env.SHOTS
    if (folder) writeFileSync(join(folder, `printed-aid-without-script-${format}.pdf`), pdf)
    assert.equal(pagesOf(pdf), 1, format)
  }
  await context.close()
})

for (const [what, answers, most] of [
  ['ordinary answers', ordinary, 1],
  ['every answer', everything, 2],
] as const)
  test(`with ${what} the page of the decision aid prints on ${most} of Letter and of A4`, async () => {
    const { context, page, troubles } = await device(here.browser, 'phone')
    await page.goto(`${here.origin}/learn/decide`)
    // The last step: as it is kept on the device when somebody comes back to it.
    await page.evaluate((kept) => localStorage.setItem('evenkeel.decide', kept), JSON.stringify({ step: 99, answers }))
    await page.reload()
    await page.locator('#mine').waitFor()
    for (const format of ['Letter', 'A4'] as const) {
      const pdf = await page.pdf({ format })
      const folder = process.env.SHOTS
      if (folder) writeFileSync(join(folder, `printed-aid-${what.replace(' ', '-')}-${format}.pdf`), pdf)
      assert.equal(pagesOf(pdf), most, format)
    }
    assert.deepEqual(troubles, [])
    await context.close()
  })
