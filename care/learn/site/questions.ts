import { costFacts, kapFacts } from '../../../science/facts/care.ts'
import { conditionFacts } from '../../../science/facts/conditions.ts'
import type { Fact } from '../../../science/facts/fact.ts'
import { factsOf as of } from '../../../science/facts/facts.ts'
import { safetyFacts } from '../../../science/facts/safety.ts'
import { siteWords } from '../../../web/words/en/site.ts'

/** An answer about several conditions says of each whose it is. */
type OfCondition = { condition: string; facts: readonly Fact[] }
export type Answered = readonly Fact[] | readonly OfCondition[]
export const isByCondition = (answered: Answered): answered is readonly OfCondition[] =>
  answered.some((one) => 'condition' in one)

/** What people ask, and the facts that answer it; no answer is written twice. */
export const asked: Record<keyof typeof siteWords.questions.asked, Answered> = {
  approved: of('PF-02', 'PF-04'),
  different: of('PF-03', 'PF-04', 'PF-35'),
  likely: of('PF-20', 'PF-21', 'PF-09'),
  fast: of('PF-27', 'PF-28'),
  long: of('PF-29', 'PF-30'),
  sessions: of('PD-14', 'PT-ES-20', 'PT-IV-21'),
  feel: of('PD-08', 'PD-09'),
  drive: of('PD-05', 'PD-11'),
  home: safetyFacts.home,
  addictive: of('PS-15'),
  body: of('PS-19', 'PS-20'),
  pills: of('PD-18'),
  calming: of('PS-16'),
  pregnant: of('PS-05'),
  anxiety: (['IND-ANX', 'IND-PTSD', 'IND-OCD'] as const).map((id) => ({
    condition: siteWords.conditions.names[id] ?? id,
    facts: conditionFacts[id] ?? [],
  })),
  daily: of('PF-07', 'PF-08'),
  insurance: [...of('PC-01', 'PC-02', 'PC-07'), ...costFacts.rights],
  stops: of('PF-32', 'PD-16', 'PD-17'),
  ect: of('PF-33', 'PF-34'),
  kap: [...kapFacts.how.slice(0, 1), ...kapFacts.proof.slice(0, 1)],
}
