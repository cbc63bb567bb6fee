import { useFormContext } from 'react-hook-form'
import {
  type Diagnosis,
  diagnoses,
  diagnosesEdition,
  diagnosesVersion,
  isChecked,
  isHeader,
  searchDiagnoses,
} from '../../../science/diagnoses/diagnoses.ts'
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
  const known = diagnoses.find(([own]) => code.startsWith(own))
  const found = known ? [] : searchDiagnoses(code || (fact?.words ?? ''), 6)
  const take = ([own, name]: Diagnosis) => {
    setValue('fact.code', own, { shouldDirty: true })
    // Words that found this diagnosis were a search; with a code they are somebody's own and stay.
    if (code === '' || !fact?.words) setValue('fact.words', name, { shouldDirty: true })
  }
  return (
    <div aria-live="polite">
      {known && <p className="soft">{words.known(known[0], known[1])}</p>}
      {known && code === known[0] && isHeader(code) && <p className="soft">{words.header}</p>}
      {known && !isChecked(known[0]) && <p className="soft">{words.notChecked(diagnosesEdition.year)}</p>}
      {!known && code !== '' && found.length === 0 && <p className="soft">{words.notKnown}</p>}
      {found.length > 0 && (
        <ul className="codes">
          {found.map((one) => (
            <li key={one[0]}>
              <Button kind="plain" onPress={() => take(one)}>
                {words.known(one[0], one[1])}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <p className="soft">{words.version(diagnosesVersion, diagnosesEdition.year, showDate(diagnosesEdition.until))}</p>
    </div>
  )
}
