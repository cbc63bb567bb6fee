import type { Answered } from './basis.ts'
import { type Asked, type Kind, questions, type Section, sections } from './questions.ts'

/**
 * The parts of the screen, in the order a visit takes: what the patient told before it, two questionnaires between the
 * sections, findings at the end.
 */
export const parts = [
  'reported',
  'story',
  'trials',
  'episode',
  'signs',
  'examination',
  'asq',
  'phq',
  'rated',
  'mse',
  'mind',
  'capacity',
  'heart',
  'substances',
  'body',
  'tests',
  'results',
  'pregnancy',
  'medicines',
  'findings',
] as const
export type Part = (typeof parts)[number]

export const isPart = (text: string | undefined): text is Part => parts.some((part) => part === text)

export const isSection = (part: Part): part is Section => part in sections

/** The part in which a fact is asked. */
export const partOf = (fact: string): Part | undefined => {
  if (fact === 'suicideScreen') return 'asq'
  return parts.find((part) => isSection(part) && fact in sections[part])
}

const mayStayOpen = (question: Kind): boolean => question.kind === 'day' || (question.kind === 'words' && !!question.of)

/** How much of a section has an answer. "Not known" is none: it still holds. */
export const progress = (section: Section, answers: readonly Answered[]): { done: number; all: number } => {
  const keys = Object.keys(sections[section]).filter((key) => !mayStayOpen(questions[key as Asked]))
  const done = answers.filter(({ key, value }) => value !== null && keys.includes(key)).length
  return { done, all: keys.length }
}

export const nextPart = (part: Part): Part | undefined => parts[parts.indexOf(part) + 1]
