import { DueIn } from '../../../web/controls/Elapsed.tsx'
import { SourcedLines } from '../../../web/controls/SourcedLines.tsx'
import { State } from '../../../web/controls/State.tsx'
import { showTop } from '../../../web/focus.ts'
import { showTime } from '../../../web/time.ts'
import { useIsPast } from '../../../web/today.ts'
import { roomWords } from '../../../web/words/en/room.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { dueFirst, dueIn, outstanding } from '../due.ts'
import { NotSavedBefore } from './NotSavedBefore.tsx'
import { timesOf } from './protocol-times.ts'
import type { Here } from './use-session.ts'
import { VitalsPad } from './VitalsPad.tsx'

const words = sessionWords.watch
const signals = { 'due later': 'none', due: 'info', overdue: 'attention', missed: 'held', done: 'none' } as const

/** What is due next, counting, and the pad to enter it. */
export const Watching = ({ here }: { here: Here }) => {
  const { protocol, session, now, timeZone } = here
  const due = dueIn(protocol, session, now)
  const first = dueFirst(protocol, session, now)
  const stale = useIsPast(first?.reviewBy)
  return (
    <section className="stack" aria-labelledby="next-title">
      <div>
        <h2 id="next-title">{words.next}</h2>
        {first && (
          <p className="next-due">
            <DueIn due={first.dueAt} what={sessionWords.observe(first.missing)} big stale={stale} />
          </p>
        )}
      </div>
      {/* Whoever does not see the screen hears once that an observation falls due: each says its own time, and no minutes. */}
      <div className="unseen" aria-live="polite" aria-relevant="additions">
        {outstanding(due).map(({ dueAt }) => (
          <p key={dueAt}>{words.fellDue(showTime(dueAt, timeZone))}</p>
        ))}
      </div>
      <NotSavedBefore here={here} />
      <VitalsPad here={here} onDone={showTop} />
      <details>
        <summary>{words.schedule}</summary>
        <ul className="schedule">
          {due.map(({ slot, dueAt, state, missing, what }) => (
            <li key={slot}>
              <span className="schedule-time">{showTime(dueAt, timeZone)}</span>
              <State signal={signals[state]}>{words.states[state]}</State>
              <span className="soft">{sessionWords.observed(state === 'done' ? what : missing)}</span>
            </li>
          ))}
        </ul>
        <details>
          <summary>{roomWords.protocol.times}</summary>
          <SourcedLines lines={timesOf(protocol)} today={here.answer.today} />
        </details>
      </details>
    </section>
  )
}
