import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { before, describe, test } from 'node:test'
import type { EvaluationAnswer } from '../care/evaluation/read.ts'
import { phoneWith } from '../care/intake/test.ts'
import { begun } from '../care/letters/test.ts'
import { phq9Answers } from '../care/outcomes/test.ts'
import { type Booked, recovered, touched } from '../care/sessions/test.ts'
import { askedFor, behindLink, named, part2, released } from '../clinic/releases/test.ts'
import { stocked } from '../clinic/stock/test.ts'
import { owning } from '../database/owner.ts'
import { sql } from '../database/sql.ts'
import { dayIn } from '../science/day-in.ts'
import { recorded, type Seen } from './recording.ts'
import { routes } from './stages.ts'
import { type As, testApp } from './test.ts'

/** Stands in everything that is written here about a patient. Whoever may not read such things must never meet it. */
const secret = 'Zaubernuss'

const app = await testApp()
const seen = recorded(app)
const clinic = await app.clinicWith()
const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

const ok = async (asked: Promise<{ status: number; json: unknown }>) => {
  const { status, json } = await asked
  assert.ok(status < 300, JSON.stringify(json))
  return json as Record<string, string>
}

/** Everything that can happen to one patient, through the routes, as their own clinic does it. */
const wholeStory = async () => {
  const { prescriber, monitor, frontDesk, owner } = clinic
  const session = await recovered(app, clinic)
  const path = `/api/patients/${session.patientId}`
  await ok(session.event('remark', { words: secret }))
  await ok(session.event('vitals', { heartRate: 72, words: secret }))
  const effect = { effect: 'nausea', severity: 'mild', words: secret }
  const { id: effectId } = await ok(session.event('side effect', effect))
  await ok(session.event('side effect ended', { effectId, action: secret }))
  await session.read()
  const given = (await session.read()).events.find(({ kind }) => kind === 'dose')
  await ok(
    session.event(
      'correction',
      { reason: secret, data: { ...given?.data, side: 'right' } },
      { corrects: given?.id },
      prescriber,
    ),
  )
  await ok(session.event('handed over', { toId: prescriber.staffId, toName: 'Petra Prescriber' }))
  await ok(session.release())
  await ok(session.event('addendum', { words: secret }))
  const { hash = '' } = await ok(monitor.get(`${path}/sessions/${session.id}/note`))
  await ok(monitor.post(`${session.path}/sign`, { id: randomUUID(), hash }))
  for (const [list, fact] of [
    ['problems', { words: secret, code: 'F33.2', status: 'active' }],
    ['medicines', { name: secret }],
    ['allergies', { substance: secret }],
  ] as const) {
    const id = randomUUID()
    await ok(prescriber.post(`${path}/${list}`, { change: 'recorded', id, fact }))
    await ok(
      prescriber.post(`${path}/${list}`, { change: 'entered in error', id: randomUUID(), corrects: id, why: secret }),
    )
  }
  await ok(prescriber.post(`${path}/none-known`, { id: randomUUID(), about: 'allergy' }))
  const contact = { kind: 'emergency', name: 'Sam Sample', phone: '212 555 0147' }
  await ok(frontDesk.post(`${path}/contacts`, { change: 'recorded', id: randomUUID(), fact: contact }))
  await ok(
    prescriber.post(`${path}/plan/${session.planId}/review`, {
      id: randomUUID(),
      point: 'at another time',
      afterSession: 0,
      decision: 'continue',
      reason: secret,
      version: 1,
    }),
  )
  const link = async (asks: string) =>
    app.holding(String((await ok(frontDesk.post(`${path}/ask`, { asks, by: 'here', sessionId: session.id }))).url))
  const phone = await link('phq-9')
  await ok(phone.get('/api/link'))
  await ok(phone.get('/api/link/questions'))
  const responses = [{ id: randomUUID(), instrument: 'phq-9', answers: phq9Answers(18, 2) }]
  await ok(phone.post('/api/link/answers', { answeredAt: app.clock.now, responses }))
  await link('next-day')
  const own = await link('course')
  await ok(own.get('/api/link/course'))
  await ok(own.post('/api/link/course/choice', { id: randomUUID(), wanted: true }))
  await ok(own.post('/api/link/course/moods', { moods: [{ id: randomUUID(), value: 3, at: app.clock.now }] }))
  const { url } = await ok(frontDesk.post(`${path}/intake`, { id: randomUUID(), by: 'here' }))
  const intake = phoneWith(app.holding(String(url)))
  await intake.answers({ story: secret, stroke: false, otherDrugs: true, whichDrugs: secret }, app.clock.now)
  await intake.done()
  await ok(frontDesk.get(`${path}/intake`))
  const evaluation = (await ok(prescriber.get(`${path}/evaluation?route=im`))) as unknown as EvaluationAnswer
  for (const { now } of evaluation.reported?.items ?? []) {
    const body = { id: randomUUID(), becameId: randomUUID(), answerId: now.id, evaluationId: evaluation.evaluation?.id }
    await ok(prescriber.post(`${path}/evaluation/reported`, { ...body, how: 'talked about' }))
  }
  const item = { id: randomUUID(), kind: 'lifestyle', words: secret, owner: secret, reviewOn: '2099-01-01' }
  const integrative = { id: randomUUID(), evaluationId: evaluation.evaluation?.id, expected: 0, items: [item] }
  await ok(prescriber.post(`${path}/integrative-plan`, integrative))
  await ok(prescriber.get(`${path}/integrative-plan`))
  const { alerts } = (await ok(prescriber.get('/api/alerts'))) as unknown as { alerts: { id: string }[] }
  const alertId = alerts[0]?.id ?? ''
  await ok(prescriber.post(`/api/alerts/${alertId}/events`, { id: randomUUID(), kind: 'acknowledge' }))
  await ok(prescriber.post(`/api/alerts/${alertId}/events`, { id: randomUUID(), kind: 'close', words: secret }))
  const { id: memberId = '' } = await ok(
    frontDesk.post(`${path}/team`, { id: randomUUID(), staffId: clinic.owner.staffId }),
  )
  await ok(frontDesk.post(`${path}/team/${memberId}/end`))
  const stock = await stocked(app, clinic)
  await ok(stock.count({ full: 1 }))
  const { mismatches, items } = await stock.all()
  await ok(stock.settle(mismatches[0]?.id ?? '', 'taken'))
  const { discrepancies } = await stock.all()
  await ok(prescriber.post(`/api/stock/doses/${discrepancies[0]?.id}/settle`, { id: randomUUID(), words: 'By hand' }))
  const links = (await ok(frontDesk.get(`${path}/links`))) as unknown as { linkId: string }[]
  const { standing } = (await ok(prescriber.get(`${path}/evaluation?route=im`))) as unknown as {
    standing: { determination: { id: string } }
  }
  const consent = (await ok(prescriber.get(`${path}/consent?route=im`))) as unknown as {
    standing: { requestId: string }
  }
  await ok(
    frontDesk.post(`${path}/consent/${consent.standing.requestId}/withdraw`, { id: randomUUID(), reason: secret }),
  )
  const to = await named(frontDesk, session.patientId)
  const releaseId = await released(prescriber, session.patientId, to, part2)
  await ok(prescriber.get(`${path}/releases`))
  const plainId = await released(prescriber, session.patientId, to)
  const letter = await begun(prescriber, session.patientId, 'referrer', to)
  await ok(letter.write({ substanceUse: true, sections: [{ id: 'plan', text: secret }] }))
  await ok(letter.sign(prescriber))
  await ok(letter.sent({ words: secret }))
  const aside = { id: randomUUID(), words: secret }
  const draft = await begun(prescriber, session.patientId, 'referrer', to)
  await ok(prescriber.post(`${draft.path}/set-aside`, aside))
  const asked = await askedFor(prescriber, session.patientId, to, part2)
  const signer = app.holding(asked.url)
  const { textHash } = await behindLink(signer)
  await ok(signer.post('/api/link/release/sign', { textHash, signedName: 'Test Sample', confirms: true }))
  await ok(signer.post('/api/link/release/revoke', { id: randomUUID(), words: secret }))
  await ok(prescriber.post(`${path}/releases/${asked.id}/link`, { how: 'tablet' }))
  const unsigned = await askedFor(frontDesk, session.patientId, to)
  await ok(frontDesk.post(`${path}/releases/${unsigned.id}/set-aside`, { ...aside, id: randomUUID() }))
  const corrected = { relation: 'referrer', name: 'Dr. Refer Example', organisation: 'Example Practice', reach: '1' }
  await ok(
    frontDesk.post(`${path}/recipients/${to}`, { ...corrected, id: randomUUID(), aside: false, words: 'A slip.' }),
  )
  const today = dayIn('America/New_York', app.clock.now)
  const back = { id: randomUUID(), revokedOn: today, words: secret }
  await ok(prescriber.post(`${path}/releases/${releaseId}/revoke`, back))
  await ok(frontDesk.post(`${path}/releases/${plainId}/revoke`, { ...back, id: randomUUID() }))
  await ok(owner.get(`${path}/trail`))
  const ids: Record<string, string> = {
    patientId: session.patientId,
    planId: session.planId,
    requestId: consent.standing.requestId,
    alertId,
    memberId,
    releaseId,
    recipientId: to,
    letterId: letter.id,
    linkId: links[0]?.linkId ?? '',
    determinationId: standing.determination.id,
    route: 'im',
    itemId: items[0]?.id ?? '',
    id: session.id,
  }
  return { session, ids }
}

