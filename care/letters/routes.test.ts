import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { system } from '../../clinic/accounts/actor.ts'
import { audited } from '../../clinic/audit/audited.ts'
import { named, part2, released, releasesOf } from '../../clinic/releases/test.ts'
import { DatabaseError } from '../../database/errors.ts'
import { exportClinic } from '../../database/export.ts'
import { sql } from '../../database/sql.ts'
import { addDays, Day } from '../../science/time.ts'
import { type Reply, testApp } from '../../server/test.ts'
import { planned } from '../plans/test.ts'
import { begun, lettersOf } from './test.ts'

const app = await testApp()
const { clinic, patientId, toReferrer } = await lettersOf(app)
const { prescriber, monitor, frontDesk, therapist } = clinic

const ok = ({ status, json }: Reply): void => assert.equal(status, 200, JSON.stringify(json))
const statuses = (...replies: Reply[]) => replies.map(({ status }) => status)
const said = ({ json }: Reply) => JSON.stringify(json)
const problem = (change: object) =>
  prescriber.post(`/api/patients/${patientId}/problems`, { change: 'recorded', id: randomUUID(), fact: change })

describe('a letter to somebody outside', () => {
  test('begins with what the record says, and with nothing said about substance use', async () => {
    const letter = await toReferrer()
    const { newest, changed, sharing } = await letter.read()
    assert.match(newest.rendered, /To: Dr\. Refer Example, Example Practice/)
    assert.match(newest.rendered, /ketamine 40 mg, 6 sessions/)
    assert.match(newest.rendered, /IM injection: determined as “suitable” by Petra Prescriber/)
    assert.deepEqual([newest.substanceUse, changed], [null, []])
    assert.match(said({ json: sharing } as Reply), /No one has said/)
    const held = await letter.sign(prescriber)
    assert.equal(held.status, 423)
    assert.match(said(held), /No one has said/)
  })

  test('is signed only when a release covers it, and says what is missing', async () => {
    const letter = await toReferrer({ release: false })
    ok(await letter.write({ substanceUse: false }))
    const held = await letter.sign(prescriber)
    assert.equal(held.status, 423)
    assert.match(said(held), /no release names this recipient/)
    const narrow = await released(frontDesk, patientId, letter.to, { contents: ['plan'] })
    assert.match(said(await letter.sign(prescriber)), /no release to this recipient covers it/)
    await released(frontDesk, patientId, letter.to)
    ok(await letter.sign(prescriber))
    const { newest } = await letter.read()
    assert.equal(newest.signature?.by, 'Petra Prescriber')
    assert.equal(newest.textHash, createHash('sha256').update(newest.rendered, 'utf8').digest('hex'))
    assert.ok(narrow)
  })

  test('is signed by a prescriber, as it was shown, in its newest version, once', async () => {
    const letter = await toReferrer()
    ok(await letter.write({ substanceUse: false }))
    const first = await letter.read()
    assert.equal((await letter.sign(monitor)).status, 403)
    assert.equal((await letter.sign(prescriber, { textHash: '0'.repeat(64) })).status, 409)
    ok(await letter.write({ sections: [{ id: 'plan', text: 'Six sessions.' }] }))
    assert.equal(
      (await letter.sign(prescriber, { versionId: first.newest.id, textHash: first.newest.textHash })).status,
      409,
    )
    const body = { id: randomUUID() }
    assert.deepEqual(statuses(await letter.sign(prescriber, body), await letter.sign(prescriber, body)), [200, 200])
    assert.equal((await letter.sign(prescriber)).status, 409)
  })

  test('is printed once it is signed, and not after the release was taken back', async () => {
    const letter = await toReferrer()
    assert.equal((await monitor.get(`${letter.path}/pdf`)).status, 423)
    ok(await letter.write({ substanceUse: false }))
    ok(await letter.sign(prescriber))
    assert.equal((await monitor.get(`${letter.path}/pdf`)).status, 200)
    const { today } = (await releasesOf(prescriber, patientId)).who
    const back = { id: randomUUID(), revokedOn: today, words: '' }
    ok(await frontDesk.post(`/api/patients/${patientId}/releases/${letter.releaseId}/revoke`, back))
    const held = await monitor.get(`${letter.path}/pdf`)
    assert.equal(held.status, 423)
    assert.match(said(held), /revoked the release/)
    assert.equal((await letter.sent()).status, 423)
  })

  test('goes with the patient’s own export, in every version and with its signature, and with nobody else’s', async () => {
    const letter = await toReferrer()
    ok(await letter.write({ substanceUse: false }))
    ok(await letter.sign(prescriber))
    const other = (await planned(clinic, app.holding as never, app.clock.now)).patientId
    const tables = async (of: string) => {
      let text = ''
      for await (const piece of exportClinic(app.db, clinic.clinicId, of)) text += piece
      return (JSON.parse(text) as { tables: Record<string, { letter_id: string }[]> }).tables
    }
    const theirs = await tables(patientId)
    for (const table of ['letter_version', 'letter_signature'])
      assert.ok(
        theirs[table]?.some((row) => row.letter_id === letter.id),
        table,
      )
    assert.deepEqual((await tables(other)).letter_version, [])
  })

  test('is marked as sent by a person, on a day on which it might go out', async () => {
    const letter = await toReferrer()
    assert.equal((await letter.sent()).status, 423)
    ok(await letter.write({ substanceUse: false }))
    ok(await letter.sign(prescriber))
    const { today } = await letter.read()
    const on = (days: number) => ({ sentOn: addDays(Day.parse(today), days) })
    assert.deepEqual(statuses(await letter.sent(on(1)), await letter.sent(on(-1))), [422, 422])
    const body = { id: randomUUID(), reach: '212 555 0177' }
    ok(await letter.sent(body))
    const back = { id: randomUUID(), revokedOn: today, words: '' }
    ok(await frontDesk.post(`/api/patients/${patientId}/releases/${letter.releaseId}/revoke`, back))
    // Sent again after the answer was lost: it did go out, whatever became of the release since.
    assert.deepEqual(statuses(await letter.sent(body), await letter.sent({ ...body, reach: 'x' })), [200, 409])
    const { sendings } = await letter.read()
    assert.deepEqual(
      sendings.map(({ how, reach, by }) => [how, reach, by]),
      [['fax', '212 555 0177', 'Milo Monitor']],
    )
  })

  test('without a release is refused by the database itself', async () => {
    const letter = await toReferrer({ release: false })
    const other = await released(frontDesk, patientId, await named(frontDesk, patientId))
    const { newest, today } = await letter.read()
    const act = { clinicId: clinic.clinicId, actor: system, action: 'test.letter', at: app.clock.now }
    for (const ids of [[], [other]])
      await assert.rejects(
        audited(app.db, act, (tx) =>
          tx.run(sql`
            insert into letter_signature (clinic_id, id, letter_id, version_id, text_hash, on_day, release_ids, at, by_id)
            values (${clinic.clinicId}, ${randomUUID()}, ${letter.id}, ${newest.id}, ${newest.textHash}, ${today},
                    ${ids}::uuid[], ${app.clock.now}, ${prescriber.staffId})`),
        ),
        (error: unknown) => error instanceof DatabaseError && error.constraint === 'letter_released',
      )
  })
})

