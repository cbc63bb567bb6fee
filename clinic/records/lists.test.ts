import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import type { As } from '../../server/test.ts'
import { testApp } from '../../server/test.ts'
import { system } from '../accounts/actor.ts'
import { audited } from '../audit/audited.ts'
import type { PatientRecord } from './record.ts'
import { registered } from './test.ts'

const app = await testApp()

const record = async (as: As, id: string): Promise<PatientRecord> =>
  (await as.get(`/api/patients/${id}`)).json as PatientRecord
const clinical = async (as: As, id: string) => {
  const { clinical } = await record(as, id)
  assert.ok(clinical)
  return clinical
}
const asthma = { words: 'Asthma 🫁 <i>', code: 'J45.40', status: 'active', onset: '2011' }
const lozenges = {
  drug: 'ketamine',
  mgPerUnit: 100,
  units: 12,
  dispensedOn: '2026-11-02',
  coversDays: 28,
  dispensedBy: 'pharmacy',
  pharmacy: 'Corner Pharmacy',
  knownFrom: 'pdmp',
}
const recorded = (fact: object) => ({ change: 'recorded', id: randomUUID() as string, fact })

describe('a list of the record', () => {
  test('is unknown until somebody says something about it', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    for (const list of Object.values(await clinical(as.monitor, id))) assert.equal(list.known.is, 'unknown')
    assert.equal(
      (await as.monitor.post(`/api/patients/${id}/none-known`, { id: randomUUID(), about: 'allergy' })).status,
      200,
    )
    const { allergy, medicine } = await clinical(as.monitor, id)
    assert.equal(allergy.known.is, 'none known')
    assert.equal(medicine.known.is, 'unknown')
  })

  test('cannot be called empty while something is on it', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    await as.monitor.post(`/api/patients/${id}/allergies`, recorded({ substance: 'Latex' }))
    assert.equal(
      (await as.monitor.post(`/api/patients/${id}/none-known`, { id: randomUUID(), about: 'allergy' })).status,
      409,
    )
  })

  for (const [onset, status] of [
    ['1980', 200],
    ['1980-03', 200],
    ['1979', 422],
    ['1980-03-04', 422],
    ['2026-11-24', 422],
  ] as const)
    test(`of somebody born on 1980-03-05 ${status === 200 ? 'takes' : 'refuses'} ${onset}`, async () => {
      const as = await app.clinicWith()
      const { id } = await registered(as.prescriber, { birthDate: '1980-03-05' })
      const reply = await as.prescriber.post(`/api/patients/${id}/problems`, recorded({ ...asthma, onset }))
      assert.equal(reply.status, status, JSON.stringify(reply.json))
    })

  test('keeps the original of a correction, an end and a mistake', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    const first = recorded(asthma)
    const path = `/api/patients/${id}/problems`
    await as.prescriber.post(path, first)
    app.clock.now = app.clock.now.replace('17:00', '17:05') as typeof app.clock.now
    const second = {
      change: 'corrected',
      id: randomUUID() as string,
      corrects: first.id,
      fact: { ...asthma, onset: '2012' },
      why: 'Misheard',
    }
    assert.equal((await as.prescriber.post(path, second)).status, 200)
    const third = { change: 'ended', id: randomUUID() as string, corrects: second.id }
    assert.equal((await as.prescriber.post(path, third)).status, 200)
    const [fact] = (await clinical(as.prescriber, id)).problem.facts
    assert.equal(fact?.state, 'ended')
    assert.equal(fact?.now.status, 'resolved')
    assert.deepEqual(
      fact?.before.map(({ id, onset, why, recordedBy }) => [id, onset, why, recordedBy]),
      [
        [second.id, '2012', 'Misheard', 'Petra Prescriber'],
        [first.id, '2011', '', 'Petra Prescriber'],
      ],
    )
    assert.equal(fact?.now.words, asthma.words)
  })

  test('a medicine that ended keeps its name and gets its last day', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    const path = `/api/patients/${id}/medicines`
    const first = recorded({ name: 'Samplomycin', dose: '5 mg', started: '2020' })
    await as.monitor.post(path, first)
    await as.monitor.post(path, { change: 'ended', id: randomUUID(), corrects: first.id, on: '2026-11' })
    const [fact] = (await clinical(as.monitor, id)).medicine.facts
    assert.deepEqual(
      [fact?.state, fact?.now.name, fact?.now.stopped, fact?.before[0]?.stopped],
      ['ended', 'Samplomycin', '2026-11', null],
    )
  })

  for (const [on, status] of [
    ['2026-11', 200],
    ['2026-11-23', 200],
    ['2026-11-24', 422],
    ['2027', 422],
    ['1979', 422],
    ['2019', 422],
  ] as const)
    test(`a medicine since 2020 that ${status === 200 ? 'ended' : 'is said to end'} on ${on} ${status === 200 ? 'is taken no more' : 'is on the list as before'}`, async () => {
      const as = await app.clinicWith()
      const { id } = await registered(as.prescriber, { birthDate: '1980-03-05' })
      const path = `/api/patients/${id}/medicines`
      const first = recorded({ name: 'Samplomycin', started: '2020' })
      await as.monitor.post(path, first)
      const reply = await as.monitor.post(path, { change: 'ended', id: randomUUID(), corrects: first.id, on })
      assert.equal(reply.status, status)
      const [fact] = (await clinical(as.monitor, id)).medicine.facts
      assert.equal(fact?.state, status === 200 ? 'ended' : 'current')
      if (status !== 200) assert.ok((reply.json as { fields: Record<string, string> }).fields['on'])
    })

  test('a medicine that ended on a day nobody says anew keeps the day that was known', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    const path = `/api/patients/${id}/medicines`
    const first = recorded({ name: 'Samplomycin', stopped: '2026-11' })
    await as.monitor.post(path, first)
    await as.monitor.post(path, { change: 'ended', id: randomUUID(), corrects: first.id })
    const [fact] = (await clinical(as.monitor, id)).medicine.facts
    assert.deepEqual([fact?.state, fact?.now.stopped], ['ended', '2026-11'])
  })

  test('a mistake needs a reason', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    const first = recorded({ substance: 'Latex' })
    await as.monitor.post(`/api/patients/${id}/allergies`, first)
    const wrong = { change: 'entered in error', id: randomUUID(), corrects: first.id, why: '' }
    assert.equal((await as.monitor.post(`/api/patients/${id}/allergies`, wrong)).status, 422)
    assert.equal(
      (await as.monitor.post(`/api/patients/${id}/allergies`, { ...wrong, why: 'Other patient' })).status,
      200,
    )
    assert.equal((await clinical(as.monitor, id)).allergy.known.is, 'unknown')
  })

  test('sent twice is stored once; the same id with other words is refused', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    const path = `/api/patients/${id}/problems`
    const first = recorded(asthma)
    assert.deepEqual(
      [(await as.monitor.post(path, first)).status, (await as.monitor.post(path, first)).status],
      [200, 200],
    )
    assert.equal((await as.monitor.post(path, { ...first, fact: { ...asthma, words: 'Other' } })).status, 409)
    assert.equal((await clinical(as.monitor, id)).problem.facts.length, 1)
  })

  test('the second of two who correct the same entry is told who was first, and when', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    const path = `/api/patients/${id}/problems`
    const first = recorded(asthma)
    await as.monitor.post(path, first)
    const correction = (words: string) => ({
      change: 'corrected',
      id: randomUUID(),
      corrects: first.id,
      fact: { ...asthma, words },
      why: '',
    })
    const replies = await Promise.all([
      as.monitor.post(path, correction('A')),
      as.prescriber.post(path, correction('B')),
    ])
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409])
    const refused = replies.find(({ status }) => status === 409)
    const winner = (refused as { json: { first: { by: string; at: string } } } | undefined)?.json.first
    assert.match(String(winner?.by), /Milo Monitor|Petra Prescriber/)
    assert.equal(winner?.at, app.clock.now)
  })

  for (const [path, fact, field] of [
    ['problems', { ...asthma, onset: '2031' }, 'fact.onset'],
    ['problems', { ...asthma, code: 'asthma' }, 'fact.code'],
    ['problems', { words: 'x' }, 'fact.status'],
    ['medicines', { name: '', dose: '5 mg' }, 'fact.name'],
    ['medicines', { name: 'X', started: '2026-11-24' }, 'fact.started'],
    ['allergies', { substance: 'Latex', severity: 'deadly' }, 'fact.severity'],
    ['contacts', { kind: 'escort', name: 'Sam', phone: 'none' }, 'fact.phone'],
    ['coverage', { kind: 'insurance', payer: '' }, 'fact.payer'],
    ['supplies', { ...lozenges, drug: 'esketamine' }, 'fact.drug'],
    ['supplies', { ...lozenges, units: 0 }, 'fact.units'],
    ['supplies', { ...lozenges, units: 1.5 }, 'fact.units'],
    ['supplies', { ...lozenges, mgPerUnit: -1 }, 'fact.mgPerUnit'],
    ['supplies', { ...lozenges, dispensedOn: '2026-11-24' }, 'fact.dispensedOn'],
    ['supplies', { ...lozenges, dispensedOn: '1979-01-01' }, 'fact.dispensedOn'],
    ['supplies', { ...lozenges, knownFrom: 'somewhere' }, 'fact.knownFrom'],
    ['losses', { what: 'stolen', knownFrom: 'patient' }, 'fact.what'],
    ['losses', { what: 'lost', knownFrom: 'patient', lostOn: '2027' }, 'fact.lostOn'],
  ] as const) {
    test(`bad input to ${path} is refused at ${field}`, async () => {
      const as = await app.clinicWith()
      const { id } = await registered(as.prescriber)
      const { status, json } = await as.prescriber.post(`/api/patients/${id}/${path}`, recorded(fact))
      assert.equal(status, 422)
      assert.ok((json as { fields: Record<string, string> }).fields[field], JSON.stringify(json))
    })
  }

  test('what went home is corrected or taken back, and does not end; what nobody said is unknown', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    const path = `/api/patients/${id}/supplies`
    const first = recorded({ ...lozenges, units: undefined, coversDays: undefined })
    assert.equal((await as.monitor.post(path, first)).status, 200)
    const ended = { change: 'ended', id: randomUUID(), corrects: first.id }
    assert.equal((await as.monitor.post(path, ended)).status, 422)
    const corrected = { change: 'corrected', id: randomUUID(), corrects: first.id, fact: lozenges, why: 'Asked again' }
    assert.equal((await as.prescriber.post(path, corrected)).status, 200)
    const [supply] = (await record(as.monitor, id)).happened?.supply ?? []
    assert.deepEqual([supply?.state, supply?.now.units, supply?.now.coversDays], ['current', 12, 28])
    assert.deepEqual([supply?.before[0]?.units, supply?.before[0]?.coversDays], [null, null])
    const mistake = { change: 'entered in error', id: randomUUID(), corrects: corrected.id, why: 'Another patient' }
    assert.equal((await as.prescriber.post(path, mistake)).status, 200)
    assert.equal((await record(as.monitor, id)).happened?.supply[0]?.state, 'entered in error')
    assert.equal((await as.frontDesk.post(path, recorded(lozenges))).status, 403)
    assert.equal('happened' in (await record(as.frontDesk, id)), false)
    const other = await app.clinicWith()
    assert.equal((await other.prescriber.post(path, recorded(lozenges))).status, 404)
  })

  test('esketamine is no take-home supply for the database either', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    const act = { clinicId: as.clinicId, actor: system, action: 'test.supply', at: app.clock.now }
    const write = (drug: string) =>
      audited(app.db, act, (tx) =>
        tx.run(sql`insert into supply (clinic_id, id, patient_id, drug, dispensed_on, dispensed_by, known_from, change, recorded_at, recorded_by)
          values (evenkeel_clinic(), ${randomUUID()}, ${id}, ${drug}, '2026-11-01', 'clinic', 'patient', 'recorded', ${app.clock.now}, ${as.prescriber.staffId})`),
      )
    await assert.rejects(write('esketamine'), /supply_never_esketamine/)
    assert.equal(await write('ketamine'), 1)
  })

  test('a row of one patient cannot be corrected through another', async () => {
    const as = await app.clinicWith()
    const [a, b] = [
      await registered(as.prescriber),
      await registered(as.prescriber, { familyName: 'Other', birthDate: '1955-05-05' }),
    ]
    const first = recorded(asthma)
    await as.prescriber.post(`/api/patients/${a.id}/problems`, first)
    const wrong = { change: 'ended', id: randomUUID(), corrects: first.id }
    assert.equal((await as.prescriber.post(`/api/patients/${b.id}/problems`, wrong)).status, 404)
  })
})

