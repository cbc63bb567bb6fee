import { useState } from 'react'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { releaseWords as words } from '../../../web/words/en/releases.ts'
import { HandLink } from '../../links/screens/HandLink.tsx'
import { SendLink as Body, sendWays } from '../requests.ts'
import type { ReleasesAnswer } from './answers.ts'

export type Sent = { url?: string }

/** How the patient opens the link; a way that they have not agreed to says so. */
export const Ways = ({ ways }: Pick<ReleasesAnswer, 'ways'>) => (
  <Choice
    name="how"
    label={words.how}
    options={sendWays.map((value) => ({
      value,
      label: words.sendWays[value],
      hint: value === 'tablet' || ways[value] ? undefined : words.notReached[value],
    }))}
  />
)

/** What became of it: a message on its way, or the page to open on this tablet. */
export const SentNotice = ({ sent: { url }, patientId }: { sent: Sent; patientId: string }) => (
  <Notice live title={url ? words.openTitle : words.sentTitle}>
    {url ? <HandLink patientId={patientId} url={url} /> : <p>{words.sentHelp}</p>}
  </Notice>
)

/** A new link for the patient: to sign, or to see what they signed and take it back. */
export const SendLink = ({
  patientId,
  path,
  ways,
  help,
}: { patientId: string; path: string; help: string } & Pick<ReleasesAnswer, 'ways'>) => {
  const [open, setOpen] = useState(false)
  const [sent, setSent] = useState<Sent>()
  return (
    <>
      <Button
        kind="plain"
        onPress={() => {
          setSent(undefined)
          setOpen(true)
        }}
      >
        {words.sendLink}
      </Button>
      <Dialog title={words.sendLink} open={open} onClose={() => setOpen(false)}>
        {sent ? (
          <SentNotice sent={sent} patientId={patientId} />
        ) : (
          <>
            <p>{help}</p>
            <Form
              id={`releases.send.${path}`}
              schema={Body}
              save={words.send}
              keepDraft={false}
              onSave={async (typed) => setSent(await api.post<Sent>(path, typed))}
            >
              <Ways ways={ways} />
            </Form>
          </>
        )}
      </Dialog>
    </>
  )
}
