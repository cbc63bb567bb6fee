import { nextDay } from '../../../science/instruments/next-day.ts'
import { useRead } from '../../../web/api.ts'
import { State } from '../../../web/controls/State.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { outcomeWords as words } from '../../../web/words/en/outcomes.ts'
import { answered } from '../../sessions/note/fact-line.ts'
import type { NextDayAnswers } from '../routes-of-next-day.ts'

/** What patients answered the day after their sessions, the newest first, as they said it. Nothing is read into it. */
export const NextDayChecks = ({ patientId }: { patientId: string }) => {
  const may = useMay('outcomes.read')
  const timeZone = useTimeZone()
  const { data, error } = useRead<NextDayAnswers>(may ? `/api/patients/${patientId}/next-day` : undefined)
  if (!data) return error ? <State signal="held">{words.newestUnknown(words.asked['next-day'])}</State> : null
  const [newest, ...before] = data.checks.map(({ id, answeredAt, answers }) => (
    <p key={id}>
      {showMoment(answeredAt, timeZone)}: {answered(nextDay, answers)}
    </p>
  ))
  return (
    <div className="stack" data-gap="tight">
      <h3>{words.asked['next-day']}</h3>
      {newest ?? <p className="soft">{words.notAsked(words.asked['next-day'])}</p>}
      {before.length > 0 && (
        <details>
          <summary>{words.nextDayBefore(before.length)}</summary>
          {before}
        </details>
      )}
    </div>
  )
}
