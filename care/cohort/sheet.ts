import type { Metric } from '../../science/cohorts/published.ts'
import { dayIn } from '../../science/day-in.ts'
import type { Proportion } from '../../science/statistics/proportion.ts'
import { cohortWords as words } from '../../web/words/en/cohort.ts'
import { outcomeWords } from '../../web/words/en/outcomes.ts'
import type { CohortAnswer } from './read.ts'
import { metrics, type Row, standings } from './table.ts'

type Cell = string | number | null

const hidden = words.hidden
const percent = (share: number | undefined | null): Cell =>
  share === undefined || share === null ? hidden : Math.round(share * 1000) / 10
const of = (found: Proportion | null): Cell[] =>
  found
    ? [found.count, found.of, percent(found.share), percent(found.low), percent(found.high)]
    : Array<Cell>(5).fill(hidden)

const head = (metric: Metric): string[] =>
  words.sheet.measures.flatMap((measure) =>
    words.sheet.columns.map((column) => `${words.metrics[metric]}, ${measure}: ${column}`),
  )

const line = (by: string, { group, started, standing, metrics: found }: Row): Cell[] => [
  by,
  words.groups[group],
  started ?? hidden,
  ...standings.map((one) => standing[one] ?? hidden),
  ...metrics.flatMap((metric) => [...of(found[metric].ofMeasured), ...of(found[metric].ofAll)]),
]

const readBy = ({ row, chosen }: CohortAnswer['lostBy'], timeZone: string): string =>
  chosen ? outcomeWords.rowChosen(row, chosen.signedBy, dayIn(timeZone, chosen.signedAt)) : outcomeWords.rowDefault(row)

/** The same numbers as on the screen, hidden ones hidden: first the tables, then the curves day by day. Days are the clinic's. */
export const cohortSheet = (
  { asOf, byRoute, byDiagnosis, toResponse, toRelapse, lostBy }: CohortAnswer,
  timeZone: string,
): Cell[][] => [
  [words.title, words.asOf(dayIn(timeZone, asOf)), words.uncontrolled, words.lostBy(readBy(lostBy, timeZone))],
  [],
  [
    words.sheet.by,
    words.group,
    words.started,
    ...standings.map((one) => words.standings[one]),
    ...metrics.flatMap(head),
  ],
  ...byRoute.map((row) => line(words.byRoute, row)),
  ...byDiagnosis.map((row) => line(words.byDiagnosis, row)),
  [],
  [words.sheet.curve, words.group, words.day, words.atRisk, words.sheet.share, ...words.sheet.interval],
  ...(
    [
      [words.toResponse, toResponse],
      [words.toRelapse, toRelapse],
    ] as const
  ).flatMap(([title, curves]) =>
    curves.flatMap(({ group, points }) =>
      points.map(({ day, atRisk, share, low, high }): Cell[] => [
        title,
        words.groups[group],
        day,
        atRisk ?? hidden,
        percent(share),
        percent(low),
        percent(high),
      ]),
    ),
  ),
]
