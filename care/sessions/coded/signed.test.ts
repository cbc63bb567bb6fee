import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { system } from '../../../clinic/accounts/actor.ts'
import { audited } from '../../../clinic/audit/audited.ts'
import { filesIn } from '../../../clinic/print/test.ts'
import { exportClinic } from '../../../database/export.ts'
import { reading } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import { vitalSigns } from '../../../science/codes/observed.ts'
import { Instant } from '../../../science/time.ts'
import { testApp } from '../../../server/test.ts'
import { notePdf } from '../note/pdf.ts'
import { type Booked, checked, normalSet, readyToLeave, recovered } from '../test.ts'
import type { CodedFacts } from './fact.ts'

type Read = CodedFacts & { signed?: { id: string; by: string; at: string } }

let app: Awaited<ReturnType<typeof testApp>>
before(async () => {
  app = await testApp()
})

/** Measured, asked and not treated: a short day that can be signed. */
const sentHome = async (): Promise<Booked> => {
  const session = await checked(app)
  await session.event('stopped', { as: 'not treated today', reason: 'Fever.' })
  return session
}
const pathOf = ({ patientId, id }: Booked) => `/api/patients/${patientId}/sessions/${id}`
const read = async (session: Booked): Promise<Read> => {
  const { status, json } = await session.clinic.monitor.get(`${pathOf(session)}/facts`)
  assert.equal(status, 200, JSON.stringify(json))
  return json as Read
}
const sign = async (session: Booked, id: string = randomUUID()): Promise<string> => {
  const { hash } = (await session.clinic.monitor.get(`${pathOf(session)}/note`)).json as { hash: string }
  const { status, json } = await session.clinic.monitor.post(`${session.path}/sign`, { id, hash })
  assert.equal(status, 200, JSON.stringify(json))
  return id
}
const kept = ({ clinic, id }: Booked) =>
  reading(app.db, { clinicId: clinic.clinicId }, (q) =>
    q.all<{ signature: string; facts: CodedFacts }>(
      sql`select entry_id as signature, facts from session_signed_facts where session_id = ${id}`,
    ),
  )
const heartRateCodes = ({ observations }: CodedFacts) =>
  observations.find(({ id }) => id.endsWith('.heart-rate'))?.code.coding.map(({ code }) => code)

/** The same table with another code, as a later version of Evenkeel would have it, for as long as `then` runs. */
const withAnotherCode = async (then: () => Promise<void>) => {
  const row = vitalSigns['heart-rate'] as { published: readonly { system: string; code: string }[] }
  const { published } = row
  row.published = [{ system: 'http://loinc.org', code: '8889-8' }]
  try {
    await then()
  } finally {
    row.published = published
  }
}

