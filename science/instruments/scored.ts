import type { Source } from '../sources.ts'
import type { Flag } from './flag.ts'
import type { ToScore } from './input.ts'
import type { LicenceStatus, Measure } from './instrument.ts'
import { type Between, rangeOf, type Score, scoreOf, shownAs } from './scoring.ts'
import { checkStated, flagsOfTotal, type Stated, scoreOfTotal } from './stated.ts'

/** Everything that is said of one set of answers. It decides nothing. */
export type Scored = {
  format: 'evenkeel.score/1'
  instrument: {
    id: string
    title: string
    version: string
    recall: string
    licence: { status: LicenceStatus; sentence: string }
    notValidated: boolean
  }
  total: number | null
  bounds: Between | null
  range: Between | null
  missing: string[]
  band: string | null
  subscales: Score['subscales']
  result: string | null
  flags: readonly Flag[]
  notes: readonly string[]
  stated: Stated | null
  codes: { panel: string | null; total: string | null; questions: Record<string, string> }
  source: Source | null
}

/** The score of answers, or of a total without them. @returns what is wrong, as a sentence, for a total nobody can have */
export const scored = (measure: Measure, input: ToScore): Scored | string => {
  const score = 'total' in input ? scoreOfTotal(measure, input.total) : scoreOf(measure, input.answers)
  if (typeof score === 'string') return score
  const read = 'answers' in input ? measure.reads?.(input.answers, { sex: input.sex }) : undefined
  const stated = 'answers' in input && input.statedTotal !== undefined ? input.statedTotal : undefined
  const { id, title, version, recall, licence, notValidated, scoring } = measure
  return {
    format: 'evenkeel.score/1',
    instrument: {
      id,
      title,
      version,
      recall,
      licence: { status: licence.status, sentence: licence.sentence },
      notValidated,
    },
    total: score.total,
    bounds: score.between,
    range: scoring && !scoring.noTotal ? shownRange(measure) : null,
    missing: score.missing,
    band: score.band,
    subscales: score.subscales,
    result: read?.result ?? null,
    flags: read?.flags ?? ('total' in input ? flagsOfTotal(measure, input.total) : []),
    notes: read?.notes ?? [],
    stated: stated === undefined ? null : checkStated(measure, score, stated),
    codes: {
      panel: measure.loinc?.panel ?? null,
      total: measure.loinc?.total ?? null,
      questions: Object.fromEntries(measure.items.flatMap(({ linkId, loinc }) => (loinc ? [[linkId, loinc]] : []))),
    },
    source: scoring?.source ?? null,
  }
}

const shownRange = (measure: Measure): Between => {
  const { low, high } = rangeOf(measure)
  const shown = measure.scoring ?? {}
  return { low: shownAs(shown, low), high: shownAs(shown, high) }
}
