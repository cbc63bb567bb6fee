import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { aidPage } from '../care/intake/aid/page.ts'
import { resultPage } from '../care/intake/request/check.ts'
import { askPage, receivedPage } from '../care/intake/request/form.ts'
import { calculatorPage } from '../care/learn/site/calculator.ts'
import { sitePages } from '../care/learn/site/pages.ts'
import { inShell } from '../care/learn/site/shell.ts'
import type { PublicClinic, Site } from '../care/learn/site/site.ts'
import { clinicForTests as clinicSettings } from '../clinic/accounts/testing/clinic.ts'
import { newClinic, ownDatabase } from '../database/test.ts'
import { evidence } from '../science/evidence.ts'
import { facts } from '../science/facts/facts.ts'
import { Day } from '../science/time.ts'
import { buildWeb } from '../web/build.ts'
import { siteWords } from '../web/words/en/site.ts'
import { learnPages } from './learn.ts'
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
const shell = '<title>Evenkeel</title><!--page-->'
const written = (path: string, site: Site): string => {
  const page = sitePages.find((one) => one.path === path)
  assert.ok(page, path)
  return page.write(site).html
}

describe('the public pages', () => {
  test('lead only to what is there, down to the place on the page', async () => {
    const pages = new Map<string, string>()
    for (const { path, write } of learnPages) pages.set(path, await write({ today, clinic }, shell))
    const shown = { id: 'x', at: 'x', typed: {}, wrong: { reachBy: 'x', givenName: 'x' } }
    pages.set('/learn/ask', inShell({ today, clinic }, '/learn/ask', askPage({ today, clinic }, shown)).html)
    pages.set(
      '/learn/check',
      inShell({ today, clinic }, '/learn/check', resultPage({ today, clinic }, new URLSearchParams({ adult: 'no' })))
        .html,
    )
    pages.set(
      '/learn/refer',
      inShell({ today, clinic }, '/learn/refer', askPage({ today, clinic }, shown, 'referral')).html,
    )
    pages.set('/learn/decide', inShell({ today, clinic }, '/learn/decide', aidPage({ today, clinic })).html)
    pages.set(
      '/learn/cost/course',
      inShell(
        { today, clinic },
        '/learn/cost/course',
        calculatorPage({ today, clinic }, new URLSearchParams('route=iv')),
      ).html,
    )
    for (const danger of [true, false])
      pages.set(`/learn/ask/${danger}`, inShell({ today, clinic }, '', receivedPage(danger)).html)
    let links = 0
    for (const [path, text] of pages) {
      assert.doesNotMatch(text, /undefined|\[object|NaN/, path)
      for (const [, address = ''] of text.matchAll(/href="([^"]*)"/g)) {
        links += 1
        if (/^(tel:[+\d]+|sms:988|https?:\/\/\S+)$/.test(address)) continue
        const [to = '', fragment] = address.split('#')
        const target = pages.get(to === '' ? path : to)
        assert.ok(target, `${path} → ${address}`)
        if (fragment) assert.ok(target.includes(` id="${fragment}"`), `${path} → ${address}`)
      }
      const ids = [...text.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      assert.deepEqual([...new Set(ids)], ids, path)
    }
    assert.ok(pages.size >= 16 && links > 800, `${pages.size} pages, ${links} links`)
  })

  test('have 988 and 911 one tap away, each of them', async () => {
    for (const { path, write } of learnPages) {
      const text = await write({ today, clinic: undefined }, shell)
      for (const way of ['tel:988', 'sms:988', 'tel:911']) assert.ok(text.includes(`href="${way}"`), `${path} ${way}`)
    }
  })

  test('show every fact with a source, and every fact stands in docs/evidence', () => {
    const listed = new Set(evidence.flatMap(({ entries }) => entries.map(({ id }) => id)))
    const shown = new Set<string>()
    const pages = [...sitePages, { path: '/learn/decide', write: aidPage }]
    for (const { path, write } of pages) {
      const text = write({ today, clinic }).html
      const cited = [...text.matchAll(/data-fact="([^"]*)">[^<]*<\/span> <span class="refs"><a href="#source-\d+"/g)]
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
    assert.equal(ours(clinic.side).split(siteWords.cost.askUs).length - 1, 7)
    for (const side of [undefined, {}, { prices: {} }]) {
      assert.ok(ours(side).includes(siteWords.cost.unset))
      assert.doesNotMatch(ours(side), /\$/)
    }
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

  test('are there before any clinic is, for its one clinic, and for none of two', async () => {
    const home = await get('/learn')
    assert.equal(home.status, 200)
    assert.equal(home.headers.get('x-robots-tag'), 'noindex')
    const { owner } = await app.clinicWith()
    const settings = (await owner.get('/api/clinic')).json as { policy: object }
    const prices = { iv: 431, kap: 900 }
    const saved = await owner.post('/api/clinic', {
      ...clinicSettings,
      policy: { ...settings.policy, publicSide: { prices } },
    })
    assert.equal(saved.status, 200, JSON.stringify(saved.json))
    const cost = await get('/learn/cost')
    const text = await cost.text()
    assert.ok(text.includes('<td>$431</td>') && text.includes(clinicSettings.name))
    assert.equal(cost.headers.get('x-robots-tag'), 'all')
    await newClinic(app.db)
    assert.doesNotMatch(await (await get('/learn/cost')).text(), /\$431/)
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
})
