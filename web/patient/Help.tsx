import { type ReactNode, useEffect, useRef } from 'react'
import { Notice } from '../controls/Notice.tsx'
import { usePageLanguage, usePatientWords } from './words.ts'

/** One tap to a person. */
export const HelpWays = ({ first = 'quiet' }: { first?: 'quiet' | 'emergency' }) => {
  const patientWords = usePatientWords()
  const text988 = useText988()
  return (
    <div className="help-ways">
      <a className="button" data-kind={first} href="tel:988">
        {patientWords.call988}
      </a>
      <a className="button" data-kind="quiet" href={text988}>
        {patientWords.text988}
      </a>
      <a className="button" data-kind="quiet" href="tel:911">
        {patientWords.call911}
      </a>
    </div>
  )
}

/** Who writes AYUDA to 988 is answered in Spanish; the phone puts the word there. */
const useText988 = (): string => (usePageLanguage() === 'es' ? 'sms:988?&body=AYUDA' : 'sms:988')

/** Always at the bottom of every patient page: one tap to a person. */
export const HelpLine = () => (
  <footer className="help-line">
    <p>{usePatientWords().crisisShort}</p>
    <HelpWays />
  </footer>
)

/** Help for something else than thoughts of suicide: what to say, and whom to call first. */
export type HelpNow = { title: string; says: string; first: '911' | 'clinic' }

/** At once when an answer calls for it, before anything is sent: by itself for thoughts of death or self-harm. */
export const UrgentHelp = ({
  phone,
  clinic,
  words,
  unsent,
  onGoOn,
}: {
  phone?: string | undefined
  clinic: string
  words?: HelpNow | undefined
  /** Where the clinic has nothing of it before the patient sends it: who reads it then, and when. */
  unsent?: ReactNode
  onGoOn: () => void
}) => {
  const patientWords = usePatientWords()
  const text988 = useText988()
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus(), [])
  const callClinic = phone && (
    <a className="button big" data-kind={words?.first === 'clinic' ? 'main' : 'quiet'} href={`tel:${phone}`}>
      {patientWords.call(clinic)}
    </a>
  )
  return (
    <section className="stack">
      <h1 ref={ref} tabIndex={-1}>
        {words?.title ?? patientWords.urgentTitle}
      </h1>
      <p>{words?.says ?? patientWords.urgentHelp}</p>
      {unsent && (
        <p>
          <strong>{patientWords.urgentUnknown}</strong>
        </p>
      )}
      {words?.first === '911' && (
        <a className="button big" data-kind="emergency" href="tel:911">
          {patientWords.call911}
        </a>
      )}
      {words && callClinic}
      {!words && (
        <>
          <a className="button big" data-kind="emergency" href="tel:988">
            {patientWords.call988}
          </a>
          <a className="button big" data-kind="quiet" href={text988}>
            {patientWords.text988}
          </a>
          {callClinic}
          <p>{patientWords.nineEightEight}</p>
        </>
      )}
      {words?.first !== '911' && (
        <p>
          <a href="tel:911">{patientWords.call911}</a>
        </p>
      )}
      {unsent ? (
        <Notice signal="attention" title={patientWords.urgentNotSent}>
          {unsent}
          <p>{patientWords.urgentNot}</p>
        </Notice>
      ) : (
        <Notice signal="attention" title={patientWords.urgentNot} />
      )}
      <button type="button" className="button big" data-kind="plain" onClick={onGoOn}>
        {patientWords.goOn}
      </button>
    </section>
  )
}
