import type { MedicineClass } from '../../science/medicines/classes.ts'
import { recognise } from '../../science/medicines/recognise.ts'
import { controlWords } from '../../web/words/en/controls.ts'
import { evaluationWords } from '../../web/words/en/evaluation.ts'
import { intakeWords } from '../../web/words/en/intake.ts'
import { reportedWords } from '../../web/words/en/reported.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import { type Asked, questions } from '../intake/questions.ts'
import type { Item } from '../intake/standing.ts'
import { isLine } from '../intake/value.ts'
import type { Answered } from './basis.ts'
import type { Contradiction } from './contradictions.ts'
import { becomes, isOpen, type Reported } from './reported.ts'

/** A medicine that somebody who said No to all of these would hardly take. */
const medicineAgainst: readonly (readonly [MedicineClass, readonly Asked[]])[] = [
  ['antihypertensive', ['highBloodPressure', 'heartTrouble']],
  ['antipsychotic', ['hearsOrSees', 'pastPsychosis']],
  ['ketamine', ['hadKetamine', 'otherKetaminePrescriber']],
]

/** Answers that do not fit together: a No to the first and a Yes to the second. */
const pairs: readonly (readonly [Asked, Asked])[] = [
  ['canBecomePregnant', 'pregnant'],
  ['allergies', 'ketamineReaction'],
]

/**
 * What a patient told that does not fit with something else they told, or, while nobody has gone through it, with what a
 * clinician recorded. Which of them is right nobody here says.
 */
export const reportedContradictions = (reported: Reported | null, answers: readonly Answered[]): Contradiction[] => {
  const items = reported?.items ?? []
  const answered = (key: Asked) => items.find(({ now }) => now.question === key && now.entry === null)?.now.value
  const lines = (key: Asked): string[] =>
    items.flatMap(({ now }) => (now.question === key && isLine(now.value) ? (Object.values(now.value)[0] ?? []) : []))
  const side = (key: Asked, words: string) => reportedWords.side(intakeWords.questions[key], words)
  const denied = (keys: readonly Asked[]) => keys.map((key) => side(key, controlWords.no)).join(' ')
  const found: Contradiction[] = []

  for (const [id, keys] of medicineAgainst) {
    const taken = lines('medicines').filter((name) => recognise(name).classes.includes(id))
    if (taken.length > 0 && keys.every((key) => answered(key) === false)) {
      found.push({ id: `patient ${id}`, sides: [denied(keys), side('medicines', taken.join(', '))] })
    }
  }
  for (const [no, yes] of pairs) {
    if (answered(no) === false && answered(yes) === true) {
      found.push({ id: `patient ${no}`, sides: [denied([no]), side(yes, controlWords.yes)] })
    }
  }
  for (const [key, { kind }] of Object.entries(questions) as [Asked, { kind: string }][]) {
    const listed = kind === 'list' ? lines(key) : []
    if (listed.length > 0 && answered(key) === false) {
      found.push({ id: `patient ${key}`, sides: [denied([key]), side(key, listed.join(', '))] })
    }
  }
  return [...found, ...items.flatMap((item) => against(item, answers))]
}

/** An answer of the patient beside a clinician's answer that says something else. */
const against = (item: Item, answers: readonly Answered[]): Contradiction[] => {
  const meant = becomes(item.now)
  if (!isOpen(item) || meant.as !== 'answer' || meant.value === null) return []
  const recorded = answers.find(({ key }) => key === meant.key)
  if (!recorded || recorded.value === null || recorded.value === meant.value) return []
  const show = (value: unknown) =>
    typeof value === 'boolean' ? (value ? controlWords.yes : controlWords.no) : String(value)
  const { question, value } = item.now
  const clinician = says.side.answered(
    evaluationWords.questions[recorded.key],
    evaluationWords.choices[show(recorded.value)] ?? show(recorded.value),
    recorded.recordedBy,
  )
  return [
    { id: `patient ${question}`, sides: [clinician, reportedWords.side(intakeWords.questions[question], show(value))] },
  ]
}
