import { useEffect, useRef } from 'react'
import { Notice } from '../../../web/controls/Notice.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { TypedSignature } from '../../../web/controls/TypedSignature.tsx'
import type { OpenLink } from '../../../web/patient/link.ts'
import { sendThenLook } from '../../../web/patient/send-then-look.ts'
import { TakeBack } from '../../../web/patient/TakeBack.tsx'
import { useRead } from '../../../web/patient/useRead.ts'
import { showDate } from '../../../web/time.ts'
import { releaseSignWords as words } from '../../../web/words/en/releases.ts'
import type { ReleaseToSign } from './answers.ts'
import './releases.css'

/** What the clinic may share, on the patient's phone: read, signed, seen again, taken back. */
export const ReleaseSign = ({ link }: { link: OpenLink }) => {
  const { found, problem, read } = useRead<ReleaseToSign>(link, '/api/link/release')
  if (problem) return <ProblemNotice problem={problem} onRetry={() => void read()} />
  if (!found) return <Skeleton title lines={6} />
  const { signed } = found
  return signed ? (
    <Signed key={signed.standing} found={found} signed={signed} link={link} refresh={read} />
  ) : (
    <ToSign found={found} link={link} refresh={read} />
  )
}

type Inner = { found: ReleaseToSign; link: OpenLink; refresh: () => Promise<void> }

const ToSign = ({ found: { patientName, text, textHash, holds }, link, refresh }: Inner) => {
  const sign = (signedName: string) =>
    sendThenLook(() => link.post('/api/link/release/sign', { textHash, signedName, confirms: true }), refresh)
  return (
    <section className="stack">
      <h1>{words.title}</h1>
      {holds ? (
        <Notice signal="held" title={words.cannot}>
          <p>{holds}</p>
        </Notice>
      ) : (
        <>
          <p>{words.help}</p>
          <pre className="release-text">{text}</pre>
          <p className="soft">{words.signingAs(patientName)}</p>
          <TypedSignature statement={words.statement} sign={words.sign} onSign={sign} />
          <p className="soft">{words.notNow}</p>
        </>
      )}
    </section>
  )
}

const Signed = ({
  found: { text },
  signed: { name, on, until, standing, backOn },
  link,
  refresh,
}: Inner & { signed: NonNullable<ReleaseToSign['signed']> }) => {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus({ preventScroll: true }), [])
  const counts = standing === 'in force' || standing === 'not yet'
  return (
    <section className="stack">
      <h1 ref={ref} tabIndex={-1}>
        {words.signedTitle[standing]}
      </h1>
      {backOn && <p>{words.backOn(showDate(backOn))}</p>}
      {standing === 'ended' && <p>{words.endedOn(showDate(until))}</p>}
      {counts && <p>{words.untilDay(showDate(until))}</p>}
      <p className="soft">{words.signedAt(name, showDate(on))}</p>
      <details>
        <summary>{words.text}</summary>
        <pre className="release-text">{text}</pre>
      </details>
      {counts && !backOn && (
        <>
          <p>{words.mind}</p>
          <TakeBack
            link={link}
            words={words.takeBack}
            send={(id, why) => link.post('/api/link/release/revoke', { id, words: why })}
            refresh={refresh}
          />
        </>
      )}
      <p className="soft">{words.tablet}</p>
    </section>
  )
}
