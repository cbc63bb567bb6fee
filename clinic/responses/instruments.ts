import type { Flag as Found } from '../../science/instruments/flag.ts'
import { type About, type Measure, unanswered } from '../../science/instruments/instrument.ts'
import { type HelpLevel, type NextDayFlag, nextDay, nextDayFlags } from '../../science/instruments/next-day.ts'
import { scoreOf } from '../../science/instruments/scoring.ts'
import { flagsOfTotal, scoreOfTotal } from '../../science/instruments/stated.ts'
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

const soon = { immediate: 'urgent', urgent: 'urgent', 'same day': 'high', review: 'review' } as const
const flagged = ({ id, level, says: sentence, source }: Found): Flag => ({
  id,
  level: soon[level],
  says: sentence,
  source,
})

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

/** What science makes of these answers. A question left open is missing, never zero. */
export const readAnswers = (instrument: Measure, answers: Answered, about: About = {}): Reading => {
  const flags = instrument.reads?.(answers, about).flags.map(flagged) ?? []
  if (instrument.id === nextDay.id) flags.push(...nextDayFlags(answers).map(nextDayFlag))
  // Nothing is added up: what is open is still counted as open.
  if (!instrument.scoring)
    return { missing: unanswered(instrument.items, answers).length, score: null, lowest: null, highest: null, flags }
  const { sum, missing } = scoreOf(instrument, answers)
  return {
    missing: missing.length,
    score: sum && missing.length === 0 ? sum.low : null,
    lowest: sum?.low ?? null,
    highest: sum?.high ?? null,
    flags,
  }
}

/** What is made of a total without answers; what is wrong with it, as a sentence, when nobody can have it. */
export const readTotal = (measure: Measure, total: number): Reading | string => {
  const score = scoreOfTotal(measure, total)
  if (typeof score === 'string') return score
  const { sum } = score
  const flags = flagsOfTotal(measure, total).map(flagged)
  return { missing: 0, score: sum?.low ?? null, lowest: sum?.low ?? null, highest: sum?.high ?? null, flags }
}
