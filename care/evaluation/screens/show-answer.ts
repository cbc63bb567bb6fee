import { controlWords } from '../../../web/words/en/controls.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import type { AnswerValue } from '../basis.ts'

/** An answer in words: yes, no, not known, a choice, a number or the text as it was typed. */
export const showAnswer = (value: AnswerValue): string => {
  if (value === null) return controlWords.notKnown
  if (typeof value === 'boolean') return value ? controlWords.yes : controlWords.no
  return evaluationWords.choices[String(value)] ?? String(value)
}
