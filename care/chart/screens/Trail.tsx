import { useState } from 'react'
import { inTheWay, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { showMoment } from '../../../web/time.ts'
import { chartWords as words } from '../../../web/words/en/chart.ts'
import type { TrailEntry } from '../trail.ts'

type Answer = { patient: { displayName: string; number: number }; entries: TrailEntry[]; more: boolean }

const who = ({ kind, name }: TrailEntry['by']): string => {
  if (kind === 'link') return words.patient
  if (kind === 'system') return words.system
  return name ?? (kind === 'nobody' ? words.nobody : words.left)
}

/** Who has seen or changed anything of one patient's. */
export const Trail = () => {
  const patientId = useParam('patientId')
  const [before, setBefore] = useState<number>()
  const page = before === undefined ? '' : `?before=${before}`
  const { data, error, refetch } = useRead<Answer>(`/api/patients/${patientId}/trail${page}`)
  const timeZone = useTimeZone()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={10} />
  return (
    <div className="stack" data-gap="wide">
      <PageTitle title={words.trail} over={`${data.patient.displayName}, ${words.number(data.patient.number)}`}>
        {words.trailHelp}
      </PageTitle>
      {data.entries.length === 0 && <Empty title={words.trailNone} />}
      {data.entries.length > 0 && (
        <Table
          caption={words.trail}
          rows={data.entries}
          keyOf={({ seq }) => String(seq)}
          columns={[
            { title: words.at, show: ({ at }) => showMoment(at, timeZone) },
            { title: words.who, show: ({ by }) => who(by) },
            {
              title: words.did,
              show: ({ action, detail }) =>
                words.doing(words.actions[action] ?? action, action === 'sessions.record' ? detail.kind : undefined),
            },
          ]}
        />
      )}
      {data.more && (
        <p>
          <Button kind="quiet" onPress={() => setBefore(data.entries.at(-1)?.seq)}>
            {words.older}
          </Button>
        </p>
      )}
    </div>
  )
}
