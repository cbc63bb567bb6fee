import { useState } from 'react'
import { inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { outboxWords as words } from '../../../web/words/en/alerts.ts'
import type { Channel, MessageState } from '../message.ts'
import type { MessageRow } from '../queries.ts'
import './Outbox.css'

type Shown = Omit<MessageRow, 'sealedBody'> & { state: MessageState; body: string | null }

/** Mail and text messages with what became of them. In a demo the owner reads them here instead of receiving them. */
export const Outbox = () => {
  const { data, error, refetch } = useRead<{ isDemo: boolean; carries: Record<Channel, boolean>; messages: Shown[] }>(
    '/api/outbox',
  )
  const timeZone = useTimeZone()
  const [read, setRead] = useState<Shown>()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.title}>{data.isDemo ? words.helpDemo : `${words.help} ${words.helpReal}`}</PageTitle>
      {!data.isDemo && !data.carries.mail && (
        <Notice signal="attention" title={words.noMailServer}>
          <p>{words.noMailServerHelp}</p>
        </Notice>
      )}
      {data.messages.length === 0 && <Empty title={words.none} />}
      {data.messages.length > 0 && (
        <Table
          caption={words.title}
          rows={data.messages}
          keyOf={({ id }) => id}
          columns={[
            { title: words.queued, show: ({ queuedAt }) => showMoment(queuedAt, timeZone) },
            {
              title: words.to,
              show: ({ name, recipient, channel }) => (
                <>
                  {name && <div>{name}</div>}
                  <span className="soft">
                    {recipient}, {words.channel[channel]}
                  </span>
                </>
              ),
            },
            { title: words.about, show: ({ subject }) => subject },
            { title: words.state, show: (message) => <Where message={message} timeZone={timeZone} /> },
            ...(data.isDemo
              ? [
                  {
                    title: words.body,
                    show: (message: Shown) =>
                      message.body && (
                        <Button
                          kind="quiet"
                          label={`${words.read}: ${message.subject}`}
                          onPress={() => setRead(message)}
                        >
                          {words.read}
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <Dialog title={read?.subject ?? ''} open={read !== undefined} onClose={() => setRead(undefined)}>
        <p className="message-body">{linked(read?.body ?? '')}</p>
      </Dialog>
    </div>
  )
}

const Where = ({ message, timeZone }: { message: Shown; timeZone: string }) => (
  <>
    <State signal={message.state === 'gave up' ? 'attention' : 'none'}>{words.states[message.state]}</State>
    {message.lastProblem && <div className="soft">{words.tries(message.attempts, message.lastProblem)}</div>}
    {message.state === 'waiting' && message.attempts > 0 && (
      <div className="soft">{words.nextTry(showMoment(message.nextTryAt, timeZone))}</div>
    )}
  </>
)

/** The message as it would arrive, its address to be opened. */
const linked = (body: string) =>
  body.split(/(https?:\/\/\S+)/).map((part) =>
    part.startsWith('http') ? (
      <a key={part} href={part} target="_blank" rel="noreferrer">
        {part}
      </a>
    ) : (
      part
    ),
  )
