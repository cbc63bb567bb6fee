import { useFormContext } from 'react-hook-form'
import {
  diagnosesEdition,
  diagnosesVersion,
  findDiagnosis,
  isKnownCode,
  searchDiagnoses,
} from '../../../science/diagnoses/diagnoses.ts'
import type { Diagnosis } from '../../../science/diagnoses/selection.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { useFormValues } from '../../../web/controls/useFormValues.ts'
import { showDate } from '../../../web/time.ts'
import { recordWords } from '../../../web/words/en/records.ts'

const words = recordWords.codes

/** What the code says, or codes that fit what was typed: as a code, or else as the words of the problem. */
export const CodeHelp = () => {
  const { fact } = useFormValues<{ fact: { words?: string; code?: string } }>()
  const { setValue } = useFormContext()
  const code = fact?.code?.trim().toUpperCase() ?? ''
  const known = findDiagnosis(code)
  const chosen = known?.code === code
  // Under a heading the codes that a claim can name are offered; anything else that is known was looked up.
  const found = known && !(chosen && !known.billable) ? [] : searchDiagnoses(code || (fact?.words ?? ''), 6)
  const others = found.filter((one) => one.code !== code)
  const take = (one: Diagnosis) => {
    setValue('fact.code', one.code, { shouldDirty: true })
    // Words that found this diagnosis were a search; with a code they are somebody's own and stay.
    if (code === '' || !fact?.words) setValue('fact.words', one.title, { shouldDirty: true })
  }
  return (
    <div aria-live="polite">
      {known && <p className="soft">{words.known(known.code, known.title)}</p>}
      {known && <Claim known={known} chosen={chosen} />}
      {!isKnownCode(code) && code !== '' && others.length === 0 && <p className="soft">{words.notKnown}</p>}
      {others.length > 0 && (
        <ul className="codes">
          {others.map((one) => (
            <li key={one.code}>
              <Button kind="plain" onPress={() => take(one)}>
                {words.known(one.code, one.title)}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className="soft">{words.version(diagnosesVersion, diagnosesEdition.year, showDate(diagnosesEdition.until))}</p>
    </div>
  )
}

/** Whether a claim can name the code, as far as the edition says; of a code that is longer than the one found, too. */
const Claim = ({ known: { code, billable }, chosen }: { known: Diagnosis; chosen: boolean }) => {
  const { year } = diagnosesEdition
  if (chosen) return billable ? null : <p className="soft">{words.header}</p>
  return <p className="soft">{billable ? words.nothingUnder(code, year) : words.longer(code)}</p>
}
