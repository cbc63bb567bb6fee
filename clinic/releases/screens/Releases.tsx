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
import { useMay } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { releaseWords as words } from '../../../web/words/en/releases.ts'
import { PatientLinks, PatientOver } from '../../records/screens/PatientOver.tsx'
import { type Recipient, recipientName } from '../release.ts'
import { AddRecipient } from './AddRecipient.tsx'
import type { ReleasesAnswer } from './answers.ts'
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
      {data.recipients.map((recipient) => (
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
          <Button onPress={() => setAdding(true)}>{words.addRecipient}</Button>
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
  const { patientId, data, mayRecord } = inner
  const theirs = data.releases.filter(({ recipientId }) => recipientId === recipient.id).toReversed()
  return (
    <section className="stack recipient">
      <div>
        <h2>{recipientName(recipient)}</h2>
        <p className="soft">{[words.relations[recipient.relation], recipient.reach].filter(Boolean).join('. ')}</p>
      </div>
      {theirs.length === 0 && <State signal="held">{words.noRelease}</State>}
      {theirs.map((release) => (
        <OneRelease key={release.id} {...inner} release={release} />
      ))}
      {mayRecord && (
        <div>
          <ButtonLink to={`/patients/${patientId}/releases/${recipient.id}`}>{words.record}</ButtonLink>
        </div>
      )}
    </section>
  )
}
