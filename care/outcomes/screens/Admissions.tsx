import { lineOf } from '../../../clinic/records/screens/lines.ts'
import { outcomeWords as words } from '../../../web/words/en/outcomes.ts'
import type { AdmissionOnRecord } from '../queries-of-at-once.ts'

/** Psychiatric admissions as they are on record, beside the scores. None on record is not none. */
export const Admissions = ({ admissions }: { admissions: readonly AdmissionOnRecord[] }) => {
  const newestFirst = admissions.toSorted((a, b) => b.admittedOn.localeCompare(a.admittedOn))
  return admissions.length === 0 ? (
    <p className="soft">{words.noAdmission}</p>
  ) : (
    <ul>
      {newestFirst.map((admission) => {
        const { words: what, more } = lineOf('admission', admission)
        return (
          <li key={admission.id}>
            {what} <span className="soft as-typed">{more.join(' · ')}</span>
          </li>
        )
      })}
    </ul>
  )
}
