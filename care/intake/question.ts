import type { NoneKnownAbout } from '../../clinic/records/kinds.ts'
import type { Asked as EvaluationQuestion } from '../evaluation/questions.ts'

/** One thing asked about a line of a list. The first field of a list is the one that cannot stay empty. */
export type Field = { field: string; kind: 'words' | 'phone' | 'weeks' } | { field: string; options: readonly string[] }

/** How a question is answered. Yes or no can also be "not sure"; anything can be left open; nothing has a default. */
export type Kind =
  | { kind: 'yes or no' }
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'words' }
  | { kind: 'amount'; measure: 'weight' | 'height' }
  /** Yes, no or not sure; after a yes, lines of their own. `most`: how many. */
  | { kind: 'list'; fields: readonly [Field, ...Field[]]; most: number }

/** What a line can become: an entry of a list of the record, or a trial of the evaluation. */
export type Listed = 'trial' | 'problem' | 'medicine' | 'allergy' | 'contact' | 'coverage'

/**
 * What an answer is for. `fact`: the same question as in the evaluation, in plain words; `yes` and `no` are what it
 * becomes there when a clinician confirms it, and what stands in neither becomes nothing by itself. `beside`: shown at
 * that question of the evaluation, which a clinician answers. `list`: each line can become an entry of the record; a
 * plain no, where `none` is named, that there are none. `talk`: for talking about.
 */
export type For =
  | { fact: EvaluationQuestion; yes?: string | boolean; no?: string | boolean }
  | { beside: EvaluationQuestion }
  | { list: Listed; none?: NoneKnownAbout }
  | 'talk'

export type Question = Kind & {
  for: For
  /** Asked only when this other question was not answered with that. */
  unless?: { question: string; is: boolean }
  /** Asked only when this other question was answered with yes. */
  after?: string
}
