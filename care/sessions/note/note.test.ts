import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { clinicForTests } from '../../../clinic/accounts/testing/clinic.ts'
import { testApp } from '../../../server/test.ts'
import { dosed, normalSet, recovered } from '../test.ts'
import type { Note } from './note.ts'
import { noteText, timeIn } from './note.ts'

type Shown = { note: Note; hash: string; signatures: { by: string; current: boolean; asSigned?: Note }[] }

let app: Awaited<ReturnType<typeof testApp>>
before(async () => {
  app = await testApp()
})

const read = async (session: Awaited<ReturnType<typeof dosed>>): Promise<Shown & { text: string }> => {
  const { status, json } = await session.clinic.monitor.get(
    `/api/patients/${session.patientId}/sessions/${session.id}/note`,
  )
  assert.equal(status, 200, JSON.stringify(json))
  return { ...(json as Shown), text: noteText((json as Shown).note) }
}

test('a time stands with its day where that is not the session’s, and says which where it comes twice', () => {
  const time = timeIn('America/New_York', '2027-11-07')
  assert.deepEqual(
    (['2027-11-07T03:40:00.000Z', '2027-11-07T05:30:00.000Z', '2027-11-07T06:30:00.000Z'] as const).map((at) =>
      time(at as never),
    ),
    ['November 6, 2027, 11:40 PM', '1:30 AM EDT', '1:30 AM EST'],
  )
})

