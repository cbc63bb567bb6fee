import { controlWords } from '../../../web/words/en/controls.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { examinationWords } from '../../../web/words/en/examination.ts'
import type { AnswerValue } from '../basis.ts'
import { isExamined, type Kind } from '../questions.ts'

/** An answer in words: yes, no, not known, a choice, a number or the text as it was typed. */
export const showAnswer = (value: AnswerValue, question?: Kind): string => {
  if (value === null) return question && isExamined(question) ? examinationWords.notExamined : controlWords.notKnown
  if (typeof value === 'boolean') return value ? controlWords.yes : controlWords.no
  return evaluationWords.choices[String(value)] ?? String(value)
}
