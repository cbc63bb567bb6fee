import type { OpenLink } from '../../../web/patient/link.ts'
import { TakeBack } from '../../../web/patient/TakeBack.tsx'
import { consentSignWords as words } from '../../../web/words/en/consent.ts'
import type { ConsentToSign } from './answers.ts'

export const takeBackOn = (link: OpenLink) => (id: string, reason: string) =>
  link.post('/api/link/consent/withdraw', { id, reason })

/**
 * At the foot of each page: nobody has to read to the end to stop, or to say no. It is opened first and asked once more,
 * so that it is not taken for the way on.
 */
export const StopHere = ({
  found,
  link,
  refresh,
}: {
  found: ConsentToSign
  link: OpenLink
  refresh: () => Promise<void>
}) => (
  <details className="consent-stop">
    <summary>{words.stop}</summary>
    <div className="stack">
      <p>{words.stopHelp}</p>
      {found.mayTakeBack && <TakeBack link={link} words={words.refuse} send={takeBackOn(link)} refresh={refresh} />}
    </div>
  </details>
)
