import { useState } from 'react'
import { createPortal } from 'react-dom'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { CopyButton } from '../../../web/controls/CopyButton.tsx'
import { PrintButton } from '../../../web/controls/PrintButton.tsx'
import { intoView } from '../../../web/focus.ts'
import { handOver } from '../../../web/hand-over.ts'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { linkWords as words } from '../../../web/words/en/links.ts'
import './links.css'

type Shown = { picture: string; expiresAt: string; clinic: string }

/** The ways from whoever made a link to the patient before them: this tablet, or a code for the patient's own phone. */
export const HandLink = ({ patientId, url }: { patientId: string; url: string }) => {
  const [shown, setShown] = useState<Shown>()
  return (
    <div className="stack">
      <div className="stack" data-gap="tight">
        <Button onPress={() => handOver(url)}>{words.here}</Button>
        <p className="soft">{words.hereHelp}</p>
      </div>
      {shown ? (
        <Code shown={shown} url={url} />
      ) : (
        <div>
          <Button
            kind="quiet"
            onPress={async () => setShown(await api.post<Shown>(`/api/patients/${patientId}/links/shown`, { url }))}
          >
            {words.code}
          </Button>
        </div>
      )}
    </div>
  )
}

const Code = ({ shown, url }: { shown: Shown; url: string }) => {
  const timeZone = useTimeZone()
  const until = words.until(showMoment(shown.expiresAt, timeZone))
  return (
    <section className="stack" data-gap="tight" ref={intoView}>
      <p>
        <strong>{words.codeTitle}</strong>
      </p>
      <img className="link-code" src={shown.picture} alt={words.codeAlt} width="240" height="240" />
      <p>{words.codeHelp}</p>
      <p>{until}</p>
      <div className="row">
        <PrintButton>{words.print}</PrintButton>
        <CopyButton text={url} copy={words.copy} copied={words.copied} />
      </div>
      {createPortal(
        <div className="on-paper-only link-paper">
          <p>{shown.clinic}</p>
          <img src={shown.picture} alt="" width="240" height="240" />
          <p>{words.paper}</p>
          <p>{until}</p>
        </div>,
        document.body,
      )}
    </section>
  )
}
