import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { aidPage } from '../care/intake/aid/page.ts'
import { html } from '../care/learn/html.ts'
import { sitePages } from '../care/learn/site/pages.ts'
import type { PublicClinic, Site } from '../care/learn/site/site.ts'
import { clinicForTests as clinicSettings } from '../clinic/accounts/testing/clinic.ts'
import { newClinic, ownDatabase } from '../database/test.ts'
import { evidence } from '../science/evidence.ts'
import { conditionFacts } from '../science/facts/conditions.ts'
import { facts } from '../science/facts/facts.ts'
import { Day, Instant } from '../science/time.ts'
import { buildWeb } from '../web/build.ts'
import { siteWords } from '../web/words/en/site.ts'
import { publicPaths } from './learn.ts'
import { putInto } from './public-page.ts'
import { testApp } from './test.ts'

const clinic: PublicClinic = {
  contact: {
    name: 'Harbor <b>Clinic</b>',
    phone: '503 555 0100',
    timeZone: 'America/Los_Angeles',
    isDemo: false,
    cover: { who: 'the nurse', hours: [{ days: ['monday'], from: '08:00', until: '17:00' }], now: true },
  },
  place: ['1 Main Street', 'Portland, OR 97201'],
  side: { offers: ['iv', 'esketamine'], prices: { iv: 425 }, about: 'We are <i>small</i>.', homeLozenges: 'no' },
}
const today = Day.parse('2026-11-28')
const written = (path: string, site: Site): string => {
  const page = sitePages.find((one) => one.path === path)
  assert.ok(page, path)
  return page.write(site).html
}

describe('the public pages', () => {
  test('show every fact with a source, and every fact stands in docs/evidence', () => {
    const listed = new Set(evidence.flatMap(({ entries }) => entries.map(({ id }) => id)))
    const shown = new Set<string>()
    const pages = [...sitePages, { path: '/learn/decide', write: aidPage }]
    for (const { path, write } of pages) {
      const text = write({ today, clinic }).html
      const cited = [
        ...text.matchAll(/data-fact="([^"]*)">[^<]*<\/span>&nbsp;<span class="refs"><a href="#source-\d+"/g),
      ]
      assert.equal(cited.length, text.match(/data-fact=/g)?.length ?? 0, path)
      for (const [, id = ''] of cited) {
        assert.ok(listed.has(id), id)
        shown.add(id)
      }
      if (cited.length > 0) assert.match(text, /We last checked the facts on this page on November 23, 2026/)
    }
    assert.deepEqual(
      facts.map(({ id }) => id).filter((id) => !shown.has(id)),
      [],
    )
  })

  test('an answer about several conditions says of each line whose it is', () => {
    const page = written('/learn/questions', { today, clinic })
    const { names } = siteWords.conditions
    for (const id of ['IND-ANX', 'IND-PTSD', 'IND-OCD'] as const) {
      const after = page.split(`<h3>${names[id]}</h3>`)[1] ?? ''
      const [first] = conditionFacts[id] ?? []
      assert.ok(first && after.indexOf(first.says) > 0 && after.indexOf(first.says) < after.indexOf('</ul>'), id)
    }
  })

  test('say of a fact that is past its day that it may be out of date, and of no other', () => {
    assert.ok(!written('/learn/safety', { today, clinic }).includes('class="stale"'))
    const on = (day: string) =>
      written('/learn/safety', { today: Day.parse(day), clinic }).split('class="stale"').length - 1
    const label = facts.filter(({ id, reviewBy }) => id.startsWith('PS-') && reviewBy === '2027-02-23').length
    assert.equal(on('2027-02-23'), 0)
    assert.equal(on('2027-02-24'), label + 1)
  })

  test('show the clinic’s own prices where they are set, and make none up', () => {
    const ours = (side: PublicClinic['side'] | undefined) =>
      written('/learn/cost', { today, clinic: side && { ...clinic, side } }).match(/id="ours".*?<\/section>/s)?.[0] ??
      ''
    assert.ok(ours(clinic.side).includes('<td>$425</td>'))
    const said = (what: string) => ours(clinic.side).split(what).length - 1
    // Whatever has no price is to be asked for, or is not offered here.
    assert.deepEqual([said(siteWords.cost.askUs), said(siteWords.cost.notOffered)], [5, 2])
    assert.equal(ours({ ...clinic.side, offers: undefined }).split(siteWords.cost.askUs).length - 1, 7)
    for (const side of [undefined, {}, { prices: {} }]) {
      assert.ok(ours(side).includes(siteWords.cost.unset))
      assert.doesNotMatch(ours(side), /\$/)
    }
  })

  test('say what a treatment costs here where it is told of, and how the clinic does it at home', () => {
    const here = { ...clinic, side: { ...clinic.side, prices: { iv: 425, kap: 900 } } }
    assert.match(written('/learn/treatments/iv', { today, clinic: here }), /At this clinic[^<]*\$425/)
    assert.match(written('/learn/kap', { today, clinic: here }), /At this clinic[^<]*\$900/)
    const row =
      written('/learn/compare', { today, clinic: here }).split(siteWords.compare.here)[1]?.split('</tr>')[0] ?? ''
    for (const says of ['$425', siteWords.cost.notOffered, siteWords.cost.askUs]) assert.ok(row.includes(says), says)
    assert.ok(written('/learn/treatments/lozenge', { today, clinic: here }).includes(siteWords.about.home.no))
    for (const path of ['/learn/treatments/iv', '/learn/kap', '/learn/compare', '/learn/treatments/lozenge'])
      for (const site of [
        { today, clinic: undefined },
        { today, clinic: { ...clinic, side: {} } },
      ])
        assert.doesNotMatch(written(path, site), /At this clinic, before|We do not prescribe lozenges/, path)
  })

  test('name no place and no hours that the clinic has not told', () => {
    const contact = { ...clinic.contact, cover: { hours: [], now: undefined } }
    const untold = written('/learn/clinic', { today, clinic: { ...clinic, contact, place: [] } })
    for (const says of [siteWords.about.find, 'Hours are in', '<ul></ul>']) assert.ok(!untold.includes(says), says)
    assert.ok(written('/learn/clinic', { today, clinic }).includes('Hours are in Pacific Time'))
  })

  test('write what the clinic typed as text', () => {
    const text = written('/learn/clinic', { today, clinic })
    assert.ok(text.includes('Harbor &lt;b&gt;Clinic') && text.includes('We are &lt;i&gt;small'))
  })
})

