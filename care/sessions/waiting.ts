import { type Criterion, weigh } from '../../science/criterion.ts'
import type { Finding } from '../../science/decide.ts'
import { generalReview } from '../../science/register.ts'
import { policy } from '../../science/sources.ts'
import type { Day, Instant } from '../../science/time.ts'
import { says } from '../../web/words/en/says/sessions.ts'

/** An alert about answers from another day that nobody has closed. */
export type Waiting = { rule: string; level: string; says: string; raisedAt: Instant }

/** What holds the next session until a clinician has signed: S3, an acute positive screen (S6), M1 and M2. */
export const holdsSession = ({ rule, level }: Pick<Waiting, 'rule' | 'level'>): boolean =>
  rule === 'S3' || rule === 'M1' || rule === 'M2' || (rule === 'S6' && level === 'urgent')

const criterion = (rule: string, sentences: string): Criterion<{ closed: boolean }> => ({
  id: rule,
  section: 'Before a session',
  needs: ['closed'],
  metWhen: ({ closed }) => closed,
  says: says.openAlert(sentences),
  settledBy: says.closeAlert,
  source: policy('held until a clinician signs'),
  reviewBy: generalReview,
  overriddenBy: ['prescriber'],
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
