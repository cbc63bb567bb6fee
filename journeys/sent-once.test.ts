import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Page } from 'playwright-core'
import { dosed } from '../care/sessions/test.ts'
import { named } from '../clinic/releases/test.ts'
import { reading } from '../database/read.ts'
import { sql } from '../database/sql.ts'
import type { Statement } from '../database/types.ts'
import { apiWords } from '../web/words/en/api.ts'
import { letterWords } from '../web/words/en/care-letters.ts'
import { controlWords } from '../web/words/en/controls.ts'
import { locationWords } from '../web/words/en/locations.ts'
import { questionnaireScreenWords } from '../web/words/en/questionnaires.ts'
import { recordWords } from '../web/words/en/records.ts'
import { releaseWords } from '../web/words/en/releases.ts'
import { sessionWords } from '../web/words/en/sessions.ts'
import { stockWords } from '../web/words/en/stock.ts'
import { type Served, served } from './served.ts'

// The clinic stores it and its answer is lost: the page is loaded anew, what was typed is there again, and sent once more
// it is stored once.
let here: Served
let clinic: Awaited<ReturnType<Served['app']['clinicWith']>>
let patientId = ''
let sessionId = ''

before(async () => {
  here = await served()
  const session = await dosed(here.app)
  ;({ clinic, patientId, id: sessionId } = session)
  assert.equal((await session.event('stopped', { as: 'left against advice', reason: 'x' })).status, 200)
  await named(clinic.monitor, patientId)
})
after(() => here.close())

type Case = {
  what: string
  who: 'monitor' | 'owner'
  at: () => string
  open: (page: Page) => Promise<unknown>
  type: (page: Page) => Promise<unknown>
  save: string
  post: string
  /** What of it is stored. */
  stored: Statement
  before?: number
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const nothing = () => Promise.resolve()
const { itemForm } = stockWords

const cases: readonly Case[] = [
  {
    what: 'a drug',
    who: 'monitor',
    at: () => '/stock',
    open: (page) => press(page, stockWords.newItem),
    type: async (page) => {
      await page.getByText(itemForm.forms.lozenge, { exact: true }).click()
      await page.getByLabel(itemForm.strengthPiece).fill('100')
    },
    save: itemForm.save,
    post: '**/api/stock/items',
    stored: sql`select from stock_item`,
  },
  {
    what: 'a recipient corrected',
    who: 'monitor',
    at: () => `/patients/${patientId}/releases`,
    open: (page) => press(page, releaseWords.correct),
    type: (page) => page.getByLabel(releaseWords.why).fill('Misspelled.'),
    save: releaseWords.correctSave,
    post: '**/recipients/*',
    stored: sql`select from recipient_change`,
  },
  {
    what: 'answers given aloud',
    who: 'monitor',
    at: () => `/patients/${patientId}`,
    open: async (page) => {
      await press(page, questionnaireScreenWords.enter)
      await page.getByLabel(questionnaireScreenWords.which).selectOption({ label: 'PHQ-9' })
    },
    type: async (page) => {
      // Yesterday at the clinic: by its clock today may be younger than any time that could be typed.
      await page.getByLabel(questionnaireScreenWords.day, { exact: true }).fill(here.day(-1))
      await page.getByLabel(questionnaireScreenWords.time, { exact: true }).fill('12:00')
      await page.getByRole('radio').first().check()
    },
    save: questionnaireScreenWords.record,
    post: '**/responses',
    stored: sql`select from response where context_kind = 'between'`,
  },
  {
    what: 'a letter',
    who: 'monitor',
    at: () => `/patients/${patientId}/letters`,
    open: (page) => press(page, letterWords.begin),
    type: (page) => page.getByRole('radio', { name: letterWords.kinds.patient }).last().check(),
    save: letterWords.beginSave,
    post: '**/letters',
    stored: sql`select from letter`,
  },
  {
    what: 'an addendum',
    who: 'monitor',
    at: () => `/patients/${patientId}/sessions/${sessionId}/note`,
    open: (page) => press(page, sessionWords.noted.addendum),
    type: (page) => page.getByLabel(sessionWords.addendum.words).fill('Called home.'),
    save: sessionWords.addendum.save,
    post: '**/events',
    stored: sql`select from session_event where kind = 'addendum'`,
  },
  {
    what: 'a patient',
    who: 'monitor',
    at: () => '/patients/new',
    open: nothing,
    type: async (page) => {
      await page.getByLabel(recordWords.givenName).fill('Once')
      await page.getByLabel(recordWords.familyName).fill('Stored')
      await page.getByLabel(recordWords.birthDate).fill('1980-03-05')
    },
    save: recordWords.registerThem,
    post: '**/api/patients',
    stored: sql`select from patient`,
    before: 1,
  },
  {
    what: 'a room',
    who: 'owner',
    at: () => '/settings/rooms',
    open: nothing,
    type: (page) => page.getByLabel(sessionWords.rooming.name).fill('Willow'),
    save: sessionWords.rooming.add,
    post: '**/api/rooms',
    stored: sql`select from room`,
    before: 1,
  },
  {
    what: 'a location',
    who: 'owner',
    at: () => '/settings/locations',
    open: (page) => press(page, locationWords.add),
    type: (page) => page.getByLabel(locationWords.name).fill('North'),
    save: locationWords.add,
    post: '**/api/locations',
    stored: sql`select from registered_location`,
    before: 1,
  },
]

for (const { what, who, at, open, type, save, post, stored, before: were = 0 } of cases) {
  test(`${what} whose answer was lost is stored once, after a reload too`, async () => {
    const { page, context } = await here.signedIn(clinic, clinic[who].staffId, 'desktop')
    const send = () => page.locator('form').getByRole('button', { name: save, exact: true }).click()
    await page.goto(here.origin + at())
    await open(page)
    await type(page)
    await page.route(post, async (route) => {
      if (route.request().method() !== 'POST') return route.continue()
      await route.fetch()
      await route.abort()
      await page.unroute(post)
    })
    await send()
    await page.getByText(apiWords.offline).first().waitFor()
    await page.reload()
    await open(page)
    await page.getByText(controlWords.draftKept).waitFor()
    const answered = page.waitForResponse(
      (reply) => reply.request().method() === 'POST' && reply.url().includes('/api/'),
    )
    await send()
    await answered
    await page.getByText(controlWords.draftKept).waitFor({ state: 'hidden' })
    const rows = await reading(here.app.db, { clinicId: clinic.clinicId }, (q) => q.all(stored))
    assert.equal(rows.length, were + 1)
    await context.close()
  })
}
