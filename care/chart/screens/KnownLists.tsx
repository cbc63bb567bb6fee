import type { FactOf } from '../../../clinic/records/kinds.ts'
import { lineOf } from '../../../clinic/records/screens/lines.ts'
import { State } from '../../../web/controls/State.tsx'
import { chartWords as words } from '../../../web/words/en/chart.ts'
import type { Chart } from '../queries.ts'

type ListKind = 'problem' | 'medicine' | 'allergy'
type Shown = { is: 'listed' | 'none known' | 'unknown'; facts: readonly (FactOf<ListKind> & { id: string })[] }

/** What is known of medicines, allergies and problems. An empty list that nobody spoke about is unknown, not none. */
export const KnownLists = ({ chart }: { chart: Chart }) => (
  <div className="columns">
    <Known title={words.medicines} kind="medicine" none={words.noneKnown.medicines} list={chart.medicines as Shown} />
    <Known title={words.allergies} kind="allergy" none={words.noneKnown.allergies} list={chart.allergies as Shown} />
    <Known title={words.problems} kind="problem" none={words.noneKnown.problems} list={chart.problems as Shown} />
  </div>
)

const Known = ({ title, kind, none, list }: { title: string; kind: ListKind; none: string; list: Shown }) => (
  <section className="stack" data-gap="tight">
    <h2>{title}</h2>
    {list.is === 'unknown' && (
      <p>
        <State signal="held">{words.unknown}</State>
      </p>
    )}
    {list.is === 'none known' && <p>{none}</p>}
    {list.is === 'listed' && (
      <ul className="known">
        {list.facts.map((fact) => {
          const { words: what, more } = lineOf(kind, fact as never)
          return (
            <li key={fact.id}>
              <bdi>{what}</bdi>
              {more.length > 0 && <span className="soft"> {more.join(', ')}</span>}
            </li>
          )
        })}
      </ul>
    )}
  </section>
)
