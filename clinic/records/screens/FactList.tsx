import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api, newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { recordWords } from '../../../web/words/en/records.ts'
import type { knowledge, Row, Standing } from '../fact.ts'
import type { FactOf, Kind, NoneKnownAbout } from '../kinds.ts'
import { FactDialog } from './FactDialog.tsx'
import { lineOf } from './lines.ts'
import { Recognition } from './Recognition.tsx'
import { recordPath } from './record.ts'

type Known = ReturnType<typeof knowledge>
type Shown<K extends Kind> = {
  kind: K
  patientId: string
  facts: readonly Standing<FactOf<K>>[]
  /** For lists that can be explicitly empty. */
  known?: Known | undefined
  mayWrite: boolean
  /** Where the page has the list's name as its heading already. */
  untitled?: boolean
}

/** One list of the record: what is current, what an empty one is worth, and everything that was ever on it. */
export const FactList = <K extends Kind>({ kind, patientId, facts, known, mayWrite, untitled }: Shown<K>) => {
  const [dialog, setDialog] = useState<{ about?: { row: { id: string }; words: string } }>()
  const current = facts.filter(({ state }) => state === 'current')
  const past = facts.filter(({ state }) => state !== 'current')
  return (
    <section className="record-part" aria-label={recordWords.lists[kind]}>
      {!untitled && <h2>{recordWords.lists[kind]}</h2>}
      {current.length > 0 && (
        <ul className="facts">
          {current.map((fact) => (
            <li key={fact.now.id}>
              <div>
                <FactText kind={kind} fact={fact} />
                {kind === 'medicine' && (
                  <Recognition row={fact.now as Row<FactOf<'medicine'>>} patientId={patientId} mayWrite={mayWrite} />
                )}
              </div>
              {mayWrite && (
                <Button
                  kind="plain"
                  label={recordWords.changeOf(lineOf(kind, fact.now).words)}
                  onPress={() => setDialog({ about: { row: fact.now, words: lineOf(kind, fact.now).words } })}
                >
                  {recordWords.changeOne}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {current.length === 0 && <EmptyList kind={kind} known={known} />}
      {mayWrite && (
        <div className="row">
          <Button kind="quiet" onPress={() => setDialog({})}>
            {recordWords.add[kind]}
          </Button>
          {known?.is === 'unknown' && <SayNone about={kind as NoneKnownAbout} patientId={patientId} />}
        </div>
      )}
      {past.length > 0 && (
        <details className="quiet-details">
          <summary>{recordWords.past(past.length)}</summary>
          <ul className="facts">
            {past.map((fact) => (
              <li key={fact.now.id}>
                <FactText kind={kind} fact={fact} />
              </li>
            ))}
          </ul>
        </details>
      )}
      {dialog && <FactDialog kind={kind} patientId={patientId} {...dialog} onClose={() => setDialog(undefined)} />}
    </section>
  )
}

const FactText = <K extends Kind>({ kind, fact }: { kind: K; fact: Standing<FactOf<K>> }) => {
  const timeZone = useTimeZone()
  const { words, more } = lineOf(kind, fact.now)
  const rows = [fact.now, ...fact.before]
  return (
    <div>
      <p className="as-typed">
        <bdi className="fact-words">{words}</bdi>{' '}
        {fact.state !== 'current' && <State>{recordWords.states[fact.state]}</State>}
      </p>
      {more.length > 0 && <p className="soft as-typed">{more.join(' · ')}</p>}
      <details className="quiet-details">
        <summary>{recordWords.madeBy(fact.now.recordedBy, showMoment(fact.now.recordedAt, timeZone))}</summary>
        <ul>
          {rows.map((row) => {
            const line = lineOf(kind, row)
            return (
              <li key={row.id} className="as-typed">
                {[line.words, ...line.more].join(' · ')}
                {row.why && ` (${row.why})`}{' '}
                <span className="soft">{recordWords.madeBy(row.recordedBy, showMoment(row.recordedAt, timeZone))}</span>
              </li>
            )
          })}
        </ul>
      </details>
    </div>
  )
}

const EmptyList = ({ kind, known }: { kind: Kind; known: Known | undefined }) => {
  const timeZone = useTimeZone()
  if (known === undefined) return <p className="soft">{recordWords.notRecorded}</p>
  const about = kind as NoneKnownAbout
  if (known.is !== 'none known')
    return (
      <p>
        <State signal="held">{recordWords.unknownList[about]}</State>
      </p>
    )
  return (
    <p>
      {recordWords.noneKnown[about]}{' '}
      <span className="soft">{recordWords.noneSaid(known.recordedBy, showMoment(known.recordedAt, timeZone))}</span>
    </p>
  )
}

const SayNone = ({ about, patientId }: { about: NoneKnownAbout; patientId: string }) => {
  const queries = useQueryClient()
  const path = recordPath(patientId)
  return (
    <Button
      kind="quiet"
      onPress={async () => {
        await api.post(`${path}/none-known`, { id: newId(), about })
        await queries.invalidateQueries({ queryKey: [path] })
      }}
    >
      {recordWords.sayNone[about]}
    </Button>
  )
}
