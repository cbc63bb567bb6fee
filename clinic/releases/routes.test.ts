import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { DatabaseError } from '../../database/errors.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { addDays } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { system } from '../accounts/actor.ts'
import { audited } from '../audit/audited.ts'
import { registered } from '../records/test.ts'
import { aRelease, named, part2, released, releasesOf } from './test.ts'

const app = await testApp()
const clinic = await app.clinicWith()
const { frontDesk, prescriber, therapist } = clinic
let patientId = ''
let path = ''
before(async () => {
  patientId = (await registered(prescriber)).id
  path = `/api/patients/${patientId}`
})

const statuses = (...replies: Reply[]) => replies.map(({ status }) => status)
const fieldsOf = ({ json }: Reply) => Object.keys((json as { fields?: object }).fields ?? {})

describe('a release', () => {
  test('is kept as the exact text that was signed, with its hash', async () => {
    const to = await named(frontDesk, patientId)
    const body = await aRelease(frontDesk, patientId, to)
    assert.match(body.text, /Dr\. Refer Example, Example Practice/)
    assert.doesNotMatch(body.text, /\d{4}-\d\d-\d\d/)
    assert.equal((await frontDesk.post(`${path}/releases`, body)).status, 200)
    const found = (await releasesOf(prescriber, patientId)).releases.find(({ id }) => id === body.id)
    assert.equal(found?.textHash, createHash('sha256').update(body.text, 'utf8').digest('hex'))
    assert.deepEqual([found?.signedName, found?.by, found?.revoked], ['Test Sample', 'Fred Frontdesk', null])
    const printed = await frontDesk.get(`${path}/releases/${body.id}/pdf`)
    assert.equal(printed.status, 200)
  })

  test('of another text than the one shown is refused', async () => {
    const to = await named(frontDesk, patientId)
    const body = await aRelease(frontDesk, patientId, to)
    const wider = { ...body, purposes: ['treatment', 'payment'] }
    assert.equal((await frontDesk.post(`${path}/releases`, wider)).status, 409)
  })

  test('sent twice is one; something else under the same id is refused', async () => {
    const to = await named(frontDesk, patientId)
    const body = await aRelease(frontDesk, patientId, to)
    const send = (change: object = {}) => frontDesk.post(`${path}/releases`, { ...body, ...change })
    assert.deepEqual(statuses(await send(), await send(), await send({ signedName: 'Somebody Else' })), [200, 200, 409])
    const one = { id: randomUUID(), relation: 'therapist', name: 'Therapist Example' }
    const name = (change: object = {}) => frontDesk.post(`${path}/recipients`, { ...one, ...change })
    assert.deepEqual(statuses(await name(), await name(), await name({ name: 'Another' })), [200, 200, 409])
  })

  test('that cannot be is refused with a word beside the field, and nothing is kept', async () => {
    const to = await named(frontDesk, patientId)
    const before = (await releasesOf(prescriber, patientId)).releases.length
    const { today } = (await releasesOf(prescriber, patientId)).who
    const tries: [object, string][] = [
      [{ until: addDays(today, -1) }, 'until'],
      [{ until: '2126-01-01' }, 'until'],
      [{ from: addDays(today, -1) }, 'from'],
      [{ signedOn: addDays(today, 1), from: addDays(today, 1) }, 'signedOn'],
      [{ signedHow: 'on paper' }, 'keptWhere'],
      [{ contents: ['diagnoses', 'substance use'] }, 'contents'],
      [{ form: 'part 2', contents: ['diagnoses', 'substance use'] }, 'contents'],
    ]
    for (const [change, field] of tries) {
      const reply = await prescriber.post(`${path}/releases`, await aRelease(prescriber, patientId, to, change))
      assert.deepEqual([reply.status, fieldsOf(reply)], [422, [field]], JSON.stringify(change))
    }
    const nobody = await frontDesk.post(`${path}/recipients`, { id: randomUUID(), relation: 'other', name: ' ' })
    assert.deepEqual([nobody.status, fieldsOf(nobody)], [422, ['name']])
    assert.equal((await releasesOf(prescriber, patientId)).releases.length, before)
  })

  test('is taken back once; the second person is told who was first, and another patient’s is not found', async () => {
    const to = await named(frontDesk, patientId)
    const id = await released(frontDesk, patientId, to)
    const { today } = (await releasesOf(prescriber, patientId)).who
    const body = { id: randomUUID(), revokedOn: today, words: 'Changed their mind.' }
    const back = (as = frontDesk, change: object = {}) =>
      as.post(`${path}/releases/${id}/revoke`, { ...body, ...change })
    assert.deepEqual(fieldsOf(await back(frontDesk, { revokedOn: addDays(today, 1) })), ['revokedOn'])
    assert.deepEqual(fieldsOf(await back(frontDesk, { revokedOn: addDays(today, -1) })), ['revokedOn'])
    assert.deepEqual(statuses(await back(), await back()), [200, 200])
    const second = await back(prescriber, { id: randomUUID() })
    assert.equal(second.status, 409)
    assert.match(JSON.stringify(second.json), /Fred Frontdesk/)
    const { id: other } = await registered(prescriber)
    assert.equal((await frontDesk.post(`/api/patients/${other}/releases/${id}/revoke`, body)).status, 404)
    const across = await aRelease(frontDesk, patientId, to)
    assert.equal((await frontDesk.post(`/api/patients/${other}/releases`, across)).status, 404)
  })
})

