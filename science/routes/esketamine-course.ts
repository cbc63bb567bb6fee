import { labelReview, register } from '../register.ts'
import type { Source } from '../sources.ts'
import type { Day } from '../time.ts'

/** What the label approves the spray for, in our own short words. */
export const indications = ['resistant depression', 'depression with acute suicidal thoughts'] as const
export type Indication = (typeof indications)[number]
export const sprayPhases = ['induction', 'maintenance'] as const
export type SprayPhase = (typeof sprayPhases)[number]

type Row = { id: string; says: string; source: Source; further?: readonly Source[]; reviewBy: Day }
type Scheduled = Row & { indication: Indication; phase: SprayPhase }

const row = (id: string, says: string, source: Source, ...further: Source[]): Row => ({
  id,
  says,
  source,
  further,
  reviewBy: labelReview,
})

/** Table A3: what the label schedules, as phases to read beside a plan and not as orders. */
export const spraySchedule: readonly Scheduled[] = [
  {
    ...row(
      'ESK-TRD-1',
      'Weeks 1 to 4: twice a week, 56 or 84 mg, the first session 56 mg. Evidence of benefit is reviewed after week 4.',
      register.spravatoEpocrates,
      register.spravatoInteractions,
      register.spravatoHighlights2020,
    ),
    indication: 'resistant depression',
    phase: 'induction',
  },
  {
    ...row(
      'ESK-TRD-2',
      'Weeks 5 to 8: once a week. From week 9: every 2 weeks or once a week, at the lowest frequency that maintains the benefit. 56 or 84 mg.',
      register.spravatoEpocrates,
      register.spravatoTapering,
    ),
    indication: 'resistant depression',
    phase: 'maintenance',
  },
  {
    ...row(
      'ESK-MDSI-1',
      'Weeks 1 to 4: twice a week, 84 mg, which may be reduced to 56 mg for tolerability. With an oral antidepressant.',
      register.spravatoEpocrates,
      register.spravatoLabelMemory,
    ),
    indication: 'depression with acute suicidal thoughts',
    phase: 'induction',
  },
  {
    ...row(
      'ESK-MDSI-2',
      'After week 4 the benefit is evaluated. Use beyond 4 weeks has not been systematically evaluated.',
      register.spravatoHighlights2020,
    ),
    indication: 'depression with acute suicidal thoughts',
    phase: 'maintenance',
  },
]

/** Table A4: text shown where a session was missed. A clinician decides. */
export const missedSession: readonly (Row & { phase?: SprayPhase; gapAboveDays?: number })[] = [
  {
    ...row('ESK-MISS-1', 'Missed during weeks 1 to 4: continue the current schedule.', register.spravatoMissedDose),
    phase: 'induction',
  },
  {
    ...row(
      'ESK-MISS-2',
      'Missed during maintenance, and depression worse by clinical judgment: consider returning to the previous schedule (once a week to twice a week, every 2 weeks to once a week).',
      register.spravatoMissedDose,
    ),
    phase: 'maintenance',
  },
  {
    ...row(
      'ESK-MISS-3',
      'More than 28 days since the last session: data on resuming come from a post hoc analysis of one study; the clinician decides.',
      register.spravatoMissedDose,
    ),
    gapAboveDays: 28,
  },
]

/** What to read where a session was missed, given the phase and the days since the last session. */
export const missedGuidance = (phase: SprayPhase, daysSinceLast: number): readonly Row[] =>
  missedSession.filter(
    (one) => one.phase === phase || (one.gapAboveDays !== undefined && daysSinceLast > one.gapAboveDays),
  )

/** Only resistant depression is approved without an oral antidepressant. */
export const needsAntidepressant = (indication: Indication): boolean =>
  indication === 'depression with acute suicidal thoughts'