/** Of every table the rows of this clinic, as one hash a table; what looking and signing in leave behind is left out. */
const rowsOf = (clinicId: string) =>
  owning(app.db, async (q) => {
    const tables = await q.all<{ name: string }>(sql`
      select c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'clinic_id'
      where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace
        and c.relname not in ('audit_entry', 'audit_head', 'sign_in') order by 1`)
    const hashes: Record<string, unknown> = {}
    for (const { name } of tables) {
      hashes[name] = await q.one(sql`
        select count(*) as rows, md5(coalesce(string_agg(t::text, '' order by t::text), '')) as hash
        from ${sql.raw(`"${name}"`)} t where clinic_id = ${clinicId}`)
    }
    return hashes
  })

let story: { session: Booked; ids: Record<string, string> }
let requests: Seen[]
before(async () => {
  story = await wholeStory()
  requests = [...seen.list]
  seen.stop()
})

const names = ({ method, path }: { method: string; path: string }) => `${method} ${path.replaceAll(uuids, '…')}`

describe('every request of a whole course of treatment', () => {
  test('was seen here', () => {
    const changes = requests.filter(({ method }) => method !== 'GET')
    assert.ok(new Set(changes.map(names)).size > 30, [...new Set(changes.map(names))].join('\n'))
  })

  test('that changed something left an entry in the trail, and each opening of a chart too', () => {
    const looked = (path: string) =>
      /^\/api\/(patients|sessions)\/[0-9a-f-]{36}/.test(path) && !/\/(line|links)$/.test(path)
    const unwritten = requests.filter(({ method, path, entries, status }) => {
      if (status >= 300 || entries > 0 || path === '/api/patients/likely') return false
      return method !== 'GET' || looked(path)
    })
    // Looking at a session again within a quarter of an hour is written down once.
    const session = `GET /api/sessions/…`
    assert.deepEqual([...new Set(unwritten.map(names))], [session])
    assert.ok(requests.some((one) => names(one) === session && one.entries === 1))
  })

  test('left none of anybody’s words in the trail or in a message', async () => {
    const { words } = await owning(app.db, (q) =>
      q.one<{ words: number }>(sql`
        select (select count(*) from audit_entry t where t::text like ${`%${secret}%`})
             + (select count(*) from message t where t::text like ${`%${secret}%`}) as words`),
    )
    assert.equal(words, 0)
  })
})