describe('a Part 2 consent', () => {
  test('is a record of its own, and the front desk neither makes nor meets it', async () => {
    const to = await named(frontDesk, patientId)
    const refused = await frontDesk.post(`${path}/releases`, await aRelease(frontDesk, patientId, to, part2))
    assert.equal(refused.status, 403)
    const id = await released(prescriber, patientId, to, part2)
    assert.ok((await releasesOf(prescriber, patientId)).releases.some((one) => one.id === id))
    const desk = await releasesOf(frontDesk, patientId)
    assert.deepEqual([desk.mayPart2, desk.releases.some(({ form }) => form === 'part 2')], [false, false])
    const { today } = desk.who
    const others = [
      await frontDesk.get(`${path}/releases/${id}/pdf`),
      await frontDesk.post(`${path}/releases/${id}/revoke`, { id: randomUUID(), revokedOn: today, words: '' }),
    ]
    assert.deepEqual(statuses(...others), [404, 404])
  })

  test('about anything besides, or a release about substance use, is refused by the database itself', async () => {
    const to = await named(frontDesk, patientId)
    const id = await released(frontDesk, patientId, to)
    const act = { clinicId: clinic.clinicId, actor: system, action: 'test.release', at: app.clock.now }
    for (const [form, contents] of [
      ['part 2', ['substance use', 'plan']],
      ['release', ['plan', 'substance use']],
    ] as const)
      await assert.rejects(
        audited(app.db, act, (tx) =>
          tx.run(sql`
            insert into release (clinic_id, id, patient_id, recipient_id, form, contents, purposes, valid_from,
              valid_until, rendered, text_hash, signed_name, signed_on, signed_how, kept_where, at, by_id)
            select clinic_id, ${randomUUID()}, patient_id, recipient_id, ${form}, ${[...contents]}::text[], purposes,
              valid_from, valid_until, rendered, text_hash, signed_name, signed_on, signed_how, kept_where, at, by_id
            from release where id = ${id}`),
        ),
        DatabaseError,
      )
    const left = await reading(app.db, { clinicId: clinic.clinicId }, (q) =>
      q.one<{ wrong: number }>(sql`select count(*) as wrong from release where cardinality(contents) = 2`),
    )
    assert.equal(left.wrong, 0)
  })
})

test('a therapist reads the releases of their own patients and records none', async () => {
  assert.equal((await therapist.get(`${path}/releases`)).status, 404)
  await frontDesk.post(`${path}/team`, { id: randomUUID(), staffId: therapist.staffId })
  assert.equal((await therapist.get(`${path}/releases`)).status, 200)
  const one = { id: randomUUID(), relation: 'therapist', name: 'Therapist Example' }
  assert.equal((await therapist.post(`${path}/recipients`, one)).status, 403)
})
