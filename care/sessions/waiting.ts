import { gates } from '../../science/criteria/gates.ts'
import { type Criterion, weigh } from '../../science/criterion.ts'
import type { Finding } from '../../science/decide.ts'
import type { Day, Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'

/** An alert about answers that were not given to this session's own questions, which no prescriber has closed. */
export type Waiting = { rule: string; level: string; says: string; raisedAt: Instant }

/**
 * What holds the next dose until a prescriber has signed: a positive suicide screen, by C-SSRS (S3 is RL-03, S4 is RL-04) or
 * by ASQ (S6), wherever it was asked, as the room's own does; and M1 and M2.
 */
const holding: ReadonlySet<string> = new Set(['S3', 'S4', 'S6', 'M1', 'M2'])
export const holdsSession = ({ rule }: Pick<Waiting, 'rule'>): boolean => holding.has(rule)

const criterion = (rule: string, sentences: string): Criterion<{ closed: boolean }> => ({
  ...gates.openAlert,
  id: rule,
  needs: ['closed'],
  metWhen: ({ closed }) => closed,
  says: says.openAlert(sentences),
  settledBy: says.closeAlert,
})

/**
 * An open alert of these holds the dose: the room's own questions of today do not make it unasked. A prescriber closes
 * it with what was done, or clears with a reason.
 */
export const waitingFindings = (waiting: readonly Waiting[] | undefined, today: Day): Finding[] => {
  const held = (waiting ?? []).filter(holdsSession)
  const rules = [...new Set(held.map(({ rule }) => rule))].sort()
  return rules.flatMap((rule) => {
    const sentences = new Set(held.filter((one) => one.rule === rule).map((one) => one.says))
    return weigh<{ closed: boolean }>([criterion(rule, [...sentences].join(' '))], { closed: false }, { today })
  })
}
