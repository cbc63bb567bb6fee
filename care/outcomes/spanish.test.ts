import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { registered } from '../../clinic/records/test.ts'
import { languageOf } from '../../clinic/responses/packs.ts'
import { listResponses } from '../../clinic/responses/queries.ts'
import { reading } from '../../database/read.ts'
import { phq9 } from '../../science/instruments/phq9.ts'
import { packFor } from '../../science/instruments/testing.ts'
import { testApp } from '../../server/test.ts'
import type { Sheet } from './sheets.ts'
import { phq9Answers } from './test.ts'

const app = await testApp()

describe('the language of a record', () => {
  const cases = {
    Spanish: 'es',
    español: 'es',
    es: 'es',
    'es-MX': 'es',
    '': 'en',
    English: 'en',
    Estonian: 'en',
    Portuguese: 'en',
  }
  for (const [said, language] of Object.entries(cases))
    test(`${said || 'not recorded'}: ${language}`, () => assert.equal(languageOf(said), language))
})

test('a translation that the clinic brought and signed for is shown to whoever speaks it, and counts the same', async () => {
  const as = await app.clinicWith()
  const { licence: _, ...words } = packFor(phq9)
  const pack = {
    ...words,
    language: 'es',
    version: '2020-es',
    licence: { holder: 'Invented', reference: 'No permission required' },
  }
  const sign = (given: object) =>
    as.owner.post('/api/questionnaires/phq-9/pack', { id: randomUUID(), pack: given, licenceHeld: true })
  const asked = async (language: string) => {
    const { id: patientId } = await registered(as.prescriber, { language })
    const made = await as.monitor.post(`/api/patients/${patientId}/ask`, { asks: 'phq-9', by: 'here' })
    const patient = app.holding((made.json as { url: string }).url)
    const [list] = ((await patient.get('/api/link/questions')).json as Sheet).lists
    return { patientId, patient, list }
  }
  assert.equal((await asked('Spanish')).list?.items[0]?.text, phq9.items[0]?.text, 'nobody has brought one')
  assert.equal((await sign({ ...pack, language: 'en' })).status, 422, 'the English words are here already')
  assert.equal((await sign(pack)).status, 200)
  const english = await asked('English')
  assert.deepEqual([english.list?.language, english.list?.items[0]?.text], [undefined, phq9.items[0]?.text])
  const { patientId, patient, list } = await asked('Spanish')
  assert.deepEqual(
    [list?.language, list?.items[0]?.text, list?.items[8]?.answers[1]?.help],
    ['es', 'Words of 1', 'suicide'],
  )
  const responses = [{ id: randomUUID(), instrument: 'phq-9', answers: phq9Answers(12, 1) }]
  assert.equal((await patient.post('/api/link/answers', { answeredAt: app.clock.now, responses })).status, 200)
  const [stored] = await reading(app.db, { clinicId: as.clinicId }, (q) => listResponses(q, patientId))
  assert.deepEqual([stored?.score, stored?.instrumentVersion], [12, '2020-es'])
  assert.equal(
    (await as.owner.post('/api/questionnaires/phq-9/withdraw', { id: randomUUID(), reason: 'Ended' })).status,
    200,
  )
  assert.equal((await asked('Spanish')).list?.language, undefined)
})
