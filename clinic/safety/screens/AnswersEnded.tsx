import { State } from '../../../web/controls/State.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { alertWords as words } from '../../../web/words/en/alerts.ts'
import type { Ended } from '../../responses/response.ts'
import './AnswersEnded.css'

/**
 * Answers count no more: by whom, when and why. An alert that rests on them stays: whoever acts on it says what that means.
 * `says`: where the answers themselves are shown, what became of them.
 */
export const AnswersEnded = ({ ended, says }: { ended: Ended | null; says?: Record<Ended['is'], string> }) => {
  const timeZone = useTimeZone()
  if (!ended) return null
  const { is, by, at, why } = ended
  return (
    <p className="answers-ended">
      <State signal={says ? 'none' : 'held'}>{(says ?? words.answersEnded)[is]}</State>{' '}
      {words.endedBy(by, showMoment(at, timeZone))} <span className="as-typed">{why || words.notSaidWhy}</span>
    </p>
  )
}
