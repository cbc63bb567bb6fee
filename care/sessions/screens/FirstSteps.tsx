import { Link } from '@tanstack/react-router'
import { useRead } from '../../../web/api.ts'
import { State } from '../../../web/controls/State.tsx'
import { useMay } from '../../../web/me.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import type { FirstSteps as Steps } from '../first-steps.ts'
import './day.css'

const words = sessionWords.firstSteps
const places = {
  staff: '/settings/staff',
  rooms: '/settings/rooms',
  consent: '/settings/consent',
  mail: '/settings/outbox',
  patients: '/patients/new',
} as const satisfies Record<keyof Steps, string>
const order = Object.keys(places) as (keyof Steps)[]

/** What a new clinic still needs before it can treat anybody, for its owner. Nothing once all of it is there. */
export const FirstSteps = () => {
  const may = useMay('clinic.set')
  const mayRegister = useMay('patients.register')
  const { data } = useRead<Steps>(may ? '/api/first-steps' : undefined)
  // A clinic may do without a mail server: that alone does not keep the list there.
  if (!data || order.every((step) => data[step] || step === 'mail')) return null
  return (
    <section className="stack" data-gap="tight">
      <h2>{words.title}</h2>
      <ol className="choices">
        {order.map((step) => (
          <li key={step} className="row">
            {data[step] || (step === 'patients' && !mayRegister) ? (
              <span>{words.steps[step]}</span>
            ) : (
              <Link to={places[step]}>{words.steps[step]}</Link>
            )}
            <State>{data[step] ? words.done : words.open}</State>
            {step === 'patients' && !data[step] && !mayRegister && <span className="soft">{words.othersRegister}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}
