import { useState } from 'react'
import { sharingRules } from '../../../science/sharing.ts'
import { inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { SourceLine } from '../../../web/controls/Finding.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { showMoment } from '../../../web/time.ts'
import { releaseWords as words } from '../../../web/words/en/releases.ts'
import { PatientLinks, PatientOver } from '../../records/screens/PatientOver.tsx'
import { type Recipient, recipientName } from '../release.ts'
import { AddRecipient } from './AddRecipient.tsx'
import { AskedRelease } from './AskedRelease.tsx'
import type { ReleasesAnswer } from './answers.ts'
import { CorrectRecipient } from './CorrectRecipient.tsx'
import { OneRelease } from './OneRelease.tsx'
import './releases.css'

/** Who outside may be told what about this patient, and what each of them was released. */
export const Releases = () => {
  const patientId = useParam('patientId')
  const { data, error, refetch } = useRead<ReleasesAnswer>(`/api/patients/${patientId}/releases`)
  const mayRecord = useMay('releases.record')
  const [adding, setAdding] = useState(false)
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={6} />
  const refresh = () => void refetch()
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.title} over={<PatientOver patientId={patientId} />}>
        <PatientLinks patientId={patientId} />
      </PageTitle>
      <p className="soft">{words.help}</p>
      {data.recipients.length === 0 && (
        <Empty title={words.noRecipients}>
          <p className="soft">{words.noRecipientsHelp}</p>
        </Empty>
      )}
      {data.recipients
        .toSorted((a, b) => Number(a.aside) - Number(b.aside))
        .map((recipient) => (
          <OfRecipient
            key={recipient.id}
            patientId={patientId}
            recipient={recipient}
            data={data}
            mayRecord={mayRecord}
            refresh={refresh}
          />
        ))}
      {mayRecord && (
        <div>
          <Button kind={data.recipients.length > 0 ? 'quiet' : 'main'} onPress={() => setAdding(true)}>
            {words.addRecipient}
          </Button>
        </div>
      )}
      <details>
        <summary>{words.rules}</summary>
        <div className="stack">
          {sharingRules.map((rule) => (
            <div key={rule.id}>
              <p>{rule.says}</p>
              <SourceLine finding={{ ...rule, stale: rule.reviewBy < data.who.today }} />
            </div>
          ))}
        </div>
      </details>
      <AddRecipient patientId={patientId} open={adding} onClose={() => setAdding(false)} onDone={refresh} />
    </div>
  )
}

export type InRelease = { patientId: string; data: ReleasesAnswer; mayRecord: boolean; refresh: () => void }

const OfRecipient = ({ recipient, ...inner }: InRelease & { recipient: Recipient }) => {
  const { patientId, data, mayRecord, refresh } = inner
  const theirs = data.releases.filter(({ recipientId }) => recipientId === recipient.id).toReversed()
  const asked = data.asked.filter(({ recipientId }) => recipientId === recipient.id).toReversed()
  const waiting = asked.filter(({ aside }) => !aside)
  const aside = asked.filter((one) => one.aside)
  return (
    <section className="stack recipient">
      <div>
        <h2>{recipientName(recipient)}</h2>
        <p className="soft">{[words.relations[recipient.relation], recipient.reach].filter(Boolean).join('. ')}</p>
      </div>
      {recipient.aside && <State signal="held">{words.asideTitle}</State>}
      {!recipient.aside && theirs.length === 0 && <State signal="held">{words.noRelease}</State>}
      {waiting.map((one) => (
        <AskedRelease key={one.id} {...inner} asked={one} />
      ))}
      {theirs.map((release) => (
        <OneRelease key={release.id} {...inner} release={release} />
      ))}
      {mayRecord && (
        <div className="row no-print">
          {!recipient.aside && (
            <>
              <ButtonLink to={`/patients/${patientId}/releases/${recipient.id}/ask`}>{words.askTitle}</ButtonLink>
              <ButtonLink to={`/patients/${patientId}/releases/${recipient.id}`}>{words.record}</ButtonLink>
            </>
          )}
          <CorrectRecipient patientId={patientId} recipient={recipient} onDone={refresh} />
        </div>
      )}
      <Before namings={data.namings.filter(({ recipientId }) => recipientId === recipient.id)} />
      {aside.length > 0 && (
        <details>
          <summary>{words.asideReleases(aside.length)}</summary>
          {aside.map((one) => (
            <AskedRelease key={one.id} {...inner} asked={one} />
          ))}
        </details>
      )}
    </section>
  )
}

/** A recipient as they were first named, and every change since. Nothing while there was none. */
const Before = ({ namings }: Pick<ReleasesAnswer, 'namings'>) => {
  const timeZone = useTimeZone()
  if (namings.length < 2) return null
  return (
    <details>
      <summary>{words.history}</summary>
      <ol>
        {namings.map(({ at, by, words: why, aside, relation, reach, ...named }, place) => (
          <li key={at + why}>
            {[recipientName(named), words.relations[relation], reach, ...(aside ? [words.wasSetAside] : [])]
              .filter(Boolean)
              .join('. ')}
            <br />
            <span className="soft">
              {place === 0
                ? words.firstLine(by, showMoment(at, timeZone))
                : words.changedLine(by, showMoment(at, timeZone), why)}
            </span>
          </li>
        ))}
      </ol>
    </details>
  )
}
