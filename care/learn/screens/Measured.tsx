import type { SimulatedRoute } from '../../../science/pharmacokinetics/doses.ts'
import { Table } from '../../../web/controls/Table.tsx'
import { levelWords as words } from '../../../web/words/en/levels.ts'
import { measuredOn } from '../compared.ts'

/** What studies measured on a route, each with where blood was drawn: those of an artery stand nowhere else. */
export const Measured = ({ route }: { route: SimulatedRoute }) => (
  <section className="stack">
    <h2>{words.measured}</h2>
    <p>{words.notSameAxis}</p>
    <Table
      caption={words.measured}
      rows={measuredOn(route)}
      keyOf={({ id }) => id}
      columns={[
        { title: words.study, show: ({ study, people }) => `${study}, ${people}` },
        { title: words.form, show: ({ form, drug }) => `${words.drugs[drug]}, ${form}` },
        { title: words.doseColumn, show: ({ doseMg }) => doseMg ?? '–', numeric: true },
        { title: words.site, show: ({ site }) => words.sites[site] },
        { title: words.peak, show: ({ peakNgPerMl }) => peakNgPerMl, numeric: true },
        { title: words.peakMinute, show: ({ peakMinute }) => peakMinute ?? '–', numeric: true },
        { title: words.status, show: ({ source }) => words.statuses[source.status] },
      ]}
    />
  </section>
)
