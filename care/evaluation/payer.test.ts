import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { registered } from '../../clinic/records/test.ts'
import { named, part2, released, releasesOf } from '../../clinic/releases/test.ts'
import { DatabaseError } from '../../database/errors.ts'
import { reading } from '../../database/read.ts'
import { sql } from '../../database/sql.ts'
import { type As, type Reply, testApp } from '../../server/test.ts'
import type { PayerAnswer } from './payer-taken.ts'

const app = await testApp()
const clinic = await app.clinicWith()
const { prescriber, monitor, frontDesk, therapist } = clinic
let patientId = ''
before(async () => {
  patientId = (await registered(frontDesk)).id
})

const said = ({ json }: Reply) => JSON.stringify(json)
const path = () => `/api/patients/${patientId}/payer-text`
const forPayment = { purposes: ['payment'], contents: ['diagnoses', 'medicines', 'scores'] }
const payer = (change: object = {}) =>
  named(frontDesk, patientId, { relation: 'payer', name: '', organisation: 'Example Health Plan', ...change })
const take = (recipientId: string, change: object = {}, as: As = monitor) =>
  as.post(path(), { id: randomUUID(), recipientId, text: 'Severity: PHQ-9 18 of 27.', substanceUse: false, ...change })
const standing = async () => (await prescriber.get(path())).json as PayerAnswer
const stored = () =>
  reading(app.db, { clinicId: clinic.clinicId }, (q) =>
    q.all<{ rendered: string; textHash: string; releaseIds: string[] }>(sql`
      select rendered, text_hash as "textHash", release_ids as "releaseIds" from payer_text order by at`),
  )

describe('the text for a payer', () => {
  test('leaves only under a release to that payer, for payment, of all it speaks of', async () => {
    const to = await payer()
    assert.match(said(await take(to)), /no release names this recipient/)
    await released(frontDesk, patientId, to, { ...forPayment, purposes: ['treatment'] })
    assert.match(said(await take(to)), /is for “/)
    await released(frontDesk, patientId, to, { ...forPayment, contents: ['diagnoses', 'scores'] })
    const held = await take(to)
    assert.equal(held.status, 423)
    assert.equal((await standing()).payers.find(({ id }) => id === to)?.sharing.may, false)
    const releaseId = await released(frontDesk, patientId, to, forPayment)
    assert.equal((await standing()).payers.find(({ id }) => id === to)?.sharing.may, true)
    assert.equal((await take(to)).status, 200)
    const kept = (await stored()).at(-1)
    assert.deepEqual(kept?.releaseIds, [releaseId])
    assert.equal(
      kept?.textHash,
      createHash('sha256')
        .update(kept?.rendered ?? '')
        .digest('hex'),
    )
    assert.deepEqual(
      (await standing()).taken.map(({ to, by }) => [to, by]),
      [['Example Health Plan', 'Milo Monitor']],
    )
  })

  test('about substance use needs a Part 2 consent; its words are looked at before anybody says no', async () => {
    const to = await payer()
    await released(frontDesk, patientId, to, forPayment)
    const text = 'Treatments tried:\n- naltrexone: 50 mg a day, 12 weeks'
    const refused = await take(to, { text })
    assert.equal(refused.status, 422)
    assert.match(said(refused), /naltrexone/)
    assert.equal((await take(to, { text, lookedWords: ['naltrexone'] })).status, 200)
    const held = await take(to, { text, substanceUse: true })
    assert.equal(held.status, 423)
    assert.match(said(held), /Part 2/)
    await released(prescriber, patientId, to, { ...part2, purposes: ['payment'] })
    assert.equal((await take(to, { text, substanceUse: true })).status, 200)
  })

  test('not after the release was taken back, except for what was taken already; nothing else under the same id', async () => {
    const to = await payer()
    const releaseId = await released(frontDesk, patientId, to, forPayment)
    const once = { id: randomUUID() }
    assert.equal((await take(to, once)).status, 200)
    const { today } = (await releasesOf(prescriber, patientId)).who
    const back = { id: randomUUID(), revokedOn: today, words: '' }
    await frontDesk.post(`/api/patients/${patientId}/releases/${releaseId}/revoke`, back)
    assert.equal((await take(to)).status, 423)
    assert.equal((await take(to, once)).status, 200)
    assert.equal((await take(to, { ...once, text: 'Something else.' })).status, 409)
  })

  test('goes to no referrer, to nobody of another patient, and is not taken by whoever does not evaluate', async () => {
    const referrer = await named(frontDesk, patientId)
    await released(frontDesk, patientId, referrer, forPayment)
    assert.equal((await take(referrer)).status, 422)
    assert.equal((await take(randomUUID())).status, 422)
    assert.equal((await take(referrer, { text: '  ' })).status, 422)
    for (const as of [frontDesk, therapist])
      assert.deepEqual([(await take(referrer, {}, as)).status, (await as.get(path())).status], [403, 403])
  })

  test('without a release, or about substance use under a plain one, is refused by the database itself', async () => {
    const to = await payer()
    const plain = await released(frontDesk, patientId, to, forPayment)
    const { today } = (await releasesOf(prescriber, patientId)).who
    const act = { clinicId: clinic.clinicId, actor: system, action: 'test.payer', at: app.clock.now }
    const write = (substanceUse: boolean, ids: string[]) =>
      audited(app.db, act, (tx) =>
        tx.run(sql`
          insert into payer_text (clinic_id, id, patient_id, recipient_id, rendered, text_hash, substance_use,
                                  looked_words, on_day, release_ids, at, by_id)
          values (${clinic.clinicId}, ${randomUUID()}, ${patientId}, ${to}, 'x',
                  encode(sha256(convert_to('x', 'UTF8')), 'hex'), ${substanceUse}, '{}', ${today}, ${ids}::uuid[],
                  ${app.clock.now}, ${prescriber.staffId})`),
      )
    const refused = (error: unknown) => error instanceof DatabaseError && error.constraint === 'payer_text_released'
    await assert.rejects(write(false, []), refused)
    await assert.rejects(write(true, [plain]), refused)
    await write(false, [plain])
  })
})