describe('another clinic', () => {
  test('repeats every request, and nothing here is read or changed', async () => {
    const others = await app.clinicWith()
    const everything = await others.another(['owner', 'prescriber', 'monitor', 'therapist', 'front-desk'])
    await touched(app, others)
    const [ours, theirs] = [await rowsOf(clinic.clinicId), await rowsOf(others.clinicId)]
    const wrong: string[] = []
    for (const { method, path, body } of requests) {
      // These name nothing that exists: they make something new, which is theirs then.
      if (
        [
          '/api/patients',
          '/api/patients/likely',
          '/api/rooms',
          '/api/stock/items',
          '/api/consent/documents/im',
        ].includes(path)
      )
        continue
      if (path.startsWith('/api/link') || !(path + JSON.stringify(body ?? '')).match(uuids)) continue
      const reply = await (method === 'GET' ? everything.get(path) : everything.post(path, body))
      const told = JSON.stringify(reply.json)
      if (reply.status < 400 || reply.status >= 500 || told.includes(secret) || told.includes('Sample')) {
        wrong.push(`${names({ method, path })} → ${reply.status} ${told.slice(0, 80)}`)
      }
    }
    assert.deepEqual(wrong, [])
    assert.deepEqual(await rowsOf(clinic.clinicId), ours)
    assert.deepEqual(await rowsOf(others.clinicId), theirs)
  })
})

