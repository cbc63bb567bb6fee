import type { Source } from '../sources.ts'
import type { Day } from '../time.ts'
import { type RelapseRule, relapseRules } from './course.ts'
import { madrsRemissions, type OutcomeDefinition, type OutcomeOption, pcl5Changes } from './outcome.ts'

/** A row that a clinic may read an outcome by. */
export type DefinitionRow = { id: string; says: string; source: Source; further?: readonly Source[]; reviewBy: Day }

export const defined = [
  'phq-9-relapse',
  'pcl-5-change',
  'madrs-remission',
  'madrs-relapse',
  'qids-sr16-relapse',
] as const
export type Defined = (typeof defined)[number]

const relapseRows = (instrument: string) => relapseRules.filter((rule) => rule.instrument === instrument)

/** Everything that can be read by more than one row, or has a row of its own; the first row holds where nothing is chosen. */
export const definitionRows: Readonly<Record<Defined, { instrument: string; rows: readonly DefinitionRow[] }>> = {
  'phq-9-relapse': { instrument: 'phq-9', rows: relapseRows('phq-9') },
  'pcl-5-change': { instrument: 'pcl-5', rows: pcl5Changes },
  'madrs-remission': { instrument: 'madrs', rows: madrsRemissions },
  'madrs-relapse': { instrument: 'madrs', rows: relapseRows('madrs') },
  'qids-sr16-relapse': { instrument: 'qids-sr16', rows: relapseRows('qids-sr16') },
}

/** Which row a clinic chose; what is absent is read by the first. */
export type RowsChosen = Readonly<Partial<Record<Defined, { row: string }>>>

const optionsOf: Readonly<Record<string, { defines: Defined; options: readonly OutcomeOption[] }>> = {
  'pcl-5': { defines: 'pcl-5-change', options: pcl5Changes },
  'pcl-5-weekly': { defines: 'pcl-5-change', options: pcl5Changes },
  madrs: { defines: 'madrs-remission', options: madrsRemissions },
}
const relapseOf: Readonly<Record<string, Defined>> = {
  'phq-9': 'phq-9-relapse',
  madrs: 'madrs-relapse',
  'qids-sr16': 'qids-sr16-relapse',
}

/** What of an instrument can be chosen. */
export const definedOf = (instrument: string): Defined[] =>
  [relapseOf[instrument], optionsOf[instrument]?.defines].filter((one) => one !== undefined)

/** A row that the database let in and nobody knows is a bug: reading by another one would hide it. */
const chosenOf = <Row extends { id: string }>(rows: readonly Row[], chosen: { row: string } | undefined): Row => {
  const found = chosen ? rows.find(({ id }) => id === chosen.row) : rows[0]
  if (!found) throw new Error(`no definition ${chosen?.row}`)
  return found
}

/** The definition of an instrument with what the clinic chose for it. */
export const definitionBy = (chosen: RowsChosen, definition: OutcomeDefinition): OutcomeDefinition => {
  const found = optionsOf[definition.instrument]
  if (!found) return definition
  const { numbers, source, further } = chosenOf(found.options, chosen[found.defines])
  return { ...definition, ...numbers, source, further }
}

/** The relapse rule of an instrument that the clinic chose, or else the first; undefined where there is none. */
export const relapseRuleBy = (chosen: RowsChosen, instrument: string): RelapseRule | undefined => {
  const defines = relapseOf[instrument]
  return defines && chosenOf(relapseRows(instrument), chosen[defines])
}
