import { State } from '../../../web/controls/State.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { alertWords as words } from '../../../web/words/en/alerts.ts'
import type { AlertShown } from '../queries.ts'
import './AnswersEnded.css'

/** The answers that an alert rests on count no more. It stays: whoever acts on it says what that means. */
export const AnswersEnded = ({ ended }: { ended: AlertShown['answers'] }) => {
  const timeZone = useTimeZone()
  if (!ended) return null
  const { is, by, at, why } = ended
  return (
    <p className="answers-ended">
      <State signal="held">{words.answersEnded[is]}</State> {words.endedBy(by, showMoment(at, timeZone))}{' '}
      <span className="as-typed">{why || words.notSaidWhy}</span>
    </p>
  )
}
