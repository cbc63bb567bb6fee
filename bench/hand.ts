import type { Page } from 'playwright-core'
import { dosed } from '../care/sessions/test.ts'
import { ownDatabase } from '../database/test.ts'
import { closeBrowser } from '../journeys/browser.ts'
import { served } from '../journeys/served.ts'
import { sessionWords } from '../web/words/en/sessions.ts'

const words = sessionWords.vitals

/** One act of the hand: a tap or a digit. */
type Act = { is: 'tap' | 'digit'; do: () => Promise<unknown> }

/** The acts of a set of nine ordinary values on an empty pad, in the order in which the screen leads. */
const acts = (page: Page): Act[] => {
  const tap = (act: () => Promise<unknown>): Act => ({ is: 'tap', do: act })
  const digits = (typed: string): Act[] =>
    [...typed].map((key) => ({ is: 'digit', do: () => page.keyboard.press(key) }))
  const choose = (group: string, choice: string) =>
    tap(() =>
      page
        .getByRole('group', { name: group, exact: true })
        .locator('label')
        .filter({ hasText: new RegExp(`^${choice}(?![a-z])`) })
        .first()
        .click(),
    )
  return [
    tap(() => page.getByLabel(words.readings.systolic, { exact: false }).first().click()),
    // 131/82, heart rate 70, SpO2 97, breaths 15, pain 0.
    ...digits('131827097150'),
    choose(words.moaas, '5'),
    choose(words.dissociation, words.dissociationLevels.none),
    choose(words.nausea, words.nauseaLevels.none),
    tap(() => page.getByRole('button', { name: words.save }).click()),
  ]
}

export type Hand = {
  taps: number
  digits: number
  /** From the first tap until the entry stands in the log on the screen. */
  seconds: number
  /** Of that: what the hand alone takes at its pace. */
  handSeconds: number
}

/**
 * A whole set of observations on a tablet's page in a real browser, by a hand that takes `paceMs` from one tap or digit to
 * the next: an assumption, said beside the number. Where the screen is slower than the hand, the hand waits.
 */
export const measureHand = async ({ paceMs = 250, times = 5 } = {}): Promise<Hand> => {
  const own = await ownDatabase()
  const here = await served(own.db)
  try {
    const session = await dosed(here.app)
    const { page } = await here.signedIn(session.clinic, session.clinic.monitor.staffId, 'tablet')
    await page.goto(`${here.origin}/sessions/${session.id}`)
    await page.getByRole('button', { name: words.save }).waitFor()
    const found: number[] = []
    const all = acts(page)
    for (let time = 0; time < times; time++) {
      await session.later(1)
      const written = page.getByText(/BP 131\/82 mmHg, HR 70 \/min, SpO2 97 %, RR 15/)
      const before = await written.count()
      const from = performance.now()
      for (const [index, act] of all.entries()) {
        await until(from + index * paceMs)
        await act.do()
      }
      await written.nth(before).waitFor()
      found.push((performance.now() - from) / 1000)
    }
    const count = (what: Act['is']) => all.filter(({ is }) => is === what).length
    const middle = found.sort((a, b) => a - b)[Math.floor(found.length / 2)] ?? Number.NaN
    const handSeconds = ((all.length - 1) * paceMs) / 1000
    return { taps: count('tap'), digits: count('digit'), seconds: middle, handSeconds }
  } finally {
    await here.close()
    await closeBrowser()
    await own.close()
  }
}

const until = (moment: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.max(0, moment - performance.now())))

if (import.meta.main) console.log(JSON.stringify(await measureHand()))
