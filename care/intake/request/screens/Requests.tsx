import { useState } from 'react'
import { api, inTheWay, newId, useRead } from '../../../../web/api.ts'
import { useNow } from '../../../../web/clock.ts'
import { Button } from '../../../../web/controls/Button.tsx'
import { ButtonLink } from '../../../../web/controls/ButtonLink.tsx'
import { Dialog } from '../../../../web/controls/Dialog.tsx'
import { Empty } from '../../../../web/controls/Empty.tsx'
import { Form } from '../../../../web/controls/Form.tsx'
import { Notice } from '../../../../web/controls/Notice.tsx'
import { PageTitle } from '../../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../../web/controls/Skeleton.tsx'
import { TextArea } from '../../../../web/controls/TextArea.tsx'
import { useMay, useTimeZone } from '../../../../web/me.ts'
import { minutesFrom, showMoment } from '../../../../web/time.ts'
import { requestStaffWords as words } from '../../../../web/words/en/request.ts'
import { type PublicRequest, perhapsTheSame, stateOf, waitingOf } from '../request.ts'
import { type Seen, SetAside } from '../set-aside.ts'
import { AidUse } from './AidUse.tsx'
import { nameIn, SaidView } from './SaidView.tsx'
import './request.css'

/** Whoever asked for an evaluation on the public page: who waits, since when, and who has taken it. */
export const Requests = () => {
  const { data, error, refetch } = useRead<{ requests: PublicRequest[] }>('/api/requests')
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  const waiting = waitingOf(data.requests)
  const done = data.requests.filter((one) => !waiting.includes(one))
  const reload = () => refetch()
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.title}>{words.help}</PageTitle>
      {waiting.length === 0 && <Empty title={words.none} />}
      {waiting.length > 0 && (
        <section className="stack">
          <h2>{words.open}</h2>
          {waiting.map((request) => (
            <RequestSheet key={request.id} request={request} all={data.requests} reload={reload} />
          ))}
        </section>
      )}
      {done.length > 0 && (
        <section className="stack">
          <h2>{words.doneTitle}</h2>
          {done.map((request) => (
            <RequestSheet key={request.id} request={request} all={data.requests} reload={reload} />
          ))}
        </section>
      )}
      <AidUse />
    </div>
  )
}

type Sheet = { request: PublicRequest; all: readonly PublicRequest[]; reload: () => Promise<unknown> }

const RequestSheet = ({ request, all, reload }: Sheet) => {
  const timeZone = useTimeZone()
  const now = useNow(60)
  const mayRegister = useMay('requests.register')
  const [leaving, setLeaving] = useState(false)
  const state = stateOf(request)
  const name = nameIn(request) || words.anonymous
  const path = `/api/requests/${request.id}`
  const waits = state === undefined || state.step === 'taken'
  const seen: Seen = { latestAt: request.latestAt, steps: request.steps.length }
  /** Whether it went through or not: what is new since it was read stands there. */
  const act = async (what: 'take' | 'set-aside', id: string, more: object = {}) => {
    try {
      await api.post(`${path}/${what}`, { id, seen, ...more })
    } finally {
      await reload()
    }
  }
  const setAside = request.steps.findLast(({ step }) => step === 'set aside')
  return (
    <article className="sheet stack request" aria-label={name}>
      <h3>
        <bdi>{name}</bdi>
      </h3>
      <p className="soft">
        <time dateTime={request.receivedAt} title={showMoment(request.receivedAt, timeZone)}>
          {words.age(minutesFrom(request.receivedAt, now))}
        </time>{' '}
        ({words.since(showMoment(request.receivedAt, timeZone))}) ·{' '}
        {waits && (state ? words.owner(state.by) : words.noOwner)}
        {state?.step === 'registered' && words.becamePatient}
        {state?.step === 'set aside' && `${words.wasSetAside}: ${state.reason}`}
      </p>
      {waits && setAside && <p>{words.cameAgain(setAside.reason ?? '')}</p>}
      {request.danger && waits && (
        <Notice signal="emergency" title={request.said[0].lacks ? words.dangerUnfinished : words.danger} />
      )}
      {perhapsTheSame(all, request).map((other) => (
        <p key={other.id}>
          {words.perhapsTheSame(nameIn(other) || words.anonymous, showMoment(other.receivedAt, timeZone))}
        </p>
      ))}
      <SaidView request={request} />
      {waits && (
        <div className="row">
          {mayRegister && (
            <ButtonLink to={`/requests/${request.id}/register`} kind="main">
              {words.register}
            </ButtonLink>
          )}
          <Button kind="quiet" label={`${words.take}: ${name}`} onPress={() => act('take', newId())}>
            {words.take}
          </Button>
          <Button kind="plain" label={`${words.setAside}: ${name}`} onPress={() => setLeaving(true)}>
            {words.setAside}
          </Button>
        </div>
      )}
      {state?.patientId && (
        <p>
          <ButtonLink to={`/patients/${state.patientId}/record`}>{words.toPatient}</ButtonLink>
        </p>
      )}
      <Dialog title={words.setAside} open={leaving} onClose={() => setLeaving(false)}>
        <Form
          id={`set-aside.${request.id}`}
          schema={SetAside}
          save={words.setAside}
          onSave={async ({ reason }, { sentId }) => {
            await act('set-aside', sentId, { reason })
            setLeaving(false)
          }}
        >
          <TextArea name="reason" label={words.setAsideWhy} rows={2} />
        </Form>
      </Dialog>
    </article>
  )
}
