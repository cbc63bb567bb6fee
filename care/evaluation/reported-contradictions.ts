import { current } from '../../clinic/records/fact.ts'
import type { MedicineClass } from '../../science/medicines/classes.ts'
import { recognise } from '../../science/medicines/recognise.ts'
import { takenFrom } from '../../science/medicines/taken.ts'
import { controlWords } from '../../web/words/en/controls.ts'
import { evaluationWords } from '../../web/words/en/evaluation.ts'
import { intakeWords } from '../../web/words/en/intake.ts'
import { reportedWords } from '../../web/words/en/reported.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import { sayDay } from '../../web/words/words.ts'
import { type Asked, questions } from '../intake/questions.ts'
import type { Item } from '../intake/standing.ts'
import { isLine } from '../intake/value.ts'
import type { Answered, Basis } from './basis.ts'
import type { Contradiction } from './contradictions.ts'
import { medicineList, saysPregnant } from './listed.ts'
import { becomes, isOpen, type Reported } from './reported.ts'

/**
 * A medicine that somebody who said No to these would hardly take. `but`: another question, a Yes to which explains it;
 * while that one is open, nothing does.
 */
const medicineAgainst: readonly { of: MedicineClass; denied: readonly Asked[]; but?: Asked }[] = [
  { of: 'antihypertensive', denied: ['highBloodPressure'], but: 'heartTrouble' },
  { of: 'antipsychotic', denied: ['hearsOrSees', 'pastPsychosis'] },
  { of: 'ketamine', denied: ['hadKetamine', 'otherKetaminePrescriber'] },
]

/** Problems on the list that a No of the patient does not fit with. Codes as in listed.ts. */
const problemAgainst: readonly { denied: Asked; is: (code: string) => boolean }[] = [
  { denied: 'highBloodPressure', is: (code) => /^I1/.test(code) },
  { denied: 'bipolar', is: (code) => /^F3[01]/.test(code) },
  { denied: 'liver', is: (code) => /^(B18|K7)/.test(code) },
  { denied: 'kidneys', is: (code) => /^N1[789]/.test(code) },
  { denied: 'pregnant', is: saysPregnant },
  { denied: 'canBecomePregnant', is: saysPregnant },
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
export const reportedContradictions = (
  reported: Reported | null,
  { answers, lists, today }: Pick<Basis, 'answers' | 'lists' | 'today'>,
): Contradiction[] => {
  const items = reported?.items ?? []
  const answered = (key: Asked) => items.find(({ now }) => now.question === key && now.entry === null)?.now.value
  /** A No that nobody has gone through yet. */
  const openNo = (key: Asked): boolean =>
    items.some(
      (item) => item.now.question === key && item.now.entry === null && item.now.value === false && isOpen(item),
    )
  const lines = (key: Asked): string[] =>
    items.flatMap(({ now }) => (now.question === key && isLine(now.value) ? (Object.values(now.value)[0] ?? []) : []))
  const side = (key: Asked, words: string) => reportedWords.side(intakeWords.questions[key], words)
  const denied = (keys: readonly Asked[]) => keys.map((key) => side(key, controlWords.no)).join(' ')
  const found: Contradiction[] = []

  const listed = takenFrom(medicineList(lists.medicine, today)).lines
  for (const { of, denied: keys, but } of medicineAgainst) {
    if (!keys.every((key) => answered(key) === false) || (but && answered(but) === true)) continue
    const no = denied(but && answered(but) === false ? [...keys, but] : keys)
    const taken = lines('medicines').filter((name) => recognise(name).classes.includes(of))
    if (taken.length > 0) found.push({ id: `patient ${of}`, sides: [no, side('medicines', taken.join(', '))] })
    const here = (listed.get(of) ?? []).filter((name) => !taken.includes(name))
    if (here.length > 0 && keys.some(openNo))
      found.push({ id: `patient ${of} listed`, sides: [no, says.side.taken(here.join(', '))] })
  }
  for (const { denied: key, is } of problemAgainst) {
    if (!openNo(key)) continue
    for (const { id, words, code, recordedBy } of current(lists.problem.facts).filter((one) => is(one.code ?? ''))) {
      found.push({
        id: `patient ${key} ${id}`,
        sides: [denied([key]), says.side.listed(`${words} (${code})`, recordedBy)],
      })
    }
  }
  const due = answers.find(({ key, value }) => key === 'dueDate' && value !== null)
  const notPregnant = (['pregnant', 'canBecomePregnant'] as const).filter(openNo)
  if (due && notPregnant.length > 0) {
    const day = says.side.answered(evaluationWords.questions.dueDate, sayDay(String(due.value)), due.recordedBy)
    found.push({ id: 'patient due date', sides: [denied(notPregnant), day] })
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
