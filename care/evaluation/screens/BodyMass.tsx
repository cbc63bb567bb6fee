import { plausibility } from '../../../science/plausibility.ts'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { examinationWords } from '../../../web/words/en/examination.ts'
import type { Answered } from '../basis.ts'
import { bodyMassOf } from '../body-mass.ts'

/** The body mass index with what it rests on; it is worked out and never entered. */
export const BodyMass = ({ answers }: { answers: readonly Answered[] }) => {
  const timeZone = useTimeZone()
  const found = bodyMassOf(answers)
  if (found.is === 'unknown') {
    const missing = found.missing.map((name) => examinationWords.missing[name]).join(', ')
    return <p className="soft">{examinationWords.bodyMassUnknown(missing)}</p>
  }
  const from = (name: 'weight' | 'height') => {
    const { value, recordedBy, recordedAt } = found[name]
    const number = `${value} ${plausibility[name].unit}`
    return examinationWords.measured(number, recordedBy, showMoment(recordedAt, timeZone))
  }
  return (
    <p>
      <strong>{examinationWords.bodyMass(found.index)}</strong>{' '}
      <span className="soft">{examinationWords.bodyMassFrom(from('weight'), from('height'))}</span>
    </p>
  )
}
