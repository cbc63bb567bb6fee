import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { concerns } from './change.ts'

const sam = '0f8b0e0a-1111-4111-8111-111111111111'
const kim = '0f8b0e0a-2222-4222-8222-222222222222'
const visit = '0f8b0e0a-3333-4333-8333-333333333333'

describe('a change asks again for', () => {
  const dosed = { action: 'sessions.dose', subject: `session:${visit}`, patient: sam }
  const cases: [what: string, path: unknown, asks: boolean][] = [
    ['the patient it is about', `/api/patients/${sam}/chart`, true],
    ['the session it is about', `/api/sessions/${visit}`, true],
    ['a list, which may show anyone', '/api/board', true],
    ['not another patient', `/api/patients/${kim}/chart`, false],
    ['stock, from which it may have drawn', `/api/stock/items/${kim}`, true],
    ['not a query that waits', undefined, false],
  ]
  for (const [what, path, asks] of cases) test(what, () => assert.equal(concerns(dosed, path), asks))
})

test('observations that raised nothing are news for their room and the board, not for alerts and stock', () => {
  const calm = { action: 'sessions.observe', subject: visit, patient: sam }
  for (const path of ['/api/board', '/api/sessions', `/api/sessions/${visit}`, `/api/patients/${sam}/chart`])
    assert.equal(concerns(calm, path), true, path)
  for (const path of [
    '/api/alerts/waiting',
    '/api/alerts',
    '/api/stock',
    '/api/stock/waiting',
    '/api/requests',
    '/api/plans/waiting',
    '/api/sessions/to-book',
  ])
    assert.equal(concerns(calm, path), false, path)
  assert.equal(concerns({ ...calm, action: 'sessions.record' }, '/api/alerts/waiting'), true)
})

test('the count of open matters in the ledger is asked again when the ledger moves', () => {
  assert.equal(concerns({ action: 'sessions.record', subject: visit }, '/api/stock/waiting'), false)
  for (const action of ['stock.count', 'stock.wasted', 'stock.witness'])
    assert.equal(concerns({ action, subject: kim }, '/api/stock/waiting'), true, action)
})

test('what the clinic says and decides is news for the page of every patient and session', () => {
  for (const action of ['clinic.set-limits', 'clinic.set', 'consent.publish'])
    for (const path of [`/api/patients/${sam}/consent?route=im`, `/api/sessions/${visit}`, '/api/board'])
      assert.equal(concerns({ action, subject: kim }, path), true, `${action} ${path}`)
  assert.equal(concerns({ action: 'consent.sign', subject: kim }, `/api/patients/${sam}/consent?route=im`), false)
})

test('who one is is asked again only when staff or the clinic changed', () => {
  assert.equal(concerns({ action: 'sessions.record', patient: sam }, '/api/me'), false)
  assert.equal(concerns({ action: 'staff.roles', subject: kim }, '/api/me'), true)
})

for (const action of ['chart.open', 'sessions.opened', 'consent.read', 'consent.print']) {
  test(`looking (${action}) does not ask for the same again`, () => {
    assert.equal(concerns({ action, patient: sam }, `/api/patients/${sam}/chart`), false)
  })
}

test('coming and going is news for the pages about accounts only', () => {
  for (const action of ['sign-in', 'sign-in.tried', 'sign-out.everywhere']) {
    assert.equal(concerns({ action, subject: kim }, '/api/board'), false)
    assert.equal(concerns({ action, subject: kim }, '/api/account'), true)
  }
})

test('somebody touching their screen asks for nothing again', () => {
  assert.equal(concerns({ action: 'sign-in.seen', subject: kim }, '/api/board'), false)
})

test('a change about one patient without a subject still reaches their screens', () => {
  assert.equal(concerns({ action: 'records.write', patient: sam.toUpperCase() }, `/api/patients/${sam}`), true)
})

test('what is told without saying about whom is news for every list, and for pages only where it may be anyone', () => {
  const pages = ['/api/board', `/api/patients/${sam}/consent?route=im`, '/api/me', '/api/stock/waiting']
  const asked = (change: object) => pages.map((path) => concerns({ action: 'changed', ...change }, path))
  assert.deepEqual(asked({}), [true, false, false, false])
  assert.deepEqual(asked({ anyone: true }), [true, true, false, false])
})