describe('in the same clinic', () => {
  const gets = () =>
    routes
      .filter(({ method, may }) => method === 'GET' && may !== 'link' && may !== 'public')
      .map(({ path }) => path.replace(/:(\w+)/g, (_, key: string) => story.ids[key] ?? key))
      .flatMap((path) => (/\/(evaluation|consent|plan)$/.test(path) ? [`${path}?route=im`] : [path]))

  const meets = async (as: As, words: RegExp): Promise<string[]> => {
    const met: string[] = []
    for (const path of [...gets(), '/api/alerts?closed=yes']) {
      const { status, json } = await as.get(path)
      if (status === 200 && words.test(JSON.stringify(json))) met.push(path.replaceAll(uuids, '…'))
    }
    return met
  }

  test('nobody reads what was written about a patient without its standing in the trail', async () => {
    await touched(app, clinic)
    const reader = await clinic.another(['owner', 'prescriber', 'monitor', 'front-desk'])
    const entries = async () =>
      (
        await owning(app.db, (q) =>
          q.one<{ n: number }>(sql`
        select count(*)::int as n from audit_entry where actor_id = ${reader.staffId}`),
        )
      ).n
    const met: string[] = []
    const unwritten: string[] = []
    for (const path of [...gets(), '/api/alerts?closed=yes']) {
      const before = await entries()
      const { status, json } = await reader.get(path)
      const told = JSON.stringify(json) ?? ''
      const clinical = told.includes(secret) || /\/(ratings|requests)$/.test(path)
      if (status !== 200 || !clinical || !told.includes(story.session.patientId)) continue
      met.push(path)
      if ((await entries()) === before) unwritten.push(path.replaceAll(uuids, '…'))
    }
    assert.ok(met.length >= 5)
    assert.deepEqual(unwritten, [])
  })
  test('the patient’s own people do read it: the words are there to be met', async () => {
    await touched(app, clinic)
    assert.ok((await meets(clinic.prescriber, new RegExp(secret))).length >= 5)
  })
  test('the front desk, the owner and the wall never meet what was written about a patient', async () => {
    for (const as of [clinic.frontDesk, clinic.owner, clinic.display]) {
      assert.deepEqual(await meets(as, new RegExp(secret)), [])
    }
  })
  test('the wall meets no name, number or id of a patient', async () => {
    assert.deepEqual(await meets(clinic.display, new RegExp(`Sample|${story.session.patientId}`)), [])
  })
  test('a therapist who is not on the team reaches nothing of the patient, on it what a therapist may', async () => {
    const known = new RegExp(`${secret}|Sample|${story.session.patientId}`)
    const desk = await clinic.another(['therapist', 'front-desk'])
    assert.deepEqual(await meets(clinic.therapist, known), [])
    assert.deepEqual(await meets(desk, new RegExp(secret)), [], 'also when they work at the desk on other days')
    for (const { method, path, body } of requests) {
      if (method === 'GET' || !path.includes(story.session.patientId)) continue
      const { status } = await clinic.therapist.post(path, body)
      assert.ok(status === 403 || status === 404, `${names({ method, path })} → ${status}`)
    }
    const team = { id: randomUUID(), staffId: clinic.therapist.staffId }
    await ok(clinic.frontDesk.post(`/api/patients/${story.session.patientId}/team`, team))
    assert.ok((await meets(clinic.therapist, new RegExp(secret))).includes('/api/patients/…'))
  })
  test('a child of one patient is not reached in the name of another', async () => {
    const other = await recovered(app, clinic)
    const children = routes.filter(({ path }) => /:patientId\/.*:/.test(path))
    assert.ok(children.length >= 10)
    const whoever = await clinic.another(['prescriber', 'therapist'])
    const before = await rowsOf(clinic.clinicId)
    for (const { method, path } of children) {
      const mixed = path
        .replace(':patientId', other.patientId)
        .replace(/:(\w+)/g, (_, key: string) => story.ids[key] ?? key)
      const sent = requests.findLast((one) => {
        const pattern = path.replace(/:\w+/g, '[^/]+')
        return one.method === method && new RegExp(`^${pattern}$`).test(one.path)
      })
      const reply = await (method === 'GET'
        ? whoever.get(mixed)
        : whoever.post(mixed, sent?.body ?? { id: randomUUID(), how: 'tablet' }))
      assert.ok([404, 409, 422].includes(reply.status), `${method} ${path} → ${reply.status}`)
    }
    assert.deepEqual(await rowsOf(clinic.clinicId), before)
  })
})

