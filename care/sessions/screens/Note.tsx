import { useState } from 'react'
import { api, inTheWay, useRead } from '../../../web/api.ts'
import { serverNow } from '../../../web/clock.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { PrintButton } from '../../../web/controls/PrintButton.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { Table } from '../../../web/controls/Table.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { showMoment } from '../../../web/time.ts'
import { remsWords } from '../../../web/words/en/rems.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import type { NoteSection } from '../note/note.ts'
import { Addendum } from '../written.ts'
import type { NoteAnswer } from './answers.ts'
import './note.css'
import { useOnce } from './use-once.ts'

const words = sessionWords.noted

/** The note as the log gives it: read, print, sign; what is added later stands beside the signature. */
export const Note = () => {
  const patientId = useParam('patientId')
  const id = useParam('sessionId')
  const path = `/api/patients/${patientId}/sessions/${id}/note`
  const { data, error, refetch } = useRead<NoteAnswer>(path)
  const timeZone = useTimeZone()
  const maySign = useMay('sessions.record')
  const mayRems = useMay('rems.read')
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={10} />
  const signed = data.signatures.some(({ current }) => current)
  return (
    <article className="stack note" data-gap="wide">
      <PageTitle
        title={sessionWords.note}
        over={<bdi>{data.patientName}</bdi>}
        state={
          <State signal={signed ? 'none' : 'held'}>
            {signed
              ? words.signed(data.signatures.at(-1)?.by ?? '', showMoment(data.signatures.at(-1)?.at ?? '', timeZone))
              : words.unsigned}
          </State>
        }
      />
      {data.note.sections.map((section) => (
        <Section key={section.heading} section={section} />
      ))}
      <section className="stack" data-gap="tight">
        {data.signatures.map(({ id: signature, by, at, current, asSigned }) => (
          <div key={signature} className="stack" data-gap="tight">
            <p>
              {words.signed(by, showMoment(at, timeZone))}
              {!current && <span className="soft"> {words.earlier}</span>}
            </p>
            {asSigned && (
              <details className="no-print">
                <summary>{words.asSigned}</summary>
                <div className="stack">
                  {asSigned.sections.map((section) => (
                    <Section key={section.heading} section={section} />
                  ))}
                </div>
              </details>
            )}
          </div>
        ))}
        <p className="soft note-hash">
          {words.hash}: {data.hash}
        </p>
        <p className="soft no-print">
          <a href={`/api/patients/${patientId}/sessions/${id}/facts`} download>
            {words.facts}
          </a>
        </p>
      </section>
      {maySign && !signed && <Sign data={data} onDone={() => refetch()} />}
      <div className="row no-print">
        {data.route === 'esketamine' && mayRems && (
          <ButtonLink to={`/patients/${patientId}/sessions/${id}/rems`}>{remsWords.title}</ButtonLink>
        )}
        <a className="button" data-kind="quiet" href={`${path}.pdf`} target="_blank" rel="noreferrer">
          {words.pdf}
        </a>
        <PrintButton />
        {maySign && data.ended && <AddAddendum id={data.id} onDone={() => refetch()} />}
      </div>
    </article>
  )
}

const Section = ({ section: { heading, lines, table } }: { section: NoteSection }) => (
  <section className="stack" data-gap="tight">
    <h2>{heading}</h2>
    {lines.map((line) => (
      <p key={line}>{line}</p>
    ))}
    {table && (
      <Table
        caption={heading}
        rows={table.rows}
        keyOf={(row) => row.join('|')}
        columns={table.columns.map((title, i) => ({ title, show: (row: string[]) => row[i], numeric: i > 0 && i < 6 }))}
      />
    )}
  </section>
)

const Sign = ({ data, onDone }: { data: NoteAnswer; onDone: () => Promise<unknown> }) => {
  const [id, renew] = useOnce()
  return (
    <div className="stack no-print" data-gap="tight">
      <p className="soft">{words.read}</p>
      <Button
        why={data.ended ? undefined : words.onlyEnded}
        onPress={async () => {
          await api.post(`/api/sessions/${data.id}/sign`, { id, hash: data.hash })
          renew()
          await onDone()
        }}
      >
        {words.sign}
      </Button>
    </div>
  )
}

const AddAddendum = ({ id, onDone }: { id: string; onDone: () => Promise<unknown> }) => {
  const [open, setOpen] = useState(false)
  const { addendum } = sessionWords
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {words.addendum}
      </Button>
      <Dialog title={addendum.add} open={open} onClose={() => setOpen(false)}>
        <Form
          id={`session.addendum.${id}`}
          schema={Addendum}
          save={addendum.save}
          onSave={async (data, { sentId }) => {
            const happenedAt = new Date(serverNow()).toISOString()
            await api.post(`/api/sessions/${id}/events`, { id: sentId, kind: 'addendum', happenedAt, data })
            setOpen(false)
            await onDone()
          }}
        >
          <TextArea name="words" label={addendum.words} />
        </Form>
      </Dialog>
    </>
  )
}
