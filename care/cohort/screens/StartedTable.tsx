import { Table } from '../../../web/controls/Table.tsx'
import { cohortWords as words } from '../../../web/words/en/cohort.ts'
import { metrics, type Row, standings } from '../table.ts'
import { showCount, showProportion } from './shown.ts'

/** Everybody who started, and where each stands with the end of the first series. */
export const StartedTable = ({
  title,
  rows,
  outcomes = false,
}: {
  title: string
  rows: readonly Row[]
  outcomes?: boolean
}) => (
  <section className="stack">
    <h2>{title}</h2>
    <Table
      caption={title}
      rows={rows}
      keyOf={({ group }) => group}
      columns={[
        { title: words.group, show: ({ group }) => words.groups[group] },
        { title: words.started, show: ({ started }) => showCount(started), numeric: true },
        ...standings.map((one) => ({
          title: words.standings[one],
          show: ({ standing }: Row) => showCount(standing[one]),
          numeric: true,
        })),
        ...(outcomes
          ? metrics.map((metric) => ({
              title: words.metrics[metric],
              show: (row: Row) => showProportion(row.metrics[metric].ofMeasured),
            }))
          : []),
      ]}
    />
  </section>
)
