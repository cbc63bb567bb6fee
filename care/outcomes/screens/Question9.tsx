import { phq9 } from '../../../science/instruments/phq9.ts'
import { State } from '../../../web/controls/State.tsx'
import { showDay } from '../../../web/time.ts'
import { outcomeWords as words } from '../../../web/words/en/outcomes.ts'
import type { Series } from '../series.ts'

const answers = phq9.items.find(({ linkId }) => linkId === '9')?.answers ?? []

/**
 * What the newest PHQ-9 says to question 9, beside a total that may have fallen all the same: any answer above zero
 * counts, whatever the total (KTC, SPiER FHIR guides), and one that was left open is not a no.
 */
export const Question9 = ({ of, timeZone }: { of: NonNullable<Series['question9']>; timeZone: string }) => {
  const said = answers.find(({ value }) => value === of.value)?.text
  const when = showDay(of.at, timeZone)
  if (said === undefined) return <State signal="held">{words.question9Open(when)}</State>
  if (of.value === 0) return <span className="soft">{words.question9Said(said, when)}</span>
  return <State signal="attention">{words.question9Said(said, when)}</State>
}