describe('the note of a session', () => {
  test('says what happened, and what nobody recorded', async () => {
    const session = await recovered(app)
    await session.event('side effect', { effect: 'nausea', severity: 'moderate', action: 'Head up, bowl.' })
    await session.event('remark', { words: 'Asked for the blanket.' })
    const { text } = await read(session)
    for (const said of [
      'Test Sample, number 1001',
      'Dose 1: ketamine 40 mg intramuscularly, left deltoid. Plan 40 mg. Milo Monitor.',
      'Way home with: Sam Sample, sister, +1 555 0100',
      'Suicide questions since the last visit: negative.',
      'Cleared. Petra Prescriber.',
      'What is new: not recorded.',
      '(+10) | 124/78 | 72 | 98 | 14 | 5 | none | none | 0 | Milo Monitor',
      'nausea, moderate. Done: Head up, bowl.',
      'Asked for the blanket.',
      'Last ate: 2:01 AM',
      'Bladder questions: No to 6 of 6 questions',
    ]) {
      assert.ok(text.includes(said), `${said}\n\n${text}`)
    }
    assert.ok(!/\b(safe|all clear|normal|OK|eligible)\b/i.test(text), text)
    assert.match(text, /number 1001, born [A-Z][a-z]+ \d{1,2}, \d{4}\./, 'days as people write them')
    assert.match(text, /, Room \S+, [A-Z][a-z]+ \d{1,2}, \d{4}\. Responsible/)
  })
  test('says what was seen and written beside the numbers of a set, which have no column for it', async () => {
    const session = await dosed(app)
    await session.later(10)
    const cuff = { systolic: undefined, diastolic: undefined, words: 'The cuff fails; another one is being fetched.' }
    assert.equal((await session.vitals(cuff)).status, 200)
    await session.later(1)
    const chest = { crisisSymptoms: ['chest pain'], newIrregularPulse: true }
    assert.equal((await session.vitals(chest)).status, 200)
    await session.later(1)
    assert.equal((await session.vitals({ crisisSymptoms: [], newIrregularPulse: false })).status, 200)
    const { text } = await read(session)
    assert.match(text, /[AP]M The cuff fails; another one is being fetched\. Milo Monitor\./)
    assert.match(text, /[AP]M Newly irregular pulse: yes\. Crisis symptoms: chest pain\. Milo Monitor\./)
    assert.match(text, /Crisis symptoms asked about and watched for, none: \d+:\d\d [AP]M\./)
    assert.match(text, /Pulse checked, not newly irregular: \d+:\d\d [AP]M\./)
  })
  test('says of a value that could not be taken why, where it would stand, and keeps it as not observed', async () => {
    const session = await dosed(app)
    await session.later(10)
    const notTaken = {
      bloodPressure: { why: 'patient declined' },
      pain: { why: 'other', words: 'Speaks only Portuguese.' },
    }
    const without = { systolic: undefined, diastolic: undefined, pain: undefined, notTaken }
    assert.equal((await session.vitals(without)).status, 200)
    await session.later(1)
    const reason = { as: 'sent to emergency care', reason: 'Sent to the hospital.' }
    assert.equal((await session.event('stopped', reason)).status, 200)
    const { text } = await read(session)
    const row =
      '(+10) | not taken: patient declined | 72 | 98 | 14 | 5 | none | none | not taken: Speaks only Portuguese. |'
    assert.ok(text.includes(row), text)
    assert.match(text, /Not observed when due\n.*Due .*: blood pressure\./)
  })
  test('says what a clinician rated in it: in our words or by numbers, and a signature from before is of another note', async () => {
    const session = await recovered(app)
    const { clinic, patientId, id } = session
    const rate = async (instrument: string, answers: object) => {
      const about = { contextKind: 'session', contextId: id, answeredAt: app.clock.now }
      const sent = { id: randomUUID(), instrument, answers, ...about }
      const { status, json } = await clinic.prescriber.post(`/api/patients/${patientId}/responses`, sent)
      assert.equal(status, 200, JSON.stringify(json))
    }
    assert.doesNotMatch((await read(session)).text, /Rated by a clinician/)
    await rate('cgi-i', { '1': 2 })
    await rate('c-ssrs-screener', { '1': 'yes', '2': 'no', '6': 'never' })
    const { text, hash } = await read(session)
    assert.match(text, /CGI-I: Much improved \(\d+:\d\d [AP]M, Petra Prescriber\)\./)
    assert.match(text, /C-SSRS screener: low; question 1: yes; question 6: never \(/)
    assert.equal((await session.release()).status, 200)
    const ended = await read(session)
    assert.notEqual(ended.hash, hash)
    const sign = { id: randomUUID(), hash: ended.hash }
    assert.equal((await clinic.prescriber.post(`${session.path}/sign`, sign)).status, 200)
    assert.equal((await read(session)).signatures[0]?.current, true)
    await session.later(1)
    await rate('cgi-s', { '1': 4 })
    const after = await read(session)
    assert.match(after.text, /CGI-S: Moderately ill/)
    assert.equal(after.signatures[0]?.current, false)
  })
  test('names what was due and not observed', async () => {
    const session = await dosed(app)
    await session.later(14)
    await session.later(14)
    await session.event('stopped', { as: 'left against advice', reason: 'Wanted to go.' })
    const { text } = await read(session)
    assert.match(text, /Due \d+:\d\d [AP]M: blood pressure, heart rate, SpO2, breathing, alertness, dissociation\./)
    assert.match(text, /left against advice: Wanted to go/)
  })
  test('shows a correction with both', async () => {
    const session = await dosed(app)
    await session.later(10)
    const id = randomUUID()
    await session.event('vitals', { ...normalSet, systolic: 150 }, { id })
    await session.event(
      'correction',
      { reason: 'typed 150 for 115', data: { ...normalSet, systolic: 115 } },
      { corrects: id },
    )
    const { text } = await read(session)
    assert.match(text, /First written: .*BP 150\/78/)
    assert.match(text, /typed 150 for 115/)
    assert.match(text, /Stands now: .*BP 115\/78/)
    assert.match(text, /\(\+10\), corrected.*115\/78/, 'the row of the table says it, too')
  })
  test('is signed with the hash of exactly this text; what is added later shows beside the signature', async () => {
    const session = await recovered(app)
    const sign = (hash: string) => session.clinic.monitor.post(`${session.path}/sign`, { id: randomUUID(), hash })
    assert.equal((await sign((await read(session)).hash)).status, 423, 'before the end')
    await session.release()
    const { hash, text } = await read(session)
    assert.equal(hash, createHash('sha256').update(text, 'utf8').digest('hex'))
    assert.equal((await sign('0'.repeat(64))).status, 409)
    assert.equal((await sign(hash)).status, 200)
    const signed = await read(session)
    assert.equal(signed.hash, hash, 'signing changes nothing in the text')
    assert.deepEqual(
      signed.signatures.map(({ by, current }) => [by, current]),
      [['Milo Monitor', true]],
    )
    await session.later(1)
    await session.event('addendum', { words: 'Sister called: home well.' })
    const added = await read(session)
    assert.match(added.text, /Addenda\n.*Sister called/)
    assert.equal(added.signatures[0]?.current, false)
    assert.equal(added.signatures[0]?.asSigned && noteText(added.signatures[0].asSigned), text, 'as it was signed')
    const pdf = await app.app.request(`${app.origin}/api/patients/${session.patientId}/sessions/${session.id}/note.pdf`)
    assert.equal(pdf.status, 401)
    const { status, headers } = await session.clinic.monitor.get(
      `/api/patients/${session.patientId}/sessions/${session.id}/note.pdf`,
    )
    assert.deepEqual([status, headers.get('content-type')], [200, 'application/pdf'])
  })
  test('stays word for word what was signed, whatever it would be called today', async () => {
    const session = await recovered(app)
    await session.release()
    const { hash, text } = await read(session)
    const sign = (by: typeof session.clinic.monitor) => by.post(`${session.path}/sign`, { id: randomUUID(), hash })
    assert.equal((await sign(session.clinic.monitor)).status, 200)
    const renamed = { ...clinicForTests, name: 'Another name' }
    assert.equal((await session.clinic.owner.post('/api/clinic', renamed)).status, 200, 'the clinic has another name')
    const again = await read(session)
    assert.equal(again.text, text)
    assert.equal(again.signatures[0]?.current, true)
    assert.equal((await sign(session.clinic.prescriber)).status, 200, 'the same words are signed by a second')
    assert.deepEqual(
      (await read(session)).signatures.map(({ by, current }) => [by, current]),
      [
        ['Milo Monitor', true],
        ['Petra Prescriber', true],
      ],
    )
  })
})
