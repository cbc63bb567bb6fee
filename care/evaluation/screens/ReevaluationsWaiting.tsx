import { Link } from '@tanstack/react-router'
import { useRead } from '../../../web/api.ts'
import { NotRead } from '../../../web/controls/NotRead.tsx'
import { State } from '../../../web/controls/State.tsx'
import { WaitingItems } from '../../../web/controls/WaitingItems.tsx'
import { useMay } from '../../../web/me.ts'
import { showDate } from '../../../web/time.ts'
import { evaluationWords as words } from '../../../web/words/en/evaluation.ts'
import { treatmentWords } from '../../../web/words/en/treatment.ts'
import type { Overdue } from '../queries-of-overdue.ts'

/** Evaluations whose day to be done again has passed, with whose each is. Nothing where there are none. */
export const ReevaluationsWaiting = () => {
  const may = useMay('evaluation.read')
  const { data, error } = useRead<{ overdue: Overdue[] }>(may ? '/api/evaluations/overdue' : undefined)
  if (!data) return <NotRead what={words.overdueTitle} error={error} />
  if (data.overdue.length === 0) return null
  return (
    <section className="stack" data-gap="tight">
      <h2>{words.overdueTitle}</h2>
      <p className="soft">{words.overdueLead}</p>
      <WaitingItems>
        {data.overdue.map(({ patientId, name, route, by, owner }) => (
          <li key={patientId + route}>
            <Link to={`/patients/${patientId}/determination?route=${route}` as never}>
              <bdi>{name}</bdi>
            </Link>
            <State signal="attention">{words.reevaluations.overdue(showDate(by))}</State>
            <span className="soft">{words.overdueOf(treatmentWords.routes[route], owner)}</span>
          </li>
        ))}
      </WaitingItems>
    </section>
  )
}
