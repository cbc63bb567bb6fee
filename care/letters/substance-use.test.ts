import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { part2, released } from '../../clinic/releases/test.ts'
import { DatabaseError } from '../../database/errors.ts'
import { sql } from '../../database/sql.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { letterWords as words } from '../../web/words/en/care-letters.ts'
import { lettersOf } from './test.ts'

const app = await testApp()
const { clinic, patientId, toReferrer } = await lettersOf(app)
const { prescriber, monitor } = clinic

const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))
const said = ({ json }: Reply) => JSON.stringify(json)
const problem = (change: object) =>
  prescriber.post(`/api/patients/${patientId}/problems`, { change: 'recorded', id: randomUUID(), fact: change })

describe('what is about substance use', () => {
  test('needs a Part 2 consent besides the release, and goes out with a word against passing it on', async () => {
    const letter = await toReferrer()
    ok(await letter.write({ substanceUse: true }))
    assert.match((await letter.read()).newest.rendered, new RegExp(words.noticeHeading))
    const held = await letter.sign(prescriber)
    assert.equal(held.status, 423)
    assert.match(said(held), /Part 2/)
    await released(prescriber, patientId, letter.to, part2)
    ok(await letter.sign(prescriber))
  })

  test('is there when the record has such a diagnosis: nobody can say that it is not', async () => {
    ok(await problem({ words: 'Alcohol use disorder', code: 'F10.20', status: 'active' }))
    const letter = await toReferrer()
    const { newest } = await letter.read()
    assert.equal(newest.substanceUse, true)
    const refused = await letter.write({ substanceUse: false })
    assert.equal(refused.status, 422)
    const without = newest.sections.map((one) => (one.id === 'substance use' ? { ...one, text: '' } : one))
    ok(await letter.write({ substanceUse: false, sections: without }))
    assert.doesNotMatch((await letter.read()).newest.rendered, /Alcohol/)
    ok(await letter.sign(prescriber))
  })

  test('is not said away while its words stand in another part: each is looked at first, and a new one again', async () => {
    const letter = await toReferrer()
    const sections = [{ id: 'medicines', text: 'Methadone 10 mg for pain.\nSertraline 100 mg.' }]
    const refused = await letter.write({ substanceUse: false, sections })
    assert.equal(refused.status, 422)
    assert.match(said(refused), /methadone/)
    ok(await letter.write({ substanceUse: false, sections, lookedWords: ['methadone'] }))
    assert.deepEqual((await letter.read()).newest.lookedWords, ['methadone'])
    ok(await letter.sign(prescriber))
    const more = [{ id: 'medicines', text: 'Methadone 10 mg. Sober for a year.' }]
    assert.equal((await letter.write({ substanceUse: false, sections: more, lookedWords: ['methadone'] })).status, 422)
    ok(await letter.write({ substanceUse: true, sections: more, lookedWords: ['methadone'] }))
    assert.deepEqual((await letter.read()).newest.lookedWords, [], 'yes rests on no word')
  })

  test('of which an earlier version said no without looking is not known: it is neither signed, printed nor sent', async () => {
    const letter = await toReferrer()
    const sections = [{ id: 'diagnoses', text: 'Opioid use disorder, in remission.' }]
    ok(await letter.write({ substanceUse: false, sections, lookedWords: ['opioid', 'use disorder'] }))
    // As versions of before 0058 were stored: the answer, and no word that was looked at.
    const act = { clinicId: clinic.clinicId, actor: system, action: 'test.letter', at: app.clock.now }
    await audited(app.db, act, (tx) =>
      tx.run(sql`
        insert into letter_version (clinic_id, id, letter_id, number, sections, derived, substance_use, rendered,
                                    text_hash, at, by_id)
        select clinic_id, gen_random_uuid(), letter_id, number + 1, sections, derived, substance_use, rendered, text_hash,
               at, by_id
        from letter_version where letter_id = ${letter.id} order by number desc limit 1`),
    )
    const unsigned = await letter.sign(prescriber)
    assert.equal(unsigned.status, 423)
    assert.match(said(unsigned), /opioid/)
    const { newest, today } = await letter.read()
    await audited(app.db, act, (tx) =>
      tx.run(sql`
        insert into letter_signature (clinic_id, id, letter_id, version_id, text_hash, on_day, release_ids, at, by_id)
        values (${clinic.clinicId}, ${randomUUID()}, ${letter.id}, ${newest.id}, ${newest.textHash}, ${today},
                ${[letter.releaseId]}::uuid[], ${app.clock.now}, ${prescriber.staffId})`),
    )
    assert.equal((await monitor.get(`${letter.path}/pdf`)).status, 423)
    const held = await letter.sent()
    assert.equal(held.status, 423)
    assert.match(said(held), /opioid/)
  })

  test('or of which nobody has said whether it is, is refused by the database itself without a Part 2 consent', async () => {
    const signIt = async (substanceUse: boolean | null, withPart2: boolean) => {
      const letter = await toReferrer()
      const ids = [letter.releaseId, ...(withPart2 ? [await released(prescriber, patientId, letter.to, part2)] : [])]
      ok(await letter.write({ substanceUse, sections: [{ id: 'plan', text: 'As agreed.' }] }))
      const { newest, today } = await letter.read()
      const act = { clinicId: clinic.clinicId, actor: system, action: 'test.letter', at: app.clock.now }
      await audited(app.db, act, (tx) =>
        tx.run(sql`
          insert into letter_signature (clinic_id, id, letter_id, version_id, text_hash, on_day, release_ids, at, by_id)
          values (${clinic.clinicId}, ${randomUUID()}, ${letter.id}, ${newest.id}, ${newest.textHash}, ${today},
                  ${ids}::uuid[], ${app.clock.now}, ${prescriber.staffId})`),
      )
    }
    const refused = (error: unknown) => error instanceof DatabaseError && error.constraint === 'letter_released'
    await assert.rejects(signIt(true, false), refused)
    await assert.rejects(signIt(null, true), refused)
    await signIt(true, true)
    await signIt(false, false)
  })
})
