import { generalReview } from '../../register.ts'
import { policy, type Source, type SourceStatus } from '../../sources.ts'
import { questionnaireWords as words } from '../../words.ts'
import type { Flag, Reading } from '../flag.ts'
import type { Answers, Asked, Measure } from '../instrument.ts'
import { type Between, type Scoring, scoreOf } from '../scoring.ts'

/**
 * A questionnaire that needs a licence, in numbers only: how many questions, what each can be worth, how they are added.
 * Its words are not in this repository; a clinic that has a licence brings them, or enters totals.
 */
export type Licensed = Pick<Measure, 'id' | 'title' | 'recall' | 'by' | 'items'> &
  Partial<Pick<Measure, 'loinc' | 'asksAboutSuicide' | 'reads'>> & {
    /** Whose it is, and what was found about it. */
    owner: string
    found: SourceStatus
    status?: Measure['licence']['status']
    scoring?: Numbers
    /** The question about suicide or harm, and from where somebody looks (S7). */
    looksAt?: { linkId: string; from: number; suicide: boolean }
    /** The total from which somebody looks. */
    from?: { total: number; id: 'A1' | 'M2' | 'U1' }
  }

/** Scoring with what is the same for nearly all: complete only, lower is better, no bands. */
export type Numbers = Partial<Scoring> & { source: Source }

/** So many questions, each worth a whole number from the first to the second. */
export const questions = (count: number, least: number, most: number, start = 1): Asked[] =>
  Array.from({ length: count }, (_, index) => question(String(start + index), least, most))

export const question = (linkId: string, least: number, most: number): Asked => ({
  linkId,
  answers: Array.from({ length: most - least + 1 }, (_, index) => ({ value: least + index })),
  scored: true,
})

export const ids = (first: number, last: number): string[] =>
  Array.from({ length: last - first + 1 }, (_, index) => String(first + index))

/** Bands from where each begins, in order. */
export const bands = (...rows: readonly [number, string][]): Scoring['bands'] =>
  rows.map(([from, band]) => ({ from, band }))

export const licensed = ({
  owner,
  found,
  status = 'permission',
  scoring,
  looksAt,
  from,
  ...rest
}: Licensed): Measure => {
  const measure: Measure = {
    version: '1',
    licence: { status, sentence: owner, source: { label: owner, status: found } },
    notValidated: false,
    asksAboutSuicide: looksAt?.suicide === true,
    ...rest,
    ...(scoring
      ? { scoring: { mostMissing: 0, better: 'lower', bands: [], reviewBy: generalReview, ...scoring } }
      : {}),
  }
  if (rest.reads || !(looksAt || from)) return measure
  const reads = (answers: Answers): Reading => ({
    flags: [
      ...(looksAt ? answerFlag(measure, answers, looksAt) : []),
      ...(from ? totalFlag(measure, scoreOf(measure, answers).between, from) : []),
    ],
  })
  if (!from) return { ...measure, reads }
  const readsTotal = (total: number) => totalFlag(measure, { low: total, high: total }, from)
  return { ...measure, reads, readsTotal }
}

const answerFlag = (
  { title }: Measure,
  answers: Answers,
  { linkId, from, suicide }: NonNullable<Licensed['looksAt']>,
) => {
  const answer = answers[linkId] ?? undefined
  const source = policy(`${title}, question ${linkId} from ${from}`)
  if (answer === undefined) {
    const open: Flag = { id: 'S2', level: 'review', says: words.suicideOpen(title), source }
    return suicide ? [open] : []
  }
  if (Number(answer) < from) return []
  return [{ id: 'S7', level: 'review', says: words.answerReached(title, linkId), source }] satisfies Flag[]
}

const totalFlag = (measure: Measure, between: Between | null, { total, id }: NonNullable<Licensed['from']>): Flag[] => {
  const source = policy(`${measure.title} from ${total}`)
  const flag = (says: string): Flag[] => [{ id, level: 'review', says, source }]
  if (!between || (between.low < total && between.high >= total)) return flag(words.totalMayReach(measure.title, total))
  return between.low >= total ? flag(words.totalReached(measure.title, total)) : []
}
