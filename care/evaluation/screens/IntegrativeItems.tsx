import type { Day } from '../../../science/time.ts'
import { useRead } from '../../../web/api.ts'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showDate, showMoment } from '../../../web/time.ts'
import { integrativeWords as words } from '../../../web/words/en/integrative.ts'
import { type IntegrativePlan, type Item, isOverdue } from '../integrative.ts'
import type { ClosedPlan } from '../queries-of-integrative.ts'
import '../../../clinic/records/screens/records.css'
import './integrative.css'

export type IntegrativeAnswer = { today: Day; versions: IntegrativePlan[]; closed: ClosedPlan | null }

/** The items of a version; with `today`, those whose review has passed say so. */
export const IntegrativeItems = ({ items, today }: { items: readonly Item[]; today?: Day }) => (
  <ul className="integrative">
    {items.map((item) => (
      <li key={item.id}>
        <p className="as-typed">
          <strong>{words.kinds[item.kind]}</strong>: <bdi>{item.words}</bdi>
        </p>
        <p className="soft as-typed">
          {words.review(item.owner, showDate(item.reviewOn))}{' '}
          {today && isOverdue(item, today) && <State signal="attention">{words.overdue}</State>}
        </p>
      </li>
    ))}
  </ul>
)

/** What an earlier evaluation ended with: to read, not to go by. */
const Closed = ({ plan: { items, closedAt, closedBy, number, signedAt, signedBy } }: { plan: ClosedPlan }) => {
  const timeZone = useTimeZone()
  return (
    <details className="quiet-details">
      <summary>{words.closed(showMoment(closedAt, timeZone))}</summary>
      <p className="soft">
        {words.signed(signedBy, showMoment(signedAt, timeZone), number)}. {words.closedBy(closedBy)}
      </p>
      <IntegrativeItems items={items} />
    </details>
  )
}

/** What goes with the sessions, for the chart: the version that counts, and which reviews are overdue. */
export const IntegrativeOnChart = ({ patientId }: { patientId: string }) => {
  const { data } = useRead<IntegrativeAnswer>(`/api/patients/${patientId}/integrative-plan`)
  const mayOpen = useMay('evaluation.read')
  const [newest] = data?.versions ?? []
  if (!data) return null
  const overdue = newest?.items.filter((item) => isOverdue(item, data.today)).length ?? 0
  return (
    <section className="stack" data-gap="tight">
      <h2>{words.title}</h2>
      {overdue > 0 && (
        <p>
          <State signal="attention">{words.overdueCount(overdue)}</State>
        </p>
      )}
      {newest ? <IntegrativeItems items={newest.items} today={data.today} /> : <p className="soft">{words.none}</p>}
      {newest?.items.length === 0 && <p className="soft">{words.ended}</p>}
      {data.closed && <Closed plan={data.closed} />}
      {mayOpen && (
        <div>
          <ButtonLink to={`/patients/${patientId}/determination`} kind="plain">
            {words.open}
          </ButtonLink>
        </div>
      )}
    </section>
  )
}
