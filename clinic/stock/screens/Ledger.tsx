import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { Empty } from '../../../web/controls/Empty.tsx'
import { State } from '../../../web/controls/State.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { stockWords as words } from '../../../web/words/en/stock.ts'
import type { Item } from '../item.ts'
import { awaitsWitness, type Entry } from '../ledger.ts'
import { CorrectForm } from './CorrectForm.tsx'
import { Seen } from './Seen.tsx'

/** Every entry of one item, the newest first. A correction is a row of its own; what it corrects says what stands. */
export const Ledger = ({ item, entries, more }: { item: Item; entries: readonly Entry[]; more: boolean }) => {
  const timeZone = useTimeZone()
  if (entries.length === 0) return <Empty title={words.noEntries} />
  return (
    <>
      <Table
        caption={words.ledger}
        rows={entries}
        keyOf={({ id }) => id}
        columns={[
          { title: words.when, show: ({ happenedAt }) => showMoment(happenedAt, timeZone) },
          { title: words.lot, show: ({ lot }) => lot },
          { title: words.what, show: (entry) => <What item={item} entry={entry} /> },
          { title: words.change, numeric: true, show: ({ amount }) => words.signed(item, amount) },
          { title: words.after, numeric: true, show: ({ after }) => words.amount(item, after) },
          { title: words.who, show: ({ by }) => by },
        ]}
      />
      {more && <p className="soft">{words.more}</p>}
    </>
  )
}

const correctable: readonly Entry['kind'][] = ['opening', 'received', 'withdrawn', 'wasted', 'returned']

const What = ({ item, entry }: { item: Item; entry: Entry }) => {
  const timeZone = useTimeZone()
  const mayCorrect = useMay('stock.settle')
  const mayOpen = useMay('sessions.record')
  const [open, setOpen] = useState(false)
  const { kind, amount, standing, party, words: said, witness, sessionId, ofDrawn } = entry
  return (
    <div className="stack" data-gap="tight">
      <span>
        {words.kinds[kind]}
        {sessionId && mayOpen && (
          <>
            {', '}
            <Link to={`/sessions/${sessionId}` as never}>{words.session}</Link>
          </>
        )}
      </span>
      {standing !== amount && <State>{words.nowSays(words.signed(item, standing))}</State>}
      {ofDrawn > 0 && <span className="soft">{words.ofDrawn(words.amount(item, ofDrawn))}</span>}
      {party && <span className="soft">{party}</span>}
      {said && <span className="soft">{said}</span>}
      {witness && <span className="soft">{words.witnessed(witness.by, showMoment(witness.at, timeZone))}</span>}
      {awaitsWitness(entry) && <Seen entry={entry} />}
      {mayCorrect && correctable.includes(kind) && amount !== 0 && (
        <Button
          kind="plain"
          label={words.correctThis(words.kinds[kind], words.signed(item, standing))}
          onPress={() => setOpen(!open)}
        >
          {words.correct}
        </Button>
      )}
      {open && <CorrectForm item={item} entryId={entry.id} onDone={() => setOpen(false)} />}
    </div>
  )
}
