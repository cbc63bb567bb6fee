import { z } from 'zod'
import { Route } from '../../science/decide.ts'
import { type Listed, type Reason, reasons } from './listed.ts'

/** How the registry is looked at: in which order, and who is left out. It stands in the address and in saved views. */
export const By = z.enum(['pressing', ...reasons, 'name', 'last dose'])
export type By = z.infer<typeof By>

export const Looked = z.object({
  by: By.default('pressing'),
  /** Only those with this reason. */
  only: z.enum(reasons).optional(),
  route: Route.optional(),
})
export type Looked = z.infer<typeof Looked>

export const fits = ({ only, route }: Looked, row: Listed): boolean =>
  (only === undefined || row.reasons.includes(only)) && (route === undefined || row.route === route)

/** How many have each reason; a person with two counts in both. */
export const counts = (rows: readonly Listed[]): Record<Reason, number> =>
  Object.fromEntries(reasons.map((reason) => [reason, rows.filter((row) => row.reasons.includes(reason)).length])) as {
    [reason in Reason]: number
  }

type Key = readonly (number | string)[]

const stateRank = [
  'worse',
  'relapse attempted',
  'relapse admitted',
  'relapse confirmed',
  'relapse suspected',
  'may be worse',
  'unknown',
  'not worse',
  'not treated',
]

/** The further it rose, the sooner; bounds count by their higher end. */
const rise = ({ change }: Listed): number => ('latest' in change ? change.baseline - change.latest.high : 0)
const late = '9999'
const oldest = (moments: readonly string[]): string => moments.toSorted()[0] ?? late

/**
 * What each order goes by, smallest first. Whoever has the reason comes first, the longest or worst of them first; then
 * whoever nothing is known of, and only then those who are known not to have it.
 */
const keys: Record<By, (row: Listed) => Key> = {
  pressing: (row) => {
    const [first] = row.reasons
    return [first === undefined ? reasons.length : reasons.indexOf(first), -row.reasons.length, ...keys.worse(row)]
  },
  alert: ({ alerts }) => [-(alerts ?? 0)],
  worse: (row) => [stateRank.indexOf(row.change.state), rise(row)],
  rems: ({ rems }) => [oldest((rems ?? []).map(({ dueOn }) => dueOn))],
  review: ({ reviewsDue, lastDoseAt }) => [reviewsDue.length > 0 ? 0 : 1, lastDoseAt ?? late],
  overdue: (row) => [oldest(row.overdue.map(({ since }) => since)), unknownFirst(row)],
  silent: (row) => [row.silent?.since ?? late, unknownFirst(row)],
  unknown: (row) => [unknownFirst(row), row.lastDoseAt ?? late],
  name: () => [],
  'last dose': ({ lastDoseAt }) => [lastDoseAt ?? late],
}

const unknownFirst = ({ change }: Listed): number =>
  change.state === 'unknown' ? 0 : change.state === 'not treated' ? 2 : 1

const names = new Intl.Collator('en')

/** The same rows in the same order whatever order they came in: by the keys, then by name, then by number. */
export const ordered = (rows: readonly Listed[], by: By): Listed[] =>
  rows
    .map((row) => ({ row, key: keys[by](row) }))
    .sort((a, b) => compare(a.key, b.key) || names.compare(a.row.name, b.row.name) || a.row.number - b.row.number)
    .map(({ row }) => row)

const compare = (a: Key, b: Key): number => {
  for (const [index, one] of a.entries()) {
    const other = b[index] ?? one
    if (one !== other) return one < other ? -1 : 1
  }
  return 0
}
