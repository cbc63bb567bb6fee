import { z } from 'zod'
import type { DefinitionsChosen, SignedDefinition } from '../../clinic/accounts/settings/queries.ts'
import { type Defined, defined, definitionRows } from '../../science/instruments/definitions.ts'
import { says } from '../../web/words/en/says/outcomes.ts'

export const ChosenRow = z.object({
  row: z.string(says.whichRow),
  why: z.string(says.whyRow).trim().min(3, says.whyRow).max(2000, says.whyRow),
  signedAs: z.string(says.signedAs).trim().min(1, says.signedAs).max(200, says.signedAs),
})

/** A clinic chooses one of the rows there are for something; it types no number. */
export const NewDefinition = ChosenRow.extend({ id: z.uuid(), defines: z.enum(defined) }).refine(
  ({ defines, row }) => definitionRows[defines].rows.some(({ id }) => id === row),
  { path: ['row'], message: says.whichRow },
)
export type NewDefinition = z.infer<typeof NewDefinition>

export const nothingChosen: DefinitionsChosen = {}

export type DefinitionsShown = {
  /** The newest first. */
  signed: SignedDefinition[]
  /** What there is to choose here: of questionnaires whose words the clinic has. */
  defines: Defined[]
  /** Of the row that holds for each: tells the server upon what somebody chooses. */
  marks: Record<string, string>
}

/** A row that holds, as screens name it: who chose it, or null where it is the first and nobody has. */
export type RowNamed = { row: string; chosen: Pick<SignedDefinition, 'signedBy' | 'signedAt'> | null }

export const namedBy = (chosen: DefinitionsChosen, defines: Defined): RowNamed => {
  const found = chosen[defines]
  const row = found?.row ?? definitionRows[defines].rows[0]?.id ?? ''
  return { row, chosen: found ? { signedBy: found.signedBy, signedAt: found.signedAt } : null }
}
