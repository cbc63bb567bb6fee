import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { system } from '../clinic/accounts/actor.ts'
import { audited } from '../clinic/audit/audited.ts'
import { makeLink, spendLink, withdrawLink } from '../clinic/links/changes.ts'
import { registered } from '../clinic/records/test.ts'
import { listOpenAlerts } from '../clinic/safety/queries.ts'
import { reading } from '../database/read.ts'
import { sql } from '../database/sql.ts'
import { addMinutes } from '../science/time.ts'
import { accessible } from './axe.ts'
import { device, shot, type Windows } from './browser.ts'
import { type Served, served } from './served.ts'

// The page behind a patient's link, whatever became of the link: it says so, how to reach the clinic, and 988 and 911.
let here: Served
let app: Served['app']
let browser: Windows
let origin = ''

before(async () => {
  here = await served()
  ;({ app, browser, origin } = here)
})
after(() => here.close())

const linked = async () => {
  const as = await app.clinicWith()
  const { clinicId } = as
  const { id: patientId } = await registered(as.prescriber, { givenName: 'Samantha', preferredName: 'Sam' })
  const now = app.clock.now
  const change = <T>(run: Parameters<typeof audited<T>>[2]) =>
    audited(app.db, { clinicId, actor: system, action: 'test.link', at: now }, run)
  await change((tx) => tx.run(sql`update clinic set address = ${{ phone: '555-0100' }}`))
  const link = await change((tx) =>
    makeLink(tx, { clinicId, patientId, purpose: 'phq-9', now, hours: 48, madeBy: system.id, origin }),
  )
  return { ...link, clinicId, change, now }
}

test('a link that was used, replaced or has run out says so and how to reach the clinic', async () => {
  const { page, troubles, context } = await device(browser, 'phone')
  const { id, url, change, now } = await linked()
  await change((tx) => spendLink(tx, id, now))
  await page.goto(url)
  await page.getByRole('heading', { level: 1, name: 'Your clinic has this already' }).waitFor()
  assert.equal(await page.getByRole('link', { name: /^Call Test clinic/ }).getAttribute('href'), 'tel:555-0100')
  await accessible(page, 'a used link')
  await shot(page, 'link-used')

  const replaced = await linked()
  await replaced.change((tx) => withdrawLink(tx, replaced.id, now))
  await page.goto(replaced.url)
  await page.getByRole('heading', { level: 1, name: 'This link was replaced by a newer one' }).waitFor()

  const late = await linked()
  app.clock.now = addMinutes(now, 49 * 60)
  await page.goto(late.url)
  await page.getByRole('heading', { level: 1, name: 'This link has expired' }).waitFor()
  app.clock.now = now
  // The live link of the first visit is opened in the same tab: only what stands behind the # changes.
  await page.evaluate((hash) => (location.hash = hash), new URL((await linked()).url).hash)
  await page.getByText('This link has expired').waitFor({ state: 'detached' })
  for (const name of ['Call 988', 'Text 988', 'Call 911']) assert.ok(await page.getByRole('link', { name }).isVisible())
  assert.deepEqual(troubles, [])
  await context.close()
})