describe('the public pages of a server', () => {
  let close = async () => {}
  let app: Awaited<ReturnType<typeof testApp>>
  before(async () => {
    await buildWeb({ say: () => {} })
    const own = await ownDatabase()
    close = own.close
    app = await testApp(own.db)
  })
  after(() => close())
  const get = (path: string) => app.app.request(path)

  test('are there before any clinic is, and for its one clinic', async () => {
    const home = await get('/learn')
    assert.equal(home.status, 200)
    assert.equal(home.headers.get('x-robots-tag'), 'noindex')
    const { owner } = await app.clinicWith()
    const settings = (await owner.get('/api/clinic')).json as { policy: object }
    const prices = { iv: 431, kap: 900 }
    const saved = await owner.post('/api/clinic', {
      ...clinicSettings,
      policy: { ...settings.policy, publicSide: { prices, offers: ['iv', 'esketamine'], homeLozenges: 'no' } },
    })
    assert.equal(saved.status, 200, JSON.stringify(saved.json))
    const cost = await get('/learn/cost')
    const text = await cost.text()
    assert.ok(text.includes('<td>$431</td>') && text.includes(clinicSettings.name))
    assert.equal(cost.headers.get('x-robots-tag'), 'all')
  })

  /** What somebody is answered who sends this form. */
  const send = (path: string, form: Record<string, string>) =>
    app.app.request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' },
      body: new URLSearchParams(form).toString(),
    })

  test('lead only to what is there, down to the place on the page, from wherever one comes', async () => {
    const pages = new Map<string, string>()
    const answered = async (path: string, answer: Response) => {
      assert.ok([200, 422].includes(answer.status), `${path}: ${answer.status}`)
      pages.set(path, await answer.text())
    }
    const answers = { adult: 'no', step: 'rest', suicideThoughts: 'not sure', aneurysm: 'yes', pregnant: 'not sure' }
    await answered('(self-check)', await send('/learn/check', answers))
    await answered('(self-check, the rest)', await send('/learn/check', { step: 'first', suicideThoughts: 'no' }))
    await answered('(self-check, help)', await send('/learn/check', { suicideThoughts: 'yes' }))
    await answered('(decision aid)', await send('/learn/decide', { 'matters.speed': 'much', 'health.liver': 'yes' }))
    await answered('(both with the form)', await send('/learn/ask/with', { 'matters.cost': 'much', aneurysm: 'yes' }))
    await answered('(form again)', await send('/learn/ask/send', { givenName: 'x' }))
    await answered('(referral again)', await send('/learn/refer/send', { givenName: 'x' }))
    for (const path of ['/learn/ask/received', '/learn/ask/received-help', '/learn/refer/received'])
      await answered(path, await get(path))
    // From the first page on, wherever a link leads.
    const ahead = ['/learn']
    const found: { from: string; to: string; fragment: string | undefined }[] = []
    const follow = (from: string, text: string) => {
      for (const [, address = ''] of text.matchAll(/href="([^"]*)"/g)) {
        if (/^(tel:[+\d]+|sms:988|https?:\/\/\S+)$/.test(address)) continue
        const [to = '', fragment] = address.split('#')
        found.push({ from, to: to === '' ? from : to, fragment })
        if (to.startsWith('/learn') && !pages.has(to)) ahead.push(to)
      }
    }
    for (const [path, text] of pages) follow(path, text)
    for (let path = ahead.pop(); path; path = ahead.pop()) {
      if (pages.has(path)) continue
      await answered(path, await get(path))
      follow(path, pages.get(path) ?? '')
    }
    for (const path of publicPaths) assert.ok(pages.has(path), `nothing leads to ${path}`)
    for (const { from, to, fragment } of found) {
      const text = pages.get(to)
      if (text === undefined) assert.equal((await get(to)).status, 200, `${from} → ${to}`)
      else if (fragment) assert.ok(text.includes(` id="${fragment}"`), `${from} → ${to}#${fragment}`)
    }
    for (const [path, text] of pages) {
      assert.doesNotMatch(text, /undefined|\[object|NaN/, path)
      const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      assert.deepEqual([...new Set(ids)], ids, path)
      for (const way of ['tel:988', 'sms:988', 'tel:911']) assert.ok(text.includes(`href="${way}"`), `${path} ${way}`)
    }
    assert.ok(pages.size >= 30 && found.length > 1000, `${pages.size} pages, ${found.length} links`)
  })

  test('past the day of its numbers, the page of the curves says so', async () => {
    const { now } = app.clock
    assert.doesNotMatch(await (await get('/learn/over-time')).text(), /class="stale"/)
    app.clock.now = Instant.parse('2027-05-25T17:00:00.000Z')
    const late = await (await get('/learn/over-time')).text()
    app.clock.now = now
    assert.match(late, /<p class="stale">This may be out of date/)
  })

  test('can be found, each under a title and a sentence of its own; what answers somebody cannot', async () => {
    const titles: string[] = []
    const sentences: string[] = []
    for (const path of publicPaths) {
      const answer = await get(path)
      const text = await answer.text()
      assert.equal(answer.headers.get('x-robots-tag'), 'all', path)
      titles.push(text.match(/<title>(.*?)<\/title>/)?.[1] ?? '')
      sentences.push(text.match(/<meta name="description" content="(.*?)"/)?.[1] ?? '')
    }
    for (const said of [titles, sentences]) {
      assert.ok(said.every((one) => one.length > 10))
      assert.equal(new Set(said).size, publicPaths.length)
    }
    for (const answer of [await get('/learn/ask/received'), await send('/learn/check', { adult: 'yes' })])
      assert.equal(answer.headers.get('x-robots-tag'), 'noindex')
  })

  test('carry no script but the one that sets the colours, and nothing inline', async () => {
    for (const { path } of sitePages) {
      const answer = await get(path)
      const text = await answer.text()
      assert.equal(answer.status, 200, path)
      assert.deepEqual(
        [...text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag),
        ['<script src="/mode.js">'],
        path,
      )
      assert.doesNotMatch(text, /<style|\sstyle=|\son\w+=|javascript:/)
    }
  })

  test('speak for none of two clinics', async () => {
    await newClinic(app.db)
    assert.doesNotMatch(await (await get('/learn/cost')).text(), /\$431/)
  })
})

test('a page names its one address where the clinic told its own, and only if it is to be found', () => {
  const page = { path: '/learn', title: 'x', about: 'y', page: html`z` }
  const head = (origin: string, shown: typeof page | Omit<typeof page, 'about'>, site: Site) =>
    putInto('<title>Evenkeel</title>', site, origin, shown).match(/<link rel="canonical" href="([^"]*)"/)?.[1]
  const { about: _, ...unfound } = page
  assert.equal(head('https://clinic.example', page, { today, clinic }), 'https://clinic.example/learn')
  assert.equal(head('http://localhost:4747', page, { today, clinic }), undefined)
  assert.equal(head('https://clinic.example', unfound, { today, clinic }), undefined)
  assert.equal(head('https://clinic.example', page, { today, clinic: undefined }), undefined)
})
