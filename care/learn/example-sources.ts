import type { FactSource } from '../../science/pharmacokinetics/fact.ts'
import { findObservation } from '../../science/pharmacokinetics/published/observations.ts'
import { papers } from '../../science/pharmacokinetics/sources.ts'
import type { LearnRoute } from './examples.ts'

const sourceOf = (id: string): FactSource => {
  const found = findObservation(id)
  if (!found) throw new Error(`There is no observation ${id}.`)
  return { ...found.source, label: `${found.study}: ${found.source.label}` }
}

/** Which study's dose each picture has; apart from the doses, which travel to the browser. */
export const exampleSources: Record<LearnRoute, FactSource> = {
  'iv-infusion': sourceOf('O04'),
  im: sourceOf('O27'),
  lozenge: sourceOf('O08'),
  'nasal-esketamine': papers.perezRuixo,
}
