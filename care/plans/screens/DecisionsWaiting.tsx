import { Link } from '@tanstack/react-router'
import { useRead } from '../../../web/api.ts'
import { NotRead } from '../../../web/controls/NotRead.tsx'
import { State } from '../../../web/controls/State.tsx'
import { WaitingItems } from '../../../web/controls/WaitingItems.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showDate, showDay } from '../../../web/time.ts'
import { planWords as words } from '../../../web/words/en/plans.ts'
import type { DecisionWaiting } from '../waiting.ts'
import { decided } from './decided.ts'

/** Plans in force that wait for a prescriber's decision or signature. Nothing where there are none. */
export const DecisionsWaiting = () => {
  const may = useMay('plans.sign')
  const timeZone = useTimeZone()
  const { data, error } = useRead<{ waiting: DecisionWaiting[] }>(may ? '/api/plans/waiting' : undefined)
  if (!data) return <NotRead what={words.waiting.title} error={error} />
  if (data.waiting.length === 0) return null
  return (
    <section className="stack" data-gap="tight">
      <h2>{words.waiting.title}</h2>
      <p className="soft">{words.waiting.help}</p>
      <WaitingItems>
        {data.waiting.map(({ patientId, name, reviewsDue, lastOn, changeAwaited, signedBy }) => (
          <li key={patientId}>
            <Link to={`/patients/${patientId}/plan` as never}>
              <bdi>{name}</bdi>
            </Link>
            {reviewsDue.map(({ point, afterSession }) => (
              <State key={point + afterSession} signal="attention">
                {words.reviewDue[point](afterSession)}
              </State>
            ))}
            {changeAwaited && (
              <State signal="attention">
                {words.changeAwaited(
                  decided(changeAwaited.decision, changeAwaited.point),
                  showDay(changeAwaited.decidedAt, timeZone),
                )}
              </State>
            )}
            <span className="soft">
              {lastOn && `${words.waiting.since(showDate(lastOn))} · `}
              {words.waiting.signedBy(signedBy)}
            </span>
          </li>
        ))}
      </WaitingItems>
    </section>
  )
}
