import { useState } from 'react'
import { useRead } from '../../../../web/api.ts'
import { ProblemNotice } from '../../../../web/controls/ProblemNotice.tsx'
import { Table } from '../../../../web/controls/Table.tsx'
import { aidWords } from '../../../../web/words/en/aid.ts'
import type { Prepared, Understood, AidUse as Use } from '../aid-use.ts'

/** What came along from the decision aid, counted: where its words may be unclear. It proves nothing, and says so. */
export const AidUse = () => {
  const [open, setOpen] = useState(false)
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{aidWords.use.title}</summary>
      {open && <Counted />}
    </details>
  )
}

const Counted = () => {
  const { data, error, refetch } = useRead<Use>('/api/requests/aid-use')
  const words = aidWords.use
  if (error && !data) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return null
  const count = (title: string, of: (row: Understood) => number) => ({ title, show: of, numeric: true })
  const told = (title: string, of: (row: Prepared) => number) => ({ title, show: of, numeric: true })
  return (
    <div className="sheet stack">
      <p>{words.says(data.sent, data.asked)}</p>
      <p className="soft">{words.limits}</p>
      {data.sent > 0 && (
        <>
          <Table
            caption={words.understood}
            captionSeen
            columns={[
              { title: words.line, show: ({ claim }: Understood) => aidWords.claims[claim] },
              count(words.right, ({ right }) => right),
              count(words.wrong, ({ wrong }) => wrong),
              count(aidWords.notSure, ({ unsure }) => unsure),
              count(aidWords.open, ({ open }) => open),
            ]}
            rows={data.understood}
            keyOf={({ claim }) => claim}
          />
          <Table
            caption={words.prepared}
            captionSeen
            columns={[
              { title: words.line, show: ({ prep }: Prepared) => aidWords.prep[prep] },
              told(aidWords.preps.yes, ({ yes }) => yes),
              told(aidWords.preps.partly, ({ partly }) => partly),
              told(aidWords.preps.no, ({ no }) => no),
              told(aidWords.open, ({ open }) => open),
            ]}
            rows={data.prepared}
            keyOf={({ prep }) => prep}
          />
          <Table
            caption={aidWords.parts.ready}
            captionSeen
            columns={[
              { title: words.line, show: ({ says }: { says: string; count: number }) => says },
              { title: words.people, show: ({ count }) => count, numeric: true },
            ]}
            rows={[
              ...data.stands.map(({ standing, count }) => ({ says: aidWords.ready[standing], count })),
              { says: aidWords.open, count: data.standsOpen },
            ]}
            keyOf={({ says }) => says}
          />
        </>
      )}
    </div>
  )
}