test('answers that were sent without network and whose link was replaced meanwhile are not lost with what they say', async () => {
  const { page, troubles, context } = await device(browser, 'phone')
  const as = await linked()
  await page.goto(as.url)
  await page.getByRole('button', { name: 'Start' }).click()
  for (let number = 1; number <= 8; number += 1) {
    await page.getByText(`Question ${number} of 10`).waitFor()
    await page.getByRole('button', { name: 'Not at all' }).click()
  }
  await page.getByText('Question 9 of 10').waitFor()
  await page.getByRole('button', { name: 'Nearly every day' }).click()
  await page.getByRole('button', { name: 'Continue with the questions' }).click()
  await page.getByRole('button', { name: 'Not difficult at all' }).click()
  await page.route('**/api/link/answers', (route) => route.abort('internetdisconnected'))
  await page.getByRole('button', { name: 'Send to the clinic' }).click()
  await page.getByRole('button', { name: 'Try sending again' }).waitFor()
  await as.change((tx) => withdrawLink(tx, as.id, as.now))
  await page.unroute('**/api/link/answers')
  const refused = page.waitForResponse((response) => response.url().endsWith('/api/link/answers'))
  await page.reload()
  await page.getByText('Some answers on this phone were never sent to the clinic.').waitFor()
  assert.equal((await refused).status(), 403)
  await accessible(page, 'answers that were never sent')
  const raised = await reading(app.db, { clinicId: as.clinicId }, (q) => listOpenAlerts(q, app.clock.now))
  assert.deepEqual(
    raised.map(({ ruleId, level }) => [ruleId, level]),
    [['S1', 'urgent']],
  )
  assert.deepEqual(troubles, [])
  await context.close()
})

test('answers whose receipt never came are known to have arrived', async () => {
  const { page, context } = await device(browser, 'phone')
  const as = await linked()
  await page.goto(as.url)
  await page.getByRole('button', { name: 'Start' }).click()
  for (let number = 1; number <= 9; number += 1) {
    await page.getByText(`Question ${number} of 10`).waitFor()
    await page.getByRole('button', { name: 'Not at all' }).click()
  }
  await page.getByRole('button', { name: 'Not difficult at all' }).click()
  await page.route('**/api/link/answers', async (route) => {
    await route.fetch()
    await route.abort('internetdisconnected')
  })
  await page.getByRole('button', { name: 'Send to the clinic' }).click()
  await page.getByRole('button', { name: 'Try sending again' }).waitFor()
  await page.unroute('**/api/link/answers')
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Your clinic has this already' }).waitFor()
  await page.getByText('Some answers on this phone were never sent').waitFor({ state: 'detached' })
  await context.close()
})

test('while nothing of the page has come yet, or no script runs, help is there', async () => {
  const { page, context } = await device(browser, 'phone')
  await page.route(/\/assets\/.*\.js/, (route) => route.abort('internetdisconnected'))
  await page.goto((await linked()).url)
  await page.getByText('Opening your page…').waitFor()
  for (const name of ['Call 988', 'Text 988', 'Call 911']) assert.ok(await page.getByRole('link', { name }).isVisible())
  await page.unroute(/\/assets\/.*\.js/)
  await page.reload()
  await page.getByRole('button', { name: 'Start' }).waitFor()
  assert.equal(await page.getByRole('link', { name: 'Text 988' }).count(), 1)
  await context.close()
})

test('an address without a link, or with one nobody made, tells what to do', async () => {
  const { page, context } = await device(browser, 'phone', { dark: true })
  await page.goto(`${origin}/l`)
  await page.getByRole('heading', { level: 1, name: 'This page needs the link from your message' }).waitFor()
  await accessible(page, 'no link')
  await shot(page, 'link-none')
  await page.goto(`${origin}/l#${'x'.repeat(43)}`)
  await page.getByText('This link opens nothing. Check that all of it was copied.').waitFor()
  assert.ok(await page.getByRole('link', { name: 'Call 988' }).isVisible())
  await context.close()
})

test('without a connection the page says so and opens on another try', async () => {
  const { page, context } = await device(browser, 'phone')
  const { url } = await linked()
  await page.route('**/api/link', (route) => route.abort('internetdisconnected'))
  await page.goto(url)
  await page.getByRole('heading', { level: 1, name: /No connection/ }).waitFor()
  assert.ok(await page.getByRole('link', { name: 'Call 988' }).isVisible())
  await page.unroute('**/api/link')
  await page.getByRole('button', { name: 'Try again' }).click()
  await page.getByRole('heading', { name: /No connection/ }).waitFor({ state: 'detached' })
  await context.close()
})
