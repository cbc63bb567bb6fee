import type { Instant } from '../../science/time.ts'
import { stockWords } from '../../web/words/en/stock.ts'
import { type Given, givenIn, receivedMg } from './given.ts'
import type { Session } from './session.ts'

const words = stockWords.paper

/**
 * How much of each dose the patient had, by the log of its session, for the administration log. An amount that nobody
 * knows is not the amount that was prepared.
 */
export const receivedIn = (
  session: Pick<Session, 'doses' | 'pump' | 'lozengeEnds'>,
  now: Instant,
): Map<string, string> => new Map(givenIn(session, now).map((given) => [given.entry.id, said(given)]))

const said = (given: Given): string => {
  const mg = receivedMg(given)
  if (mg !== undefined) return mg === 0 ? words.nothing : words.all(mg)
  if (given.entry.data.route === 'esketamine') return words.part
  return given.lozengeEnd ? words.spatOut : words.noEnd
}
