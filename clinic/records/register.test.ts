import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { testApp } from '../../server/test.ts'
import { aRegistration, registered } from './test.ts'

const app = await testApp()

type Listed = { patients: { id: string; displayName: string; number: number }[]; more: boolean }

describe('registering', () => {
  test('makes a numbered patient with everything as typed', async () => {
    const as = await app.clinicWith()
    const body = aRegistration({
      givenName: ' Zoë 🦊<b>',
      familyName: 'نموذج',
      phone: '(212) 555-0147 ext 3',
      address: { line1: '1 Test Way', city: 'Sampleton' },
    })
    const { status, json } = await as.frontDesk.post('/api/patients', body)
    assert.equal(status, 200)
    assert.deepEqual(json, { id: body.id, number: 1001 })
    const record = (await as.frontDesk.get(`/api/patients/${body.id}`)).json as Record<string, never>
    const { patient } = record as unknown as { patient: { identity: Record<string, unknown> } }
    assert.equal(patient.identity.givenName, ' Zoë 🦊<b>')
    assert.equal(patient.identity.familyName, 'نموذج')
    assert.equal(patient.identity.phone, '(212) 555-0147 ext 3')
    assert.equal(patient.identity.sex, null)
    assert.equal(patient.identity.mayLeaveMessage, null)
    assert.deepEqual((patient.identity.address as { city: string }).city, 'Sampleton')
  })

  test('sent twice registers once', async () => {
    const as = await app.clinicWith()
    const body = aRegistration()
    assert.deepEqual(
      (await as.prescriber.post('/api/patients', body)).json,
      (await as.prescriber.post('/api/patients', body)).json,
    )
    assert.equal(((await as.prescriber.get('/api/patients')).json as Listed).patients.length, 1)
  })

  test('counts upwards in each clinic by itself', async () => {
    const [one, two] = [await app.clinicWith(), await app.clinicWith()]
    const numbers: number[] = []
    for (const [as, familyName] of [
      [one, 'Alpha'],
      [one, 'Omega'],
      [two, 'Alpha'],
    ] as const) {
      numbers.push(
        (
          await registered(as.prescriber, {
            familyName,
            birthDate: familyName === 'Alpha' ? '1950-01-01' : '1999-12-31',
          })
        ).number,
      )
    }
    assert.deepEqual(numbers, [1001, 1002, 1001])
  })

  for (const [what, identity, field, says] of [
    ['a birth date to come', { birthDate: '2026-11-24' }, 'identity.birthDate', /future/],
    ['a birth date long ago', { birthDate: '1850-01-01' }, 'identity.birthDate', /years old/],
    ['a birth date that is no day', { birthDate: '1980-02-30' }, 'identity.birthDate', /does not exist/],
    ['no name', { givenName: '', familyName: ' ' }, 'identity.familyName', /name is missing/],
    ['a telephone number in words', { phone: 'ask mum' }, 'identity.phone', /phone number/],
    ['a broken mail address', { email: 'ada@' }, 'identity.email', /name@example/],
    ['an endless name', { givenName: 'x'.repeat(5000) }, 'identity.givenName', /too long/],
    ['a zero character', { givenName: 'a\0' }, 'identity.givenName', /cannot be stored/],
  ] as const) {
    test(`with ${what} is refused, with the place and a sentence`, async () => {
      const as = await app.clinicWith()
      const { status, json } = await as.frontDesk.post('/api/patients', aRegistration(identity))
      assert.equal(status, 422)
      assert.match(String((json as { fields: Record<string, string> }).fields[field]), says)
      assert.deepEqual(((await as.frontDesk.get('/api/patients')).json as Listed).patients, [])
    })
  }

  test('is not for a therapist', async () => {
    const as = await app.clinicWith()
    assert.equal((await as.therapist.post('/api/patients', aRegistration())).status, 403)
  })
})

describe('a likely duplicate', () => {
  test('is shown, stops the registration, and is a recorded decision when it goes on', async () => {
    const as = await app.clinicWith()
    const first = await registered(as.prescriber, { givenName: 'Jon', familyName: 'Sample', phone: '212 555 0147' })
    const body = aRegistration({ givenName: 'John', familyName: 'Sample' })
    const likely = await as.frontDesk.post('/api/patients/likely', { identity: body.identity })
    const candidates = (likely.json as { candidates: { id: string; because: string[] }[] }).candidates
    assert.deepEqual(
      candidates.map(({ id, because }) => [id, because]),
      [[first.id, ['same birth date, similar name']]],
    )

    const refused = await as.frontDesk.post('/api/patients', body)
    assert.equal(refused.status, 409)
    assert.match((refused.json as { says: string }).says, /number 1001/)

    const other = { notTheSameAs: [randomUUID()], reason: 'Twin brothers' }
    assert.equal((await as.frontDesk.post('/api/patients', { ...body, anyway: other })).status, 409)

    const anyway = { notTheSameAs: [first.id], reason: 'Twin brothers' }
    assert.equal((await as.frontDesk.post('/api/patients', { ...body, anyway })).status, 200)
    const kept = await reading(app.db, { clinicId: as.clinicId }, (q) =>
      q.all(sql`select patient_id, candidate_id, because, reason from duplicate_decision`),
    )
    assert.deepEqual(kept, [
      {
        patient_id: body.id,
        candidate_id: first.id,
        because: ['same birth date, similar name'],
        reason: 'Twin brothers',
      },
    ])
  })

  test('cannot be waved through without a reason', async () => {
    const as = await app.clinicWith()
    const first = await registered(as.prescriber)
    const anyway = { notTheSameAs: [first.id], reason: '  ' }
    const { status, json } = await as.frontDesk.post('/api/patients', { ...aRegistration(), anyway })
    assert.equal(status, 422)
    assert.match((json as { fields: Record<string, string> }).fields['anyway.reason'] ?? '', /reason is missing/i)
  })

  test('is noticed when two people register the same person at the same moment', async () => {
    const as = await app.clinicWith()
    const replies = await Promise.all([
      as.frontDesk.post('/api/patients', aRegistration()),
      as.prescriber.post('/api/patients', aRegistration()),
    ])
    assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409])
    assert.equal(((await as.monitor.get('/api/patients')).json as Listed).patients.length, 1)
  })

  test('is never looked for in another clinic', async () => {
    const [one, two] = [await app.clinicWith(), await app.clinicWith()]
    await registered(one.prescriber)
    const likely = await two.prescriber.post('/api/patients/likely', { identity: aRegistration().identity })
    assert.deepEqual(likely.json, { candidates: [] })
  })

  test('is found through what the patient is called now, not only through the first version', async () => {
    const as = await app.clinicWith()
    const first = await registered(as.prescriber, { familyName: 'Before' })
    const identity = { ...aRegistration().identity, familyName: 'After' }
    await as.prescriber.post(`/api/patients/${first.id}/identity`, {
      id: randomUUID(),
      after: 1,
      identity,
      why: 'Married',
    })
    const likely = await as.prescriber.post('/api/patients/likely', { identity })
    assert.equal((likely.json as { candidates: unknown[] }).candidates.length, 1)
  })
})

