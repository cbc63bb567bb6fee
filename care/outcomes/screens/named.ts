import { dayIn } from '../../../science/day-in.ts'
import { showDate } from '../../../web/time.ts'
import { outcomeWords as words } from '../../../web/words/en/outcomes.ts'
import type { RowNamed } from '../definitions.ts'
import type { Series } from '../series.ts'

/** The row of a definition, and who chose it when; or that it is the default. */
export const rowNamed = ({ row, chosen }: RowNamed, timeZone: string): string =>
  chosen ? words.rowChosen(row, chosen.signedBy, showDate(dayIn(timeZone, chosen.signedAt))) : words.rowDefault(row)

/** Relapse by its rule, in words; undefined where there is none. */
export const relapseSays = (relapse: Series['relapse']): string | undefined => {
  if (!relapse || relapse.state === 'no') return undefined
  const { id, source } = relapse.rule
  return words.relapse[relapse.state](source.status === 'policy' ? words.ownRule(id) : id)
}

/** What of a series a clinic chose for itself; undefined where it is all as it comes. */
export const choicesSaid = ({ readBy }: Pick<Series, 'readBy'>, timeZone: string): string | undefined => {
  const chosen = readBy.filter((one) => one.chosen !== null)
  return chosen.length > 0 ? words.readBy(chosen.map((one) => rowNamed(one, timeZone))) : undefined
}