describe('who may see and write what', () => {
  test('the front desk sees who they are and how to reach them, and nothing clinical', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    await as.prescriber.post(`/api/patients/${id}/problems`, recorded(asthma))
    const contact = recorded({ kind: 'emergency', name: 'Sam', phone: '212 555 0147' })
    assert.equal((await as.frontDesk.post(`/api/patients/${id}/contacts`, contact)).status, 200)
    const seen = await record(as.frontDesk, id)
    assert.equal(seen.contacts.length, 1)
    assert.equal('clinical' in seen, false)
    assert.equal(JSON.stringify(seen).includes('Asthma'), false)
    assert.equal((await as.frontDesk.post(`/api/patients/${id}/problems`, recorded(asthma))).status, 403)
  })

  test('opening a record and changing it are both in the trail, without words', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    await as.prescriber.post(`/api/patients/${id}/problems`, recorded(asthma))
    await as.monitor.get(`/api/patients/${id}`)
    const trail = await reading(app.db, { clinicId: as.clinicId }, (q) =>
      q.all<{ action: string; detail: object }>(
        sql`select action, detail from audit_entry where patient_id = ${id} order by seq`,
      ),
    )
    assert.deepEqual(
      trail.map(({ action }) => action),
      ['records.register', 'records.recorded', 'records.open'],
    )
    assert.equal(JSON.stringify(trail).includes('Asthma'), false)
  })

  test('facts cannot be changed or deleted in the database, by anybody the server runs as', async () => {
    const as = await app.clinicWith()
    const act = { clinicId: as.clinicId, actor: system, action: 'test.change', at: app.clock.now }
    for (const table of ['patient_identity', 'problem', 'medicine', 'allergy', 'contact', 'none_known', 'patient']) {
      for (const statement of [`update ${table} set clinic_id = clinic_id`, `delete from ${table}`]) {
        await assert.rejects(
          audited(app.db, act, (tx) => tx.run(sql.raw(statement))),
          /permission denied/,
          statement,
        )
      }
    }
  })
})
