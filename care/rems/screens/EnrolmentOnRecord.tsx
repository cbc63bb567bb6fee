import { Link } from '@tanstack/react-router'
import { State } from '../../../web/controls/State.tsx'
import { showDate } from '../../../web/time.ts'
import { remsWords as words } from '../../../web/words/en/rems.ts'
import type { EnrolmentNow } from '../sending.ts'

/** Beside the question whether it was verified: what the record says of it, and the way there. It answers nothing. */
export const EnrolmentOnRecord = ({
  patientId,
  enrolment: { state, day, by },
}: {
  patientId: string
  enrolment: EnrolmentNow
}) => (
  <p className="row">
    <Link to={`/patients/${patientId}/rems` as never}>{words.onRecord}</Link>
    <State signal={state === 'confirmed' ? 'none' : 'held'}>{words.states[state]}</State>
    {day && by && <span className="soft">{words.recordedBy(showDate(day), by)}</span>}
  </p>
)
