import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { consentWords } from '../web/words/en/consent.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { evaluationWords } from '../web/words/en/evaluation.ts'
import { planWords } from '../web/words/en/plans.ts'
import { ratingWords } from '../web/words/en/ratings.ts'
import { remsWords } from '../web/words/en/rems.ts'
import { requestStaffWords } from '../web/words/en/request.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { accessible } from './axe.ts'
import { shot } from './browser.ts'
import { type Served, served } from './served.ts'

// Lists that show nothing when there is nothing on them, on a day on which they cannot be read.
let here: Served
before(async () => {
  here = await served()
})
after(() => here.close())

const lists = [
  requestStaffWords.dangerTitle,
  planWords.waiting.title,
  sessionWords.toBook.title,
  consentWords.waitingTitle,
  ratingWords.waitingTitle,
  evaluationWords.overdueTitle,
  remsWords.waiting,
]

test('what could not be read on the start page is not known, and does not look like nothing', async () => {
  const clinic = await here.app.clinicWith()
  const { page, context } = await here.signedIn(clinic, clinic.prescriber.staffId, 'phone')
  const broken =
    /\/api\/(requests\/danger|plans\/waiting|sessions\/to-book|consent\/waiting|ratings|evaluations\/overdue|rems\/due|alerts\/waiting)$/
  await page.route(broken, (route) => route.fulfill({ status: 500, json: { problem: 'error', says: 'x' } }))
  await page.goto(here.origin)
  for (const list of lists) await page.getByText(controlWords.notRead(list), { exact: true }).waitFor()
  await page.getByText(controlWords.notReadMark, { exact: true }).waitFor()
  await accessible(page, 'a start page that could not be read')
  await shot(page, 'unread-phone')
  await page.unroute(broken)
  const read = ['/api/rems/due', '/api/plans/waiting'].map((path) =>
    page.waitForResponse((answer) => answer.url().endsWith(path) && answer.ok()),
  )
  await page.reload()
  await Promise.all(read)
  for (const list of lists) assert.equal(await page.getByText(controlWords.notRead(list)).count(), 0, list)
  await context.close()
})
