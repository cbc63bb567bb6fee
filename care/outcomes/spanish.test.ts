import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import type { Outgoing } from '../../clinic/messages/message.ts'
import { sendWaiting } from '../../clinic/messages/sender.ts'
import { languageOf } from '../../clinic/records/language.ts'
import { registered } from '../../clinic/records/test.ts'
import { listResponses } from '../../clinic/responses/queries.ts'
import type { Listed } from '../../clinic/responses/shown.ts'
import { listAlertsOf } from '../../clinic/safety/queries.ts'
import { reading } from '../../database/read.ts'
import { pcl5 } from '../../science/instruments/pcl5.ts'
import { phq9 } from '../../science/instruments/phq9.ts'
import { spanishById } from '../../science/instruments/spanish.ts'
import { packFor } from '../../science/instruments/testing.ts'
import { testApp } from '../../server/test.ts'
import type { Series } from './series.ts'
import type { Sheet } from './sheets.ts'
import { phq9Answers } from './test.ts'

const app = await testApp()
const spanish = spanishById['phq-9']

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

const clinic = async () => {
  const as = await app.clinicWith()
  const ask = async (language: string, instruments?: string[]) => {
    const { id: patientId } = await registered(as.prescriber, {
      language,
      email: 'sam@example.test',
      reachBy: ['mail'],
    })
    const asks = instruments ? { asks: 'questionnaires', instruments } : { asks: 'phq-9' }
    const made = await as.monitor.post(`/api/patients/${patientId}/ask`, { ...asks, by: 'here' })
    assert.equal(made.status, 200, JSON.stringify(made.json))
    const patient = app.holding((made.json as { url: string }).url)
    const page = (await patient.get('/api/link')).json as { language?: string }
    const sheet = (await patient.get('/api/link/questions')).json as Sheet
    const answer = async (answers: object, language?: string) => {
      const responses = [{ id: randomUUID(), instrument: 'phq-9', ...(language ? { language } : {}), answers }]
      const reply = await patient.post('/api/link/answers', { answeredAt: app.clock.now, responses })
      assert.equal(reply.status, 200, JSON.stringify(reply.json))
      const [stored] = await reading(app.db, { clinicId: as.clinicId }, (q) => listResponses(q, patientId))
      return stored
    }
    return { patientId, patient, page, list: sheet.lists[0], lists: sheet.lists, answer }
  }
  const sign = (instrument: string, given: object) =>
    as.owner.post(`/api/questionnaires/${instrument}/pack`, { id: randomUUID(), pack: given, licenceHeld: true })
  const listed = async (id: string) =>
    ((await as.monitor.get('/api/questionnaires')).json as { questionnaires: Listed[] }).questionnaires.find(
      (one) => one.id === id,
    )
  return { ...as, ask, sign, listed }
}

test('whoever’s record says Spanish is asked in the official words; the score is the same and keeps the language', async () => {
  const { ask, clinicId, prescriber, listed } = await clinic()
  const [es, en] = [await ask('Spanish'), await ask('English')]
  assert.deepEqual([es.page.language, en.page.language], ['es', undefined])
  assert.deepEqual(
    [es.list?.language, es.list?.items[0]?.text, es.list?.items[0]?.stem],
    ['es', spanish?.items[0]?.text, spanish?.stem],
  )
  assert.deepEqual([en.list?.language, en.list?.items[0]?.text], [undefined, phq9.items[0]?.text])
  assert.deepEqual(
    es.list?.items[8]?.answers.map(({ help }) => help),
    [undefined, 'suicide', 'suicide', 'suicide'],
  )
  const answers = phq9Answers(12, 1)
  const [inSpanish, inEnglish] = [await es.answer(answers), await en.answer(answers)]
  assert.deepEqual([inSpanish?.askedIn, inSpanish?.instrumentVersion], ['es', spanish?.version])
  assert.deepEqual([inEnglish?.askedIn, inEnglish?.instrumentVersion], ['en', phq9.version])
  for (const key of ['answers', 'score', 'lowest', 'highest', 'missing'] as const)
    assert.deepEqual(inSpanish?.[key], inEnglish?.[key], key)
  const alerts = (id: string) => reading(app.db, { clinicId }, (q) => listAlertsOf(q, id, app.clock.now))
  const [ours, theirs] = [await alerts(es.patientId), await alerts(en.patientId)]
  assert.deepEqual(
    ours.map(({ ruleId, level, says }) => ({ ruleId, level, says })),
    theirs.map(({ ruleId, level, says }) => ({ ruleId, level, says })),
  )
  assert.equal(ours[0]?.inputs.askedIn, 'es')
  const read = async (id: string) =>
    ((await prescriber.get(`/api/patients/${id}/outcomes`)).json as { series: Series[] }).series[0]
  assert.deepEqual([(await read(es.patientId))?.askedIn, (await read(en.patientId))?.askedIn], ['es', undefined])
  assert.equal((await listed('phq-9'))?.spanishWords, 'shipped')
})

