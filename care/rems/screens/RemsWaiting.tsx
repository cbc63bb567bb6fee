import { Link } from '@tanstack/react-router'
import { useRead } from '../../../web/api.ts'
import { NotRead } from '../../../web/controls/NotRead.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMay } from '../../../web/me.ts'
import { showDate } from '../../../web/time.ts'
import { remsWords as words } from '../../../web/words/en/rems.ts'
import type { DueAnswer } from './answers.ts'
import './rems.css'

/** Monitoring forms that nobody has marked as sent. Nothing where there are none. */
export const RemsWaiting = () => {
  const may = useMay('rems.read')
  const { data, error } = useRead<DueAnswer>(may ? '/api/rems/due' : undefined)
  if (!data) return <NotRead what={words.waiting} error={error} />
  if (data.unsent.length === 0) return null
  return (
    <section className="stack" data-gap="tight">
      <h2>{words.waiting}</h2>
      <ul className="rems-waiting">
        {data.unsent.map(({ sessionId, patientId, patientName, dueOn, overdue }) => (
          <li key={sessionId} className="row">
            <Link to={`/patients/${patientId}/sessions/${sessionId}/rems` as never}>
              <bdi>{patientName}</bdi>
            </Link>
            <State signal={overdue ? 'attention' : 'none'}>
              {overdue ? words.overdueSince(showDate(dueOn)) : words.dueBy(showDate(dueOn))}
            </State>
          </li>
        ))}
      </ul>
    </section>
  )
}
