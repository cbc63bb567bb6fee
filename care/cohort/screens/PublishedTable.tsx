import { bands, kept, published } from '../../../science/cohorts/published.ts'
import { type Source, statusWords } from '../../../science/sources.ts'
import { smallCells } from '../../../science/statistics/small-cells.ts'
import { Table } from '../../../web/controls/Table.tsx'
import { showDate } from '../../../web/time.ts'
import { cohortWords as words } from '../../../web/words/en/cohort.ts'

/** Every published number that stands beside the clinic's, with where it comes from and how far that was checked. */
export const PublishedTable = () => {
  const rows = [
    ...published.map((one) => ({
      ...one,
      says: `${words.metrics[one.metric]} ${words.percent(one.percent)}. ${one.says}`,
      further: [] as readonly Source[],
    })),
    ...bands,
    { ...kept, further: [] },
    { ...smallCells, further: [] },
  ]
  return (
    <section className="stack">
      <h2>{words.published}</h2>
      <Table
        caption={words.published}
        rows={rows}
        keyOf={({ id }) => id}
        columns={[
          { title: words.study, show: ({ says }) => says },
          {
            title: words.source,
            show: ({ source, further, reviewBy }) => (
              <span className="soft">
                {[source, ...further].map((one) => `${one.label} (${statusWords[one.status]})`).join('; ')};{' '}
                {words.reviewBy(showDate(reviewBy))}
              </span>
            ),
          },
        ]}
      />
    </section>
  )
}