test('what has no Spanish words is asked in English and says so; the page around it is in Spanish all the same', async () => {
  const { ask, listed } = await clinic()
  const { page, lists } = await ask('es', ['gad-7', pcl5.id])
  assert.equal(page.language, 'es')
  assert.deepEqual(
    lists.map(({ id, language }) => [id, language]),
    [
      ['gad-7', 'es'],
      [pcl5.id, undefined],
    ],
  )
  assert.equal((await listed(pcl5.id))?.spanishWords, 'none')
})

test('only a live link says that its patient speaks Spanish, and only where the page behind it does', async () => {
  const { ask, monitor } = await clinic()
  const { patient, patientId, answer } = await ask('Spanish')
  await answer(phq9Answers(3), 'es')
  const used = (await patient.get('/api/link')).json as { state: string; language?: string }
  assert.deepEqual([used.state, used.language], ['used', undefined])
  const course = await monitor.post(`/api/patients/${patientId}/ask`, { asks: 'course', by: 'here' })
  const held = app.holding((course.json as { url: string }).url)
  const live = (await held.get('/api/link')).json as { state: string; language?: string }
  assert.deepEqual([live.state, live.language], ['live', undefined], 'the own course is in English only')
})

test('the answers keep the language that stood on the phone, also when the record says another by then', async () => {
  const { ask } = await clinic()
  const { answer } = await ask('Spanish')
  const stored = await answer(phq9Answers(3), 'en')
  assert.deepEqual([stored?.askedIn, stored?.instrumentVersion], ['en', phq9.version])
})

test('a translation that the clinic brought and signed for comes first, and ours once it counts no more', async () => {
  const { ask, sign, owner, listed } = await clinic()
  const { licence: _, ...words } = packFor(phq9)
  const pack = {
    ...words,
    language: 'es',
    version: '2020-es',
    licence: { holder: 'Invented', reference: 'No permission required' },
  }
  assert.equal((await sign('phq-9', { ...pack, language: 'en' })).status, 422, 'the English words are here already')
  assert.equal((await sign('phq-9', pack)).status, 200)
  const english = await ask('English')
  assert.deepEqual([english.list?.language, english.list?.items[0]?.text], [undefined, phq9.items[0]?.text])
  const { list, answer } = await ask('Spanish')
  assert.deepEqual(
    [list?.language, list?.items[0]?.text, list?.items[8]?.answers[1]?.help],
    ['es', 'Words of 1', 'suicide'],
  )
  const stored = await answer(phq9Answers(12, 1), 'es')
  assert.deepEqual([stored?.score, stored?.instrumentVersion, stored?.askedIn], [12, '2020-es', 'es'])
  assert.equal((await listed('phq-9'))?.spanishWords, 'clinic')
  await sign('phq-9', { ...pack, licence: { ...pack.licence, until: '2020-01-01' } })
  assert.deepEqual(
    [(await listed('phq-9'))?.spanishWords, (await ask('Spanish')).list?.items[0]?.text],
    ['shipped', spanish?.items[0]?.text],
  )
  const withdrawn = await owner.post('/api/questionnaires/phq-9/withdraw', { id: randomUUID(), reason: 'Ended' })
  assert.equal(withdrawn.status, 200)
  assert.equal((await ask('Spanish')).list?.items[0]?.text, spanish?.items[0]?.text)
})

test('the letter with the link is in the language of the page it opens', async () => {
  const { ask, monitor, clinicId } = await clinic()
  const carried: Outgoing[] = []
  const carry = async (message: Outgoing) => void carried.push(message)
  for (const [language, begins] of [
    ['Spanish', /quiere saber cómo está usted[\s\S]*oprima 2 para español/],
    ['English', /would like to know how you are/],
  ] as const) {
    const { patientId } = await ask(language)
    const sent = await monitor.post(`/api/patients/${patientId}/ask`, { asks: 'phq-9', by: 'mail' })
    assert.equal(sent.status, 200)
    const parts = { db: app.db, secrets: app.secrets, origin: app.origin, clock: () => app.clock.now }
    assert.equal(await sendWaiting({ ...parts, carriers: { mail: carry, sms: carry } }, clinicId), 1)
    assert.match(carried.at(-1)?.body ?? '', begins)
  }
})
