import type { Instant } from '../../science/time.ts'
import { stockWords } from '../../web/words/en/stock.ts'
import { givenIn } from './given.ts'
import type { Session } from './session.ts'

const words = stockWords.paper

/**
 * How much of each dose the patient had, by the log of its session, for the administration log. An amount that nobody
 * knows is not the amount that was prepared.
 */
export const receivedIn = (
  session: Pick<Session, 'doses' | 'pump' | 'lozengeEnds'>,
  now: Instant,
): Map<string, string> =>
  new Map(
    givenIn(session, now).map(({ entry: { id, data }, infusion, lozengeEnd }) => {
      if (data.route === 'im') return [id, words.all(data.mg)]
      if (data.route === 'esketamine')
        return [
          id,
          data.gave === 'both sprays' ? words.all(data.mg) : data.gave === 'part' ? words.part : words.nothing,
        ]
      if (data.route === 'iv')
        return [id, infusion?.stoppedAt === undefined ? words.noEnd : words.all(infusion.deliveredMg)]
      if (!lozengeEnd) return [id, words.noEnd]
      // As in the coded facts: what was swallowed went in, dissolved or not.
      const { as, whole } = lozengeEnd.data
      return [id, whole || as === 'swallowed' ? words.all(data.mg) : words.spatOut]
    }),
  )
