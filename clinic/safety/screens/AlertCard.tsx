import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { api, newId } from '../../../web/api.ts'
import { useNow } from '../../../web/clock.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { DueIn, Elapsed } from '../../../web/controls/Elapsed.tsx'

import { State } from '../../../web/controls/State.tsx'
import { Timeline } from '../../../web/controls/Timeline.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showMoment, timeBeside } from '../../../web/time.ts'
import { alertWords as words } from '../../../web/words/en/alerts.ts'
import { controlWords } from '../../../web/words/en/controls.ts'

import type { AlertShown } from '../queries.ts'
import { CloseForm, MoreForms } from './AlertForms.tsx'
import { AnswersEnded } from './AnswersEnded.tsx'
import { signalOfLevel } from './level.ts'
import { whose } from './whose.ts'

export type Person = { id: string; name: string; roles: string[] }

export const ownerName = ({ standing: { owner } }: AlertShown, people: readonly Person[]): string =>
  whose(owner, (staffId) => people.find(({ id }) => id === staffId)?.name)

/** How to reach the person an alert is about, without opening anything first. */
export const Reach = ({ phone }: { phone: string }) => (
  <p className="soft">{phone ? <a href={`tel:${phone}`}>{words.call(phone)}</a> : words.noPhone}</p>
)

/** One alert: how soon, about whom, what was found, whose it is, and the one thing to do next. */
export const AlertCard = ({ alert, people }: { alert: AlertShown; people: readonly Person[] }) => {
  const timeZone = useTimeZone()
  const time = timeBeside(useNow(60), timeZone)
  const mayAct = useMay('alerts.act')
  const [more, setMore] = useState(false)
  const { standing } = alert
  const path = `/api/alerts/${alert.id}/events`
  const owner = words.withWhom(ownerName(alert, people))
  return (
    <article className="alert" data-level={alert.level} data-state={standing.state}>
      <header className="alert-head">
        <State signal={standing.state === 'closed' ? 'none' : signalOfLevel[alert.level]}>
          {words.levels[alert.level]}
        </State>
        <Link to={`/patients/${alert.patientId}` as never}>{alert.patientName}</Link>
        {standing.state !== 'closed' && <Elapsed since={alert.raisedAt} words={words.raised} />}
      </header>
      <p className="alert-says">{alert.says || alert.ruleId}</p>
      <AnswersEnded ended={alert.answers} />
      {standing.state !== 'closed' && <Reach phone={alert.patientPhone} />}
      {standing.closed ? (
        <div className="stack" data-gap="tight">
          <p className="soft">{words.closedBy(standing.closed.by, showMoment(standing.closed.at, timeZone))}</p>
          <blockquote>{standing.closed.words}</blockquote>
        </div>
      ) : standing.acknowledged ? (
        <p className="soft">
          {words.acknowledgedBy(standing.acknowledged.by, time(standing.acknowledged.at))}{' '}
          {alert.events.some(({ kind }) => kind === 'reassign') && `${owner}. `}
          <Elapsed since={standing.acknowledged.at} words={words.acknowledgedSince} />
        </p>
      ) : (
        <p className="soft">
          {owner}. {standing.dueAt && <DueIn due={standing.dueAt} words={words.due} />}
          {standing.escalatedAt && <span> {words.escalated(time(standing.escalatedAt))}</span>}
        </p>
      )}
      {mayAct && standing.state === 'waiting' && (
        <Button
          label={words.acknowledgeFor(alert.patientName)}
          onPress={() => api.post(path, { id: newId(), kind: 'acknowledge' })}
        >
          {words.acknowledge}
        </Button>
      )}
      {mayAct && standing.state === 'acknowledged' && <CloseForm alertId={alert.id} />}
      <details className="alert-more" open={more} onToggle={(event) => setMore(event.currentTarget.open)}>
        <summary>{words.more}</summary>
        {more && (
          <div className="stack">
            {alert.events.length > 0 && (
              <section className="stack" data-gap="tight">
                <h3>{words.whatHappened}</h3>
                <Timeline
                  timeZone={timeZone}
                  withDay
                  moments={alert.events.map(({ id, at, kind, by, words: said, to, toRole }) => ({
                    id,
                    at,
                    title: words.what[kind],
                    by,
                    detail: (
                      <>
                        {(to ?? toRole) && <p>{words.to(to ?? words.roles[toRole ?? ''] ?? '')}</p>}
                        {said && <p>{said}</p>}
                      </>
                    ),
                  }))}
                />
              </section>
            )}
            <p className="soft">
              {words.rule}: {alert.ruleId}
              {alert.source && (
                <>
                  {', '}
                  {alert.source.label} ({controlWords.sourceStatus[alert.source.status] ?? alert.source.status})
                </>
              )}
            </p>
            {mayAct && standing.state !== 'closed' && <MoreForms alert={alert} people={people} />}
          </div>
        )}
      </details>
    </article>
  )
}
