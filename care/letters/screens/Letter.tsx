import { useState } from 'react'
import { PatientOver } from '../../../clinic/records/screens/PatientOver.tsx'
import { SetAside } from '../../../clinic/releases/screens/SetAside.tsx'
import { api, inTheWay, newId, useRead } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { useParam } from '../../../web/params.ts'
import { showMoment } from '../../../web/time.ts'
import { letterWords as words } from '../../../web/words/en/care-letters.ts'
import { releaseWords } from '../../../web/words/en/releases.ts'
import { gradeOf } from '../../../web/words/readability.ts'
import { writtenFrom } from '../letter.ts'
import type { LetterAnswer } from './answers.ts'
import { ChangedSince } from './ChangedSince.tsx'
import { Edit } from './Edit.tsx'
import { LetterState } from './LetterList.tsx'
import './letters.css'
import { MarkSent } from './MarkSent.tsx'
import { Sendings } from './Sendings.tsx'

/** One letter: as it would go out, what is missing before it may, and the one next step. */
export const Letter = () => {
  const patientId = useParam('patientId')
  const path = `/api/patients/${patientId}/letters/${useParam('letterId')}`
  const { data, error, refetch } = useRead<LetterAnswer>(path)
  const [editing, setEditing] = useState(false)
  const mayWrite = useMay('letters.write')
  const timeZone = useTimeZone()
  if (error && inTheWay(error, data)) return <ProblemNotice problem={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton title lines={10} />
  const { letter, newest, changed, sendings, versions } = data
  const done = async () => {
    setEditing(false)
    await refetch()
  }
  return (
    <div className="stack letter" data-gap="wide">
      <PageTitle
        title={words.pageTitles[letter.kind]}
        over={<PatientOver patientId={patientId} />}
        state={<LetterState letter={letter} timeZone={timeZone} />}
      >
        <ButtonLink to={`/patients/${patientId}/letters`} kind="plain">
          {words.all}
        </ButtonLink>
      </PageTitle>
      {letter.aside && (
        <Notice signal="held" title={words.asideTitle}>
          <p>{letter.aside.words}</p>
        </Notice>
      )}
      {!letter.aside && changed.length > 0 && (
        <ChangedSince kind={letter.kind} changed={changed} signed={newest.signature !== null} />
      )}
      {editing ? (
        <Edit path={path} data={data} onDone={done} onCancel={() => setEditing(false)} />
      ) : (
        <>
          <AsItGoesOut text={newest.rendered} held={!data.sharing.may || newest.signature === null} />
          {letter.kind === 'patient' && <p className="soft">{words.grade(Math.round(gradeOf(newest.rendered)))}</p>}
          {!letter.aside && <NotReleased patientId={patientId} data={data} />}
          {!letter.aside && (
            <div className="row no-print">
              <Steps path={path} data={data} onDone={done} />
              {mayWrite && (
                <Button kind="quiet" onPress={() => setEditing(true)}>
                  {newest.signature ? words.writeAgain : words.edit}
                </Button>
              )}
              {mayWrite && letter.sentOn === null && <SetAside path={path} words={words} onDone={done} />}
            </div>
          )}
        </>
      )}
      <Sendings sendings={sendings} timeZone={timeZone} />
      <details>
        <summary>{words.versions(versions.length)}</summary>
        <ol className="letter-versions">
          {versions.map(({ id, number, by, at, signature }) => (
            <li key={id}>
              {words.versionLine(number, by, showMoment(at, timeZone))}{' '}
              {signature && words.signedAt(signature.by, showMoment(signature.at, timeZone))}
            </li>
          ))}
        </ol>
        <p className="soft letter-hash">{words.hash(newest.textHash)}</p>
      </details>
    </div>
  )
}

/** The exact text that is signed, part by part. What may not go out is not printed from the screen either. */
const AsItGoesOut = ({ text, held }: { text: string; held: boolean }) => (
  <article className={held ? 'letter-sheet no-print' : 'letter-sheet'}>
    {writtenFrom(text).sections.map(({ heading, lines }) => (
      <section key={heading} className="stack" data-gap="tight">
        <h2>{heading}</h2>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a fixed text, in their order
          <p key={at}>{line}</p>
        ))}
      </section>
    ))}
  </article>
)

/** What is missing before it may leave, and where that is recorded. */
const NotReleased = ({ patientId, data: { letter, sharing } }: { patientId: string; data: LetterAnswer }) => {
  const mayRecord = useMay('releases.record')
  if (sharing.may) return null
  return (
    <Notice signal="held" title={words.notReleased}>
      <ul>
        {sharing.because.map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ul>
      {mayRecord && letter.recipientId !== null && (
        <div>
          <ButtonLink to={`/patients/${patientId}/releases/${letter.recipientId}`}>{releaseWords.record}</ButtonLink>
        </div>
      )}
    </Notice>
  )
}

const Steps = ({ path, data, onDone }: { path: string; data: LetterAnswer; onDone: () => Promise<void> }) => {
  const maySign = useMay('letters.sign')
  const mayWrite = useMay('letters.write')
  const [id] = useState(newId)
  const { newest, sharing, versions } = data
  const why = sharing.may ? undefined : words.notReleased
  const signed = versions.find(({ signature }) => signature !== null)
  return (
    <>
      {maySign && !newest.signature && (
        <Button
          why={why}
          onPress={async () => {
            await api.post(`${path}/sign`, { id, versionId: newest.id, textHash: newest.textHash })
            await onDone()
          }}
        >
          {words.sign}
        </Button>
      )}
      {newest.signature && sharing.may && (
        <a className="button" data-kind="quiet" href={`${path}/pdf`} target="_blank" rel="noreferrer">
          {words.pdf}
        </a>
      )}
      {mayWrite && newest.signature && signed && (
        <MarkSent key={data.sendings.length} path={path} data={data} versionId={signed.id} why={why} onDone={onDone} />
      )}
    </>
  )
}
