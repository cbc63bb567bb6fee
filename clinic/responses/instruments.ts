import { asq, asqFlag, asqSinceLast, scoreAsq } from '../../science/instruments/asq.ts'
import { addUp, type Instrument } from '../../science/instruments/instrument.ts'
import { maniaCheck } from '../../science/instruments/mania-check.ts'
import { type HelpLevel, type NextDayFlag, nextDay, nextDayFlags } from '../../science/instruments/next-day.ts'
import { item9Flag, phq9, scorePhq9 } from '../../science/instruments/phq9.ts'
import { sinceLast } from '../../science/instruments/since-last.ts'
import { urinary } from '../../science/instruments/urinary.ts'
import type { Source } from '../../science/sources.ts'
import { says } from '../../web/words/en/says/responses.ts'
import type { Level } from '../safety/alert.ts'
import type { Answered } from './response.ts'

/** Why somebody has to look at an answer: a rule of science/instruments, and how soon. */
export type Flag = { id: string; level: Level; says: string; source: Source }

export type Reading = {
  missing: number
  score: number | null
  lowest: number | null
  highest: number | null
  flags: Flag[]
}

/** The instruments whose answers can be stored, by id. One line each. */
export const instruments: Readonly<Record<string, Instrument>> = {
  [phq9.id]: phq9,
  [asq.id]: asq,
  [asqSinceLast.id]: asqSinceLast,
  [nextDay.id]: nextDay,
  [urinary.id]: urinary,
  [sinceLast.id]: sinceLast,
  [maniaCheck.id]: maniaCheck,
}

const soon = { immediate: 'urgent', urgent: 'urgent', 'same day': 'high', review: 'review' } as const
type Found = { id: string; level: keyof typeof soon; says: string; source: Source }
const flagged = (found: Found | undefined): Flag[] =>
  found ? [{ id: found.id, level: soon[found.level], says: found.says, source: found.source }] : []

const readings: Readonly<Record<string, (answers: Answered) => Reading>> = {
  [phq9.id]: (answers) => {
    const { missing } = addUp(phq9, answers)
    const scored = scorePhq9(answers)
    const [lowest, highest] =
      scored.kind === 'complete'
        ? [scored.total, scored.total]
        : scored.kind === 'partial'
          ? [scored.low, scored.high]
          : [null, null]
    const score = scored.kind === 'complete' ? scored.total : null
    return { missing: missing.length, score, lowest, highest, flags: flagged(item9Flag(answers)) }
  },
  [asq.id]: (answers) => uncounted(asq, answers, flagged(asqFlag(scoreAsq(answers)))),
  [asqSinceLast.id]: (answers) => uncounted(asqSinceLast, answers, flagged(asqFlag(scoreAsq(answers)))),
  [nextDay.id]: (answers) => uncounted(nextDay, answers, nextDayFlags(answers).map(nextDayFlag)),
}

const helpLevel: Record<HelpLevel, Level> = {
  'call 911': 'urgent',
  'clinic now': 'high',
  'clinic within 24 hours': 'review',
  'next visit': 'review',
}

/** The question and that it was answered so: the next-day list has no sentence of its own for staff. */
const nextDayFlag = ({ linkId, level, source }: NextDayFlag): Flag => {
  const asked = nextDay.items.find((item) => item.linkId === linkId)?.text ?? linkId
  return { id: `next-day.${linkId}`, level: helpLevel[level], says: says.dayAfter(asked), source }
}

/** Nothing is added up; what is open is still counted as open. */
const uncounted = ({ items }: Instrument, answers: Answered, flags: Flag[]): Reading => ({
  missing: items.filter(({ linkId }) => answers[linkId] === undefined || answers[linkId] === null).length,
  score: null,
  lowest: null,
  highest: null,
  flags,
})

/** What science makes of these answers. A question left open is missing, never zero. */
export const readAnswers = (instrument: Instrument, answers: Answered): Reading =>
  (readings[instrument.id] ?? ((given: Answered) => uncounted(instrument, given, [])))(answers)