describe('finding a patient', () => {
  test('by any part of a name without accents, birth date, number or telephone', async () => {
    const as = await app.clinicWith()
    const ana = await registered(as.prescriber, {
      givenName: 'Ána',
      familyName: 'Núñez-Brown',
      preferredName: 'Nita',
      birthDate: '1980-03-05',
      phone: '(212) 555-0147',
    })
    await registered(as.prescriber, {
      givenName: 'Zed',
      familyName: 'Zero',
      birthDate: '1955-05-05',
      phone: '212 555 9999',
    })
    const found = async (typed: string) =>
      ((await as.frontDesk.get(`/api/patients?search=${encodeURIComponent(typed)}`)).json as Listed).patients.map(
        ({ id }) => id,
      )
    for (const typed of [
      'nunez',
      'ANA brown',
      'nita',
      '3/5/1980',
      '1980-03-05',
      '1001',
      '#1001',
      '555-0147',
      'ana 1980-03-05',
    ]) {
      assert.deepEqual(await found(typed), [ana.id], typed)
    }
    for (const typed of ['nunez 1955-05-05', '%', '_', "' or true --", '9']) {
      assert.equal((await found(typed)).includes(ana.id), typed === '%' || typed === '_', typed)
    }
    assert.equal((await found('')).length, 2)
  })

  test('a therapist finds only the patients whose team they are on', async () => {
    const as = await app.clinicWith()
    const mine = await registered(as.prescriber)
    const other = await registered(as.prescriber, { familyName: 'Other', birthDate: '1955-05-05' })
    const listed = async () => ((await as.therapist.get('/api/patients')).json as Listed).patients.map(({ id }) => id)
    assert.deepEqual(await listed(), [])
    assert.equal((await as.therapist.get(`/api/patients/${mine.id}`)).status, 404)

    const assigned = await as.frontDesk.post(`/api/patients/${mine.id}/team`, {
      id: randomUUID(),
      staffId: as.therapist.staffId,
    })
    assert.equal(assigned.status, 200)
    assert.deepEqual(await listed(), [mine.id])
    assert.equal((await as.therapist.get(`/api/patients/${mine.id}`)).status, 200)
    assert.equal((await as.therapist.get(`/api/patients/${other.id}`)).status, 404)

    const member = (assigned.json as { id: string }).id
    await as.prescriber.post(`/api/patients/${mine.id}/team/${member}/end`)
    assert.deepEqual(await listed(), [])
    assert.equal((await as.prescriber.post(`/api/patients/${mine.id}/team/${member}/end`)).status, 409)
  })

  test('whoever leaves is on no team any more, also when they are let back in', async () => {
    const as = await app.clinicWith()
    const { id } = await registered(as.prescriber)
    const { staffId } = as.therapist
    await as.frontDesk.post(`/api/patients/${id}/team`, { id: randomUUID(), staffId })
    const team = async () =>
      ((await as.prescriber.get(`/api/patients/${id}`)).json as { team: { staffId: string }[] }).team
    assert.equal((await team()).length, 1)
    assert.equal((await as.owner.post(`/api/staff/${staffId}/deactivate`)).status, 204)
    assert.deepEqual(await team(), [])
    assert.equal((await as.owner.post(`/api/staff/${staffId}/reactivate`)).status, 204)
    assert.deepEqual(await team(), [])
    await as.frontDesk.post(`/api/patients/${id}/team`, { id: randomUUID(), staffId })
    assert.equal((await team()).length, 1)
  })

  test('nobody finds another clinic’s patient, by list or by id', async () => {
    const [one, two] = [await app.clinicWith(), await app.clinicWith()]
    const theirs = await registered(one.prescriber)
    assert.deepEqual(((await two.prescriber.get('/api/patients')).json as Listed).patients, [])
    assert.equal((await two.prescriber.get(`/api/patients/${theirs.id}`)).status, 404)
    assert.equal((await two.prescriber.post(`/api/patients/${theirs.id}/problems`, {})).status !== 200, true)
  })
})
