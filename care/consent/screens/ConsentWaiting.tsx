import { Link } from '@tanstack/react-router'
import { useRead } from '../../../web/api.ts'
import { NotRead } from '../../../web/controls/NotRead.tsx'
import { State } from '../../../web/controls/State.tsx'
import { WaitingItems } from '../../../web/controls/WaitingItems.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { consentWords as words } from '../../../web/words/en/consent.ts'
import type { WaitingList } from './answers.ts'

/** Consents that wait for somebody here: a patient's question, a prescriber's signature. Nothing when none do. */
export const ConsentWaiting = () => {
  const may = useMay('consent.read')
  const timeZone = useTimeZone()
  const { data, error } = useRead<WaitingList>(may ? '/api/consent/waiting' : undefined)
  if (!data) return <NotRead what={words.waitingTitle} error={error} />
  if (data.waiting.length === 0) return null
  return (
    <section className="stack" data-gap="tight">
      <h2>{words.waitingTitle}</h2>
      <WaitingItems>
        {data.waiting.map(({ patientId, name, requestId, waitsFor, since }) => (
          <li key={requestId + waitsFor}>
            <Link to={`/patients/${patientId}/consent` as never}>{name}</Link>
            <State signal="attention">{words.waitsFor[waitsFor]}</State>
            <span className="soft">{words.since(showMoment(since, timeZone))}</span>
          </li>
        ))}
      </WaitingItems>
    </section>
  )
}
