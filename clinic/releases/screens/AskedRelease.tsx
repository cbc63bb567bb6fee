import { useState } from 'react'
import { api, newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { State } from '../../../web/controls/State.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showDate, showMoment } from '../../../web/time.ts'
import { releaseWords as words } from '../../../web/words/en/releases.ts'
import { inList } from '../../../web/words/words.ts'
import type { ReleaseRequest } from '../release.ts'
import { SetAside as Body } from '../requests.ts'
import type { InRelease } from './Releases.tsx'
import { SendLink } from './SendLink.tsx'

/** Put before the patient and not signed: it covers nothing. The way to send it again, or to set it aside. */
export const AskedRelease = ({
  patientId,
  asked: { id, form, contents, purposes, until, at, by, aside },
  data,
  mayRecord,
  refresh,
}: InRelease & { asked: ReleaseRequest }) => {
  const timeZone = useTimeZone()
  const path = `/api/patients/${patientId}/releases/${id}`
  return (
    <article className="release">
      <p>
        <State signal="held">{aside ? words.wasSetAside : words.waits}</State>{' '}
        {words.askedLine(words.forms[form], showDate(until))}
      </p>
      <dl>
        <dt>{words.what}</dt>
        <dd>{inList(contents.map((one) => words.contents[one]))}</dd>
        <dt>{words.whatFor}</dt>
        <dd>{inList(purposes.map((one) => words.purposes[one]))}</dd>
      </dl>
      <p className="soft">{words.askedBy(by, showMoment(at, timeZone))}</p>
      {aside && <p className="soft">{words.setAsideLine(aside.by, showMoment(aside.at, timeZone), aside.words)}</p>}
      {mayRecord && !aside && (
        <div className="row no-print">
          <SendLink patientId={patientId} path={`${path}/link`} ways={data.ways} help={words.sendLinkHelp.asked} />
          <SetAside path={path} onDone={refresh} />
        </div>
      )}
    </article>
  )
}

const Typed = Body.omit({ id: true })

const SetAside = ({ path, onDone }: { path: string; onDone: () => void }) => {
  const [open, setOpen] = useState(false)
  const [id] = useState(newId)
  return (
    <>
      <Button kind="plain" onPress={() => setOpen(true)}>
        {words.setAside}
      </Button>
      <Dialog title={words.setAside} open={open} onClose={() => setOpen(false)}>
        <p>{words.setAsideHelp}</p>
        <Form
          id={`releases.set-aside.${path}`}
          schema={Typed}
          save={words.setAsideSave}
          onSave={async (typed) => {
            await api.post(`${path}/set-aside`, { id, ...typed })
            setOpen(false)
            onDone()
          }}
        >
          <TextArea name="words" label={words.why} rows={2} />
        </Form>
      </Dialog>
    </>
  )
}
