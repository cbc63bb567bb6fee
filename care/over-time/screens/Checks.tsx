import { dayIn } from '../../../science/day-in.ts'
import { type CheckState, longTermChecks } from '../../../science/maintenance/checks.ts'
import { useNow } from '../../../web/clock.ts'
import { SourceLine } from '../../../web/controls/Finding.tsx'
import { State } from '../../../web/controls/State.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { showDate } from '../../../web/time.ts'
import { overTimeWords as words } from '../../../web/words/en/over-time.ts'
import type { LongTerm } from '../long-term.ts'

/** What is looked at again because treatment is repeated. Nothing on record is unknown, and due. */
export const Checks = ({ checks, timeZone }: { checks: LongTerm['checks']; timeZone: string }) => {
  const now = new Date(useNow(3600)).toISOString()
  if (checks.length === 0) return null
  const today = dayIn(timeZone, now as Parameters<typeof dayIn>[1])
  const rows = checks.flatMap(({ id, state }) => {
    const check = longTermChecks.find((one) => one.id === id)
    return check ? [{ check: { ...check, stale: check.reviewBy < today }, state }] : []
  })
  return (
    <section className="stack">
      <h2>{words.checks}</h2>
      <p className="soft">{words.checksHelp}</p>
      <Table
        caption={words.checks}
        rows={rows}
        keyOf={({ check }) => check.id}
        columns={[
          {
            title: words.check,
            show: ({ check }) => (
              <>
                {check.says}
                <SourceLine finding={check} />
              </>
            ),
          },
          { title: words.where, show: ({ state }) => <Where state={state} /> },
        ]}
      />
    </section>
  )
}

const Where = ({ state }: { state: CheckState }) => {
  if (state.is === 'unknown') return <State signal="held">{words.states.unknown}</State>
  const last = showDate(state.last)
  if (state.is === 'due') return <State signal="attention">{words.states.due(last, showDate(state.since))}</State>
  return <>{state.next ? words.states.doneUntil(last, showDate(state.next)) : words.states.done(last)}</>
}