describe('the coded facts of a session', () => {
  test('are what was entered: each value with its code, unit, time and author', async () => {
    const session = await recovered(app)
    await session.event('side effect', { effect: 'nausea', severity: 'mild' })
    const { observations, administrations, plans, signed, subject, encounter } = await read(session)
    assert.equal(signed, undefined)
    assert.deepEqual([subject.reference, encounter.id], [`Patient/${session.patientId}`, session.id])
    assert.equal(observations.filter(({ id }) => id.endsWith('.blood-pressure')).length, 8)
    const pulse = observations.find(({ id }) => id.endsWith('.heart-rate'))
    assert.deepEqual(
      [pulse?.code.coding[0]?.code, pulse?.valueQuantity?.value, pulse?.valueQuantity?.code, pulse?.performer],
      [
        '8867-4',
        normalSet.heartRate,
        '/min',
        [{ reference: `Practitioner/${session.clinic.monitor.staffId}`, display: 'Milo Monitor' }],
      ],
    )
    const [dose] = administrations
    assert.deepEqual(
      [dose?.status, dose?.dosage.dose?.value, dose?.dosage.dose?.code, dose?.dosage.site?.text],
      ['completed', 40, 'mg', 'deltoid'],
    )
    assert.equal(dose?.request.reference, `MedicationRequest/${plans[0]?.id}`)
    assert.deepEqual([plans[0]?.id, plans[0]?.dosageInstruction.doseQuantity.value], [session.planVersionId, 40])
    assert.ok(Object.keys(readyToLeave).length <= observations.filter(({ id }) => !id.includes('heart')).length)
  })

  test('are kept with the signature, and another table of codes does not change them', async () => {
    const session = await sentHome()
    const id = await sign(session)
    assert.equal(await sign(session, id), id, 'sent again')
    const [row, ...more] = await kept(session)
    assert.deepEqual([row?.signature, more.length], [id, 0])
    assert.ok(row)
    await withAnotherCode(async () => {
      const now = await read(session)
      assert.deepEqual([now.signed?.id, now.signed?.by], [id, 'Milo Monitor'])
      const { signed: _, ...facts } = now
      assert.deepEqual(facts, row.facts)
      assert.deepEqual(heartRateCodes(facts), ['8867-4', 'heart-rate'])
      await session.later(1)
      await session.event('addendum', { words: 'Sister called: home well.' })
      const anew = await read(session)
      assert.equal(anew.signed, undefined, 'something was written since')
      assert.deepEqual(heartRateCodes(anew), ['8889-8', 'heart-rate'])
      const second = await sign(session)
      const rows = await kept(session)
      assert.deepEqual(heartRateCodes(rows.find(({ signature }) => signature === id)?.facts ?? row.facts), [
        '8867-4',
        'heart-rate',
      ])
      assert.deepEqual(heartRateCodes(rows.find(({ signature }) => signature === second)?.facts ?? row.facts), [
        '8889-8',
        'heart-rate',
      ])
    })
  })

  test('that were kept are changed and deleted by nobody, and hang on a signature of their session', async () => {
    const session = await sentHome()
    const id = await sign(session)
    const { clinicId } = session.clinic
    const straight = (statement: ReturnType<typeof sql>) =>
      audited(app.db, { clinicId, actor: system, action: 'test', at: app.clock.now }, (tx) => tx.run(statement))
    await assert.rejects(straight(sql`update session_signed_facts set facts = facts`), /permission denied/)
    await assert.rejects(straight(sql`delete from session_signed_facts`), /permission denied/)
    const [{ facts } = { facts: {} }] = await kept(session)
    const insert = (signature: string, text: string) =>
      straight(sql`insert into session_signed_facts (clinic_id, entry_id, session_id, facts)
        values (evenkeel_clinic(), ${signature}, ${session.id}, ${text}::jsonb)`)
    await assert.rejects(insert(id, JSON.stringify(facts)), /session_signed_facts_pkey/)
    await assert.rejects(insert(randomUUID(), JSON.stringify(facts)), /foreign key/)
    const { events } = await session.read()
    const set = events.find(({ kind }) => kind === 'vitals')?.id ?? ''
    await assert.rejects(insert(set, JSON.stringify(facts)), /foreign key/, 'a set is no signature')
    await assert.rejects(insert(id, '{}'), /check constraint/)
  })

  test('of a day without a dose say that it was not given, and why', async () => {
    const session = await sentHome()
    await sign(session)
    const [row] = await kept(session)
    const [none] = row?.facts.administrations ?? []
    assert.deepEqual([none?.status, none?.statusReason], ['not-done', 'not treated today: Fever.'])
    assert.equal(none?.medicationCodeableConcept.coding[0]?.code, '6130')
  })

  test('show a correction beside what it corrected', async () => {
    const session = await checked(app)
    const id = randomUUID()
    await session.event('vitals', { ...normalSet, heartRate: 27 }, { id })
    assert.equal(
      (await session.event('vitals', { ...normalSet, heartRate: 27, confirmed: ['heartRate'] }, { id })).status,
      200,
    )
    const data = { reason: 'typed 27 for 72', data: { ...normalSet, heartRate: 72 } }
    assert.equal((await session.event('correction', data, { corrects: id })).status, 200)
    const { observations } = await read(session)
    assert.deepEqual(
      observations
        .filter((one) => one.id.startsWith(`${id}.heart-rate`))
        .map(({ status, valueQuantity, replaced }) => [status, valueQuantity?.value, replaced?.reason]),
      [
        ['entered-in-error', 27, 'typed 27 for 72'],
        ['amended', 72, undefined],
      ],
    )
  })
})

describe('who gets them', () => {
  test('those who read notes, of that patient, and it is in the trail', async () => {
    const session = await checked(app)
    await read(session)
    const { clinic, id, patientId } = session
    assert.equal((await clinic.frontDesk.get(`${pathOf(session)}/facts`)).status, 403)
    assert.equal((await clinic.monitor.get(`/api/patients/${randomUUID()}/sessions/${id}/facts`)).status, 404)
    assert.equal((await app.app.request(`${app.origin}${pathOf(session)}/facts`)).status, 401)
    const trail = await reading(app.db, { clinicId: clinic.clinicId }, (q) =>
      q.all<{ by: string }>(
        sql`select actor_id as by from audit_entry where action = 'sessions.facts.opened' and patient_id = ${patientId}`,
      ),
    )
    assert.ok(trail.length > 0 && trail.every(({ by }) => by === clinic.monitor.staffId), JSON.stringify(trail))
  })

  test('whoever exports the patient, and whoever has the note on paper', async () => {
    const session = await sentHome()
    const id = await sign(session)
    let text = ''
    for await (const piece of exportClinic(app.db, session.clinic.clinicId, session.patientId)) text += piece
    const rows = (JSON.parse(text) as { tables: Record<string, { entry_id: string; facts: CodedFacts }[]> }).tables
      .session_signed_facts
    assert.deepEqual(
      rows?.map((row) => [row.entry_id, heartRateCodes(row.facts)]),
      [[id, ['8867-4', 'heart-rate']]],
    )
    const { json: pdf } = await session.clinic.monitor.get(`${pathOf(session)}/note.pdf`)
    assert.match(String(pdf), /facts\.json/)
  })
})

test('the paper carries the facts word for word beside the text of the note', async () => {
  const note = { title: 'Session note', sections: [] }
  const more = {
    text: 'Session note\n',
    hash: '',
    signatures: [],
    printedAt: Instant.parse('2026-11-23T17:00:00.000Z'),
  }
  const facts = JSON.stringify({ format: 'evenkeel session facts 1', observations: [] })
  const files = filesIn(Buffer.from(await notePdf(note, { ...more, facts })))
  assert.ok(files.includes(facts) && files.includes(more.text))
  assert.ok(!filesIn(Buffer.from(await notePdf(note, more))).includes(facts))
})
