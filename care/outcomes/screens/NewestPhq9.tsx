import { phq9 } from '../../../science/instruments/phq9.ts'
import { useRead } from '../../../web/api.ts'
import { State } from '../../../web/controls/State.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showDay } from '../../../web/time.ts'
import { outcomeWords as words } from '../../../web/words/en/outcomes.ts'
import type { Outcomes } from '../queries.ts'
import { Question9 } from './Question9.tsx'

/** Before whoever decides about a dose: what PHQ-9 said last, its question 9 beside it. Nothing is read into it. */
export const NewestPhq9 = ({ patientId }: { patientId: string }) => {
  const may = useMay('outcomes.read')
  const timeZone = useTimeZone()
  const { data, error } = useRead<Outcomes>(may ? `/api/patients/${patientId}/outcomes` : undefined)
  if (!data) return error ? <State signal="held">{words.newestUnknown(phq9.title)}</State> : null
  const series = data.series.find(({ instrument }) => instrument === phq9.id)
  const newest = series?.points.at(-1)
  if (!series || !newest) return <State signal="held">{words.notAsked(phq9.title)}</State>
  const { low, high, missing, at } = newest
  const total = low === null || high === null ? words.missing(missing) : words.range(low, high)
  return (
    <div className="stack" data-gap="tight">
      <p>{words.newest(phq9.title, total, showDay(at, timeZone))}</p>
      {series.question9 && (
        <p>
          {words.question9} <Question9 of={series.question9} timeZone={timeZone} />
        </p>
      )}
    </div>
  )
}