describe('a patient’s link', () => {
  test('opens its own thing and no other', async () => {
    const { patientId } = story.session
    const urlOf = async (path: string, body: object) =>
      String((await ok(clinic.monitor.post(`/api/patients/${patientId}${path}`, body))).url)
    const asked = {
      id: randomUUID(),
      route: 'im',
      how: 'tablet',
      present: true,
      treatedFor: 'Depression',
      aim: 'Sleep',
    }
    const consent = app.holding(await urlOf('/consent', asked))
    const to = await named(clinic.frontDesk, patientId)
    const release = app.holding((await askedFor(clinic.frontDesk, patientId, to)).url)
    assert.equal((await release.get('/api/link/consent')).status, 403)
    assert.equal((await release.get('/api/link/release')).status, 200)
    const questions = app.holding(await urlOf('/ask', { asks: 'phq-9', by: 'here' }))
    const intake = app.holding(await urlOf('/intake', { id: randomUUID(), by: 'here' }))
    assert.equal((await intake.get('/api/link/questions')).status, 403)
    for (const { path, method } of routes.filter(({ may }) => may === 'link')) {
      const wrong = path.startsWith('/api/link/consent') ? questions : consent
      const body = path.includes('consent')
        ? {
            id: randomUUID(),
            section: 'why',
            words: 'x y',
            textHash: 'x',
            signedName: 'Test Sample',
            deviceKind: 'phone',
            confirms: true,
          }
        : { answeredAt: app.clock.now, responses: [{ id: randomUUID(), instrument: 'phq-9', answers: phq9Answers(1) }] }
      const reply = await (method === 'GET' ? wrong.get(path) : wrong.post(path, body))
      assert.equal(reply.status, 403, `${method} ${path}`)
    }
    for (const path of [
      '/api/board',
      `/api/patients/${patientId}`,
      `/api/patients/${patientId}/chart`,
      '/api/account',
    ]) {
      assert.equal((await questions.get(path)).status, 401, path)
    }
  })
})
