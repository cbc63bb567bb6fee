import { current } from '../../clinic/records/fact.ts'
import { classes, type MedicineClass } from '../../science/medicines/classes.ts'
import { takenFrom } from '../../science/medicines/taken.ts'
import { controlWords } from '../../web/words/en/controls.ts'
import { evaluationWords } from '../../web/words/en/evaluation.ts'
import { says } from '../../web/words/en/says/evaluation.ts'
import { sayDay } from '../../web/words/words.ts'
import type { Answered, Basis } from './basis.ts'
import { medicineList, saidByLists, saysPregnant } from './listed.ts'
import { type Asked, abilities, questions } from './questions.ts'

/** Two things that were both recorded and do not fit together. Which of them is right nobody here says. */
export type Contradiction = { id: string; sides: readonly [string, string] }

const { side } = says

const said = (key: Asked, value: unknown): string =>
  questions[key].kind === 'day' ? sayDay(String(value)) : String(value)

const heard = ({ key, value, recordedBy }: Answered): string => {
  const words = typeof value === 'boolean' ? (value ? controlWords.yes : controlWords.no) : said(key, value)
  return side.answered(evaluationWords.questions[key], evaluationWords.choices[words] ?? words, recordedBy)
}

/** A medicine that somebody who answered No to all of these would hardly take. */
const medicineAgainstAnswers: readonly (readonly [MedicineClass, readonly Asked[]])[] = [
  ['antipsychotic', ['currentPsychosis', 'pastPsychosis']],
  ['ketamine', ['otherKetaminePrescriber']],
]

const notPregnant = ['test negative', 'cannot become pregnant']
const ofPressureOrHeart = /^I[1-5]/

/** Everything recorded that contradicts something else recorded. */
export const contradictionsIn = (basis: Basis): Contradiction[] => {
  const { problem, allergy, medicine } = basis.lists
  const answer = (key: Asked) => basis.answers.find((one) => one.key === key && one.value !== null)
  const { lines } = takenFrom(medicineList(medicine, basis.today))
  const problems = current(problem.facts)
  const found: Contradiction[] = []

  for (const { fact, says: word, entry, by } of saidByLists(problem.facts, allergy.facts)) {
    const denied = basis.answers.find(({ key, value }) => key === fact && value === false)
    if (word === 'yes' && denied) found.push({ id: `${fact} ${entry}`, sides: [heard(denied), side.listed(entry, by)] })
  }
  const capacity = answer('capacityInDoubt')
  if (capacity?.value === false) {
    for (const ability of abilities) {
      const shown = answer(ability)
      if (shown && shown.value !== 'shown') found.push({ id: ability, sides: [heard(capacity), heard(shown)] })
    }
  }
  const allergic = answer('ketamineHypersensitivity')
  if (allergy.known.is === 'none known' && allergic?.value === true) {
    found.push({ id: 'no allergies', sides: [heard(allergic), side.noAllergies(allergy.known.recordedBy)] })
  }
  for (const [id, keys] of medicineAgainstAnswers) {
    const denied = keys.flatMap((key) => answer(key) ?? []).filter(({ value }) => value === false)
    const taken = lines.get(id)
    if (taken && denied.length === keys.length) {
      found.push({ id: classes[id].says, sides: [denied.map(heard).join(' '), side.taken(taken.join(', '))] })
    }
  }
  const pressure = lines.get('antihypertensive')
  if (pressure && problem.known.is !== 'unknown' && !problems.some(({ code }) => ofPressureOrHeart.test(code ?? ''))) {
    const none = problem.known.is === 'none known' ? side.noProblems(problem.known.recordedBy) : side.noSuchProblem
    found.push({ id: 'antihypertensive', sides: [none, side.taken(pressure.join(', '))] })
  }
  const pregnancy = answer('pregnancy')
  if (pregnancy && notPregnant.includes(String(pregnancy.value))) {
    const due = answer('dueDate')
    if (due) found.push({ id: 'due date', sides: [heard(pregnancy), heard(due)] })
    for (const { id, words, code, recordedBy } of problems.filter((one) => saysPregnant(one.code ?? ''))) {
      found.push({ id, sides: [heard(pregnancy), side.listed(`${words} (${code})`, recordedBy)] })
    }
  }
  return found
}
