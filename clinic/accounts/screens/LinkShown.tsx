import { Button } from '../../../web/controls/Button.tsx'
import { CopyButton } from '../../../web/controls/CopyButton.tsx'
import { showMoment } from '../../../web/time.ts'
import { accountWords } from '../../../web/words/en/accounts.ts'
import './accounts.css'
import type { MadeLink } from './staff-row.ts'
import { useClinicTimeZone } from './useClinicTimeZone.ts'

const words = accountWords.staff

/** A link that was just made. The clinic keeps its hash only: closed, it cannot be shown again. */
export const LinkShown = ({ made, name, onDone }: { made: MadeLink; name: string; onDone: () => void }) => {
  const timeZone = useClinicTimeZone()
  return (
    <div className="stack">
      <p>
        {words.linkFor(name)} <strong>{showMoment(made.expiresAt, timeZone)}</strong>
      </p>
      <p className="link-shown">{made.link}</p>
      <p className="soft">{made.mailTo ? words.mailed(made.mailTo) : words.displayLink}</p>
      <div className="row">
        <CopyButton text={made.link} copy={words.copy} copied={words.copied} />
        <Button onPress={onDone}>{words.done}</Button>
      </div>
    </div>
  )
}
