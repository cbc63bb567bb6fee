import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, test } from 'node:test'
import { allPermissions, mayDo, permissions, type Role, roles } from '../clinic/accounts/permissions.ts'
import { routes } from './stages.ts'
import { testApp } from './test.ts'

describe('every route', () => {
  test('names who may use it', () => {
    const without = routes.filter(
      ({ may }) => !['public', 'link', 'signed-in'].includes(may) && !allPermissions.includes(may as never),
    )
    assert.deepEqual(
      without.map(({ method, path }) => `${method} ${path}`),
      [],
    )
    assert.ok(routes.length > 30, `saw only ${routes.length} routes`)
  })

  test('is there once', () => {
    const names = routes.map(({ method, path }) => `${method} ${path.replace(/:\w+/g, ':')}`)
    assert.deepEqual(
      names.filter((name, i) => names.indexOf(name) !== i),
      [],
    )
  })

  test('is open to everybody only where this list says so', () => {
    const open = routes.filter(({ may }) => may === 'public').map(({ method, path }) => `${method} ${path}`)
    assert.deepEqual(open.toSorted(), openToEverybody)
  })

  test('that names a patient in its path checks the chart, or says why it need not', () => {
    const unchecked = routes.filter(
      ({ path, patient, may }) => path.includes(':patientId') && !patient && may !== 'audit.read',
    )
    assert.deepEqual(
      unchecked.map(({ method, path }) => `${method} ${path}`),
      [],
    )
  })

  test('every permission is used by a route', () => {
    // Asked for inside a route that gives more to those who have it: a record's clinical lists.
    const used = new Set(['records.read', ...routes.map(({ may }) => may as string)])
    assert.deepEqual(
      allPermissions.filter((permission) => !used.has(permission)),
      [],
    )
  })
})

/** Doors that have to be open to somebody who is not known yet. Adding one is a decision, so it is written here too. */
const openToEverybody = [
  // A demo clinic has nobody real in it. Walking in, and making it or throwing it away without signing in, end once
  // a real clinic is kept here (demo/demo.test.ts).
  'GET /api/demo',
  // A used or old link still tells its holder how to reach the clinic; it names the patient only while it is live.
  'GET /api/link',
  'GET /api/me',
  'POST /api/demo',
  'POST /api/demo/discard',
  'POST /api/demo/enter',
  'POST /api/demo/patient-link',
  'POST /api/join',
  'POST /api/join/look',
  'POST /api/join/offer',
  'POST /api/setup',
  'POST /api/setup/look',
  'POST /api/setup/offer',
  'POST /api/sign-in',
  'POST /api/sign-in/passkey',
  'POST /api/sign-in/passkey/ask',
  'POST /api/sign-in/recover',
  // The clinic’s text gateway hands on what patients answer. Each text is signed with SMS_INBOUND_KEY.
  'POST /api/texts/received',
]

describe('role × route', () => {
  test('lets each role reach what its permissions say, and nothing else', async () => {
    const app = await testApp()
    const clinic = await app.clinicWith()
    const people: [
      Role,
      { get: typeof clinic.owner.get; post: typeof clinic.owner.post; put: typeof clinic.owner.put },
    ][] = [
      ['owner', clinic.owner],
      ['prescriber', clinic.prescriber],
      ['monitor', clinic.monitor],
      ['therapist', clinic.therapist],
      ['front-desk', clinic.frontDesk],
      ['display', clinic.display],
    ]
    assert.deepEqual(people.map(([role]) => role).toSorted(), [...roles].toSorted())
    const wrong: string[] = []
    for (const route of routes) {
      if (route.may === 'public' || route.may === 'link') continue
      const path = route.path.replace(/:\w+/g, () => randomUUID())
      const call = (as: (typeof people)[number][1]) =>
        route.method === 'GET' ? as.get(path) : route.method === 'PUT' ? as.put(path) : as.post(path)
      const stranger = await call(app.nobody)
      if (stranger.status !== 401) wrong.push(`nobody ${route.method} ${route.path} → ${stranger.status}`)
      for (const [role, as] of people) {
        // Signing out would end the walk for this person.
        if (route.path.startsWith('/api/sign-out') || route.path.startsWith('/api/sign-in/')) continue
        // Refuses everybody whose clinic is no demo; demo/ has its tests.
        if (route.path === '/api/demo/unlock') continue
        const { status } = await call(as)
        const may = route.may === 'signed-in' || mayDo([role], route.may)
        // Whoever may gets an answer about what was asked (found, invalid, held …); whoever may not gets 403 and no more.
        if (may === (status === 403) || status >= 500) wrong.push(`${role} ${route.method} ${route.path} → ${status}`)
      }
    }
    assert.deepEqual(wrong, [])
  })

  test('a permission nobody holds would be a mistake', () => {
    for (const permission of allPermissions) assert.ok(permissions[permission].length > 0, permission)
  })
})
