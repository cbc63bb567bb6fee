import { suicideRedLines } from '../../science/criteria/red-lines.ts'
import { decide, type Finding, type Route } from '../../science/decide.ts'
import { takenFrom } from '../../science/medicines/taken.ts'
import { ageOn } from '../../science/time.ts'
import type { Basis } from '../evaluation/basis.ts'
import { medicineList } from '../evaluation/listed.ts'

const rules = suicideRedLines.filter(({ id }) => id === 'RL-09')

/** RL-09: young and on an antidepressant, or young and not known to be on none. Null for everybody else. */
export const closerWatch = (
  { birthDate, today, lists }: Pick<Basis, 'birthDate' | 'today' | 'lists'>,
  route: Route,
): Finding | null => {
  const { antidepressant } = takenFrom(medicineList(lists.medicine, today)).facts
  const facts = { age: ageOn(birthDate, today), takesAntidepressant: antidepressant }
  return decide(rules, facts, { route, today }).find(({ answer }) => answer !== 'not met') ?? null
}
