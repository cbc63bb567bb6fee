import { speaksOfDanger } from '../../science/criteria/danger-words.ts'
import { type Asked, questions, questionsOf } from './questions.ts'
import { isLine, type Value } from './value.ts'

/** Of relatives a suicide is told as history: help is near on every page, and nobody is called for it. */
const ofRelatives: readonly string[] = questionsOf('family')

/** Whether an answer calls for help at once, on the phone before it is sent and at the clinic when it comes. */
export const isDanger = (question: Asked, value: Value): boolean => {
  if (question === 'suicideThoughts') return value === true
  if (ofRelatives.includes(question) || value === null) return false
  if (typeof value === 'string') return questions[question].kind === 'words' && speaksOfDanger(value)
  return isLine(value) && Object.values(value).some(speaksOfDanger)
}
