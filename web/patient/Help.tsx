import { useEffect, useRef } from 'react'
import { Notice } from '../controls/Notice.tsx'
import { patientWords } from '../words/en/patient.ts'

/** Always at the bottom of every patient page: one tap to a person. */
export const HelpLine = () => (
  <footer className="help-line">
    <p>{patientWords.crisisShort}</p>
    <div className="help-ways">
      <a className="button" data-kind="quiet" href="tel:988">
        {patientWords.call988}
      </a>
      <a className="button" data-kind="quiet" href="sms:988">
        {patientWords.text988}
      </a>
      <a className="button" data-kind="quiet" href="tel:911">
        {patientWords.call911}
      </a>
    </div>
  </footer>
)

/** At once when an answer speaks of death or self-harm, before anything is sent. */
export const UrgentHelp = ({
  phone,
  clinic,
  onGoOn,
}: {
  phone?: string | undefined
  clinic: string
  onGoOn: () => void
}) => {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus(), [])
  return (
    <section className="stack">
      <h1 ref={ref} tabIndex={-1}>
        {patientWords.urgentTitle}
      </h1>
      <p>{patientWords.urgentHelp}</p>
      <a className="button big" data-kind="emergency" href="tel:988">
        {patientWords.call988}
      </a>
      <a className="button big" data-kind="quiet" href="sms:988">
        {patientWords.text988}
      </a>
      {phone && (
        <a className="button big" data-kind="quiet" href={`tel:${phone}`}>
          {patientWords.call(clinic)}
        </a>
      )}
      <p>{patientWords.nineEightEight}</p>
      <p>
        <a href="tel:911">{patientWords.danger}</a>
      </p>
      <Notice signal="attention" title={patientWords.urgentNot} />
      <button type="button" className="button big" data-kind="plain" onClick={onGoOn}>
        {patientWords.goOn}
      </button>
    </section>
  )
}
