import { Link } from '@tanstack/react-router'
import { api, newId } from '../../../web/api.ts'
import { useNow } from '../../../web/clock.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { DueIn, Elapsed } from '../../../web/controls/Elapsed.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { ApiProblem } from '../../../web/problem.ts'
import { timeBeside } from '../../../web/time.ts'
import { alertWords as words } from '../../../web/words/en/alerts.ts'
import type { AlertShown } from '../queries.ts'
import { AlertCard, ownerName, type Person, Reach } from './AlertCard.tsx'
import { AnswersEnded } from './AnswersEnded.tsx'
import { signalOfLevel } from './level.ts'

/** An alert that somebody else took meanwhile, and what the clinic says of that. */
export type Taken = { alert: AlertShown; says: string }

/**
 * Each by itself: the others are acknowledged all the same.
 * @returns those that somebody else had first
 */
const acknowledge = async (alerts: readonly AlertShown[]): Promise<Taken[]> => {
  const tries = await Promise.allSettled(
    alerts.map(({ id }) => api.post(`/api/alerts/${id}/events`, { id: newId(), kind: 'acknowledge' })),
  )
  const refused = alerts.flatMap((alert, at) => {
    const one = tries[at]
    return one?.status === 'rejected' ? [{ alert, why: one.reason as unknown }] : []
  })
  const failed = refused.find(({ why }) => !(why instanceof ApiProblem && why.kind === 'conflict'))
  if (failed) throw failed.why
  return refused.map(({ alert, why }) => ({ alert, says: (why as ApiProblem).says }))
}

/** What one entry raised together, each by its name beside the one button that acknowledges these and no others. */
export const AlertSet = ({
  first,
  alerts,
  people,
  onTaken,
}: {
  first: AlertShown
  alerts: AlertShown[]
  people: Person[]
  /** Told by the page: what is left of the set may be one alert, or none. */
  onTaken: (taken: Taken[]) => void
}) => {
  const time = timeBeside(useNow(60), useTimeZone())
  const mayAct = useMay('alerts.act')
  const owners = [...new Set(alerts.map((alert) => ownerName(alert, people)))]
  const dueAt = alerts.flatMap(({ standing }) => standing.dueAt ?? []).toSorted()[0]
  const escalatedAt = alerts.flatMap(({ standing }) => standing.escalatedAt ?? []).toSorted()[0]
  return (
    <article className="alert" data-level={first.level} data-state="waiting">
      <header className="alert-head">
        <Link to={`/patients/${first.patientId}` as never}>{first.patientName}</Link>
        <Elapsed since={first.raisedAt} words={words.raised} />
      </header>
      <p className="soft">{words.together(alerts.length)}</p>
      <ul className="alert-set">
        {alerts.map(({ id, level, says, ruleId, answers }) => (
          <li key={id}>
            <State signal={signalOfLevel[level]}>{words.levels[level]}</State>
            <span className="alert-says">{says || ruleId}</span>
            <AnswersEnded ended={answers} />
          </li>
        ))}
      </ul>
      <Reach phone={first.patientPhone} />
      <p className="soft">
        {words.withWhom(owners.join(', '))}. {dueAt && <DueIn due={dueAt} words={words.due} />}
        {escalatedAt && <span> {words.escalated(time(escalatedAt))}</span>}
      </p>
      {mayAct && (
        <Button
          label={words.acknowledgeSetFor(alerts.length, first.patientName)}
          onPress={() => acknowledge(alerts).then(onTaken)}
        >
          {words.acknowledgeSet(alerts.length)}
        </Button>
      )}
      <details className="alert-more">
        <summary>{words.oneByOne}</summary>
        <ul className="alerts">
          {alerts.map((alert) => (
            <li key={alert.id}>
              <AlertCard alert={alert} people={people} />
            </li>
          ))}
        </ul>
      </details>
    </article>
  )
}