describe('writing', () => {
  test('of two people who write at once the second is told who was first, and nothing is lost', async () => {
    const letter = await toReferrer()
    const { newest } = await letter.read()
    ok(await letter.write({ sections: [{ id: 'plan', text: 'Hers' }], after: newest.number }, prescriber))
    const second = await letter.write({ sections: [{ id: 'plan', text: 'His' }], after: newest.number })
    assert.equal(second.status, 409)
    assert.match(said(second), /Petra Prescriber/)
    assert.match((await letter.read()).newest.rendered, /Hers/)
  })

  test('sent twice is one version; something else under the same id is refused', async () => {
    const letter = await toReferrer()
    const { newest } = await letter.read()
    const body = { id: randomUUID(), after: newest.number, sections: [{ id: 'plan', text: 'Once' }] }
    const replies = [await letter.write(body), await letter.write(body)]
    const other = await letter.write({ ...body, sections: [{ id: 'plan', text: 'Twice' }] })
    assert.deepEqual(statuses(...replies, other), [200, 200, 409])
    assert.equal((await letter.read()).versions.length, 2)
    ok(await monitor.post(letter.all, letter.start))
    assert.equal(
      (await monitor.post(letter.all, { ...letter.start, recipientId: await named(frontDesk, patientId) })).status,
      409,
    )
  })

  test('the record changes: it is told, and whoever has not seen it cannot save over it', async () => {
    const letter = await toReferrer()
    const { seen } = await letter.read()
    ok(await problem({ words: 'Migraine', code: 'G43.9', status: 'active' }))
    const { changed } = await letter.read()
    assert.deepEqual(
      changed.map(({ id }) => id),
      ['diagnoses'],
    )
    assert.match(changed[0]?.now ?? '', /Migraine/)
    assert.equal((await letter.write({ seen })).status, 409)
    ok(await letter.write())
    const after = await letter.read()
    assert.deepEqual(after.changed, [])
    assert.doesNotMatch(after.newest.rendered, /Migraine/, 'what the clinician wrote stays as it was written')
  })

  test('refuses a letter to nobody, and one that says nothing', async () => {
    const body = { id: randomUUID(), versionId: randomUUID(), kind: 'therapist', recipientId: null }
    const path = `/api/patients/${patientId}/letters`
    assert.equal((await monitor.post(path, body)).status, 422)
    assert.equal((await monitor.post(path, { ...body, recipientId: randomUUID() })).status, 422)
    const letter = await toReferrer()
    assert.equal((await letter.write({ sections: [{ id: 'plan', text: ' ' }] })).status, 422)
  })
})

