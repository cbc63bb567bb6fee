import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { reading } from '../../../database/read.ts'
import { sql } from '../../../database/sql.ts'
import { testApp } from '../../../server/test.ts'
import { newBrowser } from '../testing/browser.ts'
import { goodPassword, joinByPassword, joinedPerson } from '../testing/person.ts'
import { makeOwnerLink } from './owner-link.ts'

const begin = async () => {
  const app = await testApp()
  const clinic = await app.clinicWith()
  const owner = await joinedPerson(app, clinic.owner, ['owner'])
  const nurse = await joinedPerson(app, clinic.owner, ['monitor'])
  const make = (email: string) => makeOwnerLink(app.db, { email, secrets: app.secrets, now: app.clock.now })
  const read = <Row extends object>(statement: ReturnType<typeof sql>) =>
    reading(app.db, { clinicId: clinic.clinicId }, (q) => q.all<Row>(statement))
  return { app, clinic, owner, nurse, make, read }
}
type Begun = Awaited<ReturnType<typeof begin>>

const linkOf = async ({ make, owner }: Begun) => {
  const made = await make(owner.email)
  assert.ok('token' in made)
  return { ...made, link: `http://localhost/join#${made.token}` }
}

describe('a link made at the machine', () => {
  test('lets an owner who lost everything choose anew, once, and ends every earlier way in', async () => {
    const here = await begin()
    const { app, owner } = here
    const { link } = await linkOf(here)
    // Until it is used nothing ends: whoever made it for nothing locked nobody out.
    assert.equal((await owner.browser.get('/api/me')).json.signedIn, true)
    const { reply } = await joinByPassword(newBrowser(app), link, app.clock.now, 'violet harbor ember tin')
    assert.equal(reply.status, 200)
    assert.equal((await owner.browser.get('/api/me')).json.signedIn, false)
    const old = { email: owner.email, password: goodPassword, recoveryCode: owner.recoveryCodes[0] }
    assert.equal((await newBrowser(app).post('/api/sign-in/recover', old)).status, 401)
    assert.equal(await joinByPassword(newBrowser(app), link, app.clock.now).catch(() => undefined), undefined)
  })

  test('is in the trail as made there, and the owner is told by mail, which does not hold it', async () => {
    const here = await begin()
    const { app, owner, read } = here
    const { token } = await linkOf(here)
    const trail = await read<{ actor: string; detail: object }>(sql`
      select actor_kind as actor, detail from audit_entry
      where action = 'staff.link-recover' and subject_id = ${owner.id}`)
    assert.deepEqual(trail, [{ actor: 'system', detail: { from: 'command line' } }])
    const [mail] = await read<{ recipient: string; body: string }>(sql`
      select recipient, sealed_body as body from message where staff_id = ${owner.id} and once is null`)
    assert.equal(mail?.recipient, owner.email)
    const body = app.secrets.open(mail?.body ?? '')
    assert.match(body, /made a link with which you can sign in/)
    assert.doesNotMatch(body, new RegExp(token))
  })

  test('is opened by nobody any more once its owner made another', async () => {
    const here = await begin()
    const { app, clinic, owner } = here
    const { token } = await linkOf(here)
    assert.equal((await clinic.owner.post(`/api/staff/${owner.id}/link`)).status, 200)
    const { status, json } = await newBrowser(app).post('/api/join/look', { token })
    assert.deepEqual([status, /replaced by a newer one/.test(String(json.says))], [409, true])
  })

  test('asks for which clinic where an owner’s address is shared, by name or id, and makes none until it is told', async () => {
    const { app, clinic, owner, read } = await begin()
    const other = await app.clinicWith()
    await joinedPerson(app, other.owner, ['owner'], owner.email)
    const make = (clinicSaid?: string) =>
      makeOwnerLink(app.db, {
        email: owner.email,
        ...(clinicSaid ? { clinic: clinicSaid } : {}),
        secrets: app.secrets,
        now: app.clock.now,
      })
    const both = [clinic.clinicId, other.clinicId].toSorted()
    for (const said of [undefined, 'Test clinic', 'Nowhere']) {
      const asked = await make(said)
      assert.ok('clinics' in asked, String(said))
      assert.deepEqual(asked.clinics.map(({ id }) => id).toSorted(), both)
    }
    assert.deepEqual(await read(sql`select id from invitation where purpose = 'recover'`), [])
    const made = await make(clinic.clinicId.toUpperCase())
    assert.ok('token' in made)
    assert.equal((await read(sql`select id from invitation where purpose = 'recover'`)).length, 1)
  })

  test('is for owners only: a nurse gets none, nor an address nobody has, nor an owner whose account ended', async () => {
    const { app, clinic, owner, nurse, make, read } = await begin()
    await joinedPerson(app, clinic.owner, ['owner'])
    for (const email of [nurse.email, 'nobody@clinic.example']) {
      const made = await make(email)
      assert.ok('owners' in made && made.owners.includes(owner.email) && !made.owners.includes(nurse.email))
    }
    assert.equal((await clinic.owner.post(`/api/staff/${owner.id}/deactivate`)).status, 204)
    assert.ok('owners' in (await make(owner.email)))
    assert.deepEqual(await read(sql`select id from invitation where purpose = 'recover'`), [])
  })
})