const plain = { substanceUse: false, sections: [{ id: 'plan', text: 'As agreed.' }] }

describe('a letter that goes nowhere', () => {
  const aside = (path: string, change: object = {}) =>
    monitor.post(`${path}/set-aside`, { id: randomUUID(), words: 'Begun for the wrong person.', ...change })

  test('is set aside with a reason, once; nothing more is written, signed, printed or sent, and every version stays', async () => {
    const letter = await toReferrer()
    ok(await letter.write(plain))
    assert.equal((await aside(letter.path, { words: ' ' })).status, 422)
    const once = { id: randomUUID() }
    assert.deepEqual(
      statuses(await aside(letter.path, once), await aside(letter.path, once), await aside(letter.path)),
      [200, 200, 409],
    )
    assert.deepEqual(
      statuses(await letter.write(), await letter.sign(prescriber), await letter.sent()),
      [409, 409, 423],
    )
    const { letter: line, versions } = await letter.read()
    assert.deepEqual([line.aside?.words, line.aside?.by], ['Begun for the wrong person.', 'Milo Monitor'])
    assert.equal(versions.length, 2)
  })

  test('may be signed already; one that went out stands as it is', async () => {
    const letter = await toReferrer()
    ok(await letter.write(plain))
    ok(await letter.sign(prescriber))
    ok(await aside(letter.path))
    assert.deepEqual(statuses(await letter.sent(), await monitor.get(`${letter.path}/pdf`)), [409, 409])
    const other = await toReferrer()
    ok(await other.write(plain))
    ok(await other.sign(prescriber))
    ok(await other.sent())
    assert.equal((await aside(other.path)).status, 409)
  })
})

describe('whoever it goes to', () => {
  const change = (id: string, body: object) =>
    frontDesk.post(`/api/patients/${patientId}/recipients/${id}`, {
      id: randomUUID(),
      relation: 'referrer',
      name: 'Dr. Refer Example',
      organisation: 'Example Practice',
      reach: '',
      aside: false,
      words: 'A slip.',
      ...body,
    })

  test('was corrected after it was written: it is saved once more before it is signed', async () => {
    const to = await named(frontDesk, patientId, { name: 'Dr. Rfer Example' })
    const letter = await begun(monitor, patientId, 'referrer', to)
    ok(await letter.write(plain))
    ok(await change(to, {}))
    await released(frontDesk, patientId, to)
    assert.match(said(await letter.sign(prescriber)), /was corrected since/)
    ok(await letter.write(plain))
    ok(await letter.sign(prescriber))
    assert.match((await letter.read()).newest.rendered, /To: Dr\. Refer Example/)
  })

  test('was set aside: nothing is begun, signed or sent to them, until they are taken up again', async () => {
    const letter = await toReferrer()
    ok(await letter.write(plain))
    ok(await change(letter.to, { aside: true }))
    const begin = { id: randomUUID(), versionId: randomUUID(), kind: 'referrer', recipientId: letter.to }
    assert.equal((await monitor.post(letter.all, begin)).status, 422)
    assert.match(said(await letter.sign(prescriber)), /recipient was set aside/)
    ok(await change(letter.to, {}))
    ok(await letter.sign(prescriber))
  })
})

test('the patient’s own summary needs no release', async () => {
  const letter = await begun(monitor, patientId, 'patient')
  ok(await letter.sign(prescriber))
  ok(await letter.sent({ how: 'handed over' }))
  assert.equal((await monitor.get(`${letter.path}/pdf`)).status, 200)
  assert.match((await letter.read()).newest.rendered, /988/)
})

test('the chart lists letters for whoever reads letters, and releases as far as a person may see them', async () => {
  const { to } = await toReferrer()
  const part2Id = await released(prescriber, patientId, to, part2)
  const papersOf = async (as = prescriber) => {
    const reply = await as.get(`/api/patients/${patientId}/papers`)
    ok(reply)
    const { letters, releases } = reply.json as { letters: object[] | null; releases: { id: string }[] }
    return { letters, part2: releases.some(({ id }) => id === part2Id) }
  }
  const own = await papersOf()
  assert.ok((own.letters?.length ?? 0) > 0 && own.part2)
  assert.deepEqual(await papersOf(frontDesk), { letters: null, part2: false })
})

test('letters are read by prescriber and monitor; the front desk and the therapist meet none', async () => {
  const { path, all } = await toReferrer()
  for (const as of [frontDesk, therapist])
    assert.deepEqual(statuses(await as.get(path), await as.get(all), await as.get(`${path}/pdf`)), [403, 403, 403])
})
