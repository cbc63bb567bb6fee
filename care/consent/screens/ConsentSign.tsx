import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Check as Tick } from '../../../web/controls/Check.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { TypedSignature } from '../../../web/controls/TypedSignature.tsx'
import type { OpenLink } from '../../../web/patient/link.ts'
import { sendThenLook } from '../../../web/patient/send-then-look.ts'
import { TakeBack } from '../../../web/patient/TakeBack.tsx'
import { forgetKeptWords } from '../../../web/patient/useKeptWords.ts'
import { useRead } from '../../../web/patient/useRead.ts'
import { showMoment } from '../../../web/time.ts'
import { consentSignWords as words } from '../../../web/words/en/consent.ts'
import { AskQuestion } from './AskQuestion.tsx'
import type { ConsentToSign } from './answers.ts'
import { CheckPart } from './CheckPart.tsx'
import { ConsentPart } from './ConsentPart.tsx'
import './ConsentSign.css'
import { usePages } from '../../../web/patient/usePages.ts'
import { deviceKind } from './device.ts'
import { StopHere, takeBackOn } from './StopHere.tsx'
import { forgetPlace, usePlace } from './usePlace.ts'

/** The document behind a patient's link: read part by part, ask, sign. Where they stopped is kept on this device. */
export const ConsentSign = ({ link }: { link: OpenLink }) => {
  const { found, problem, read } = useRead<ConsentToSign>(link, '/api/link/consent')
  const [before, setBefore] = useState<boolean>()
  if (found && before === undefined) setBefore(found.signed !== null)
  if (problem) return <ProblemNotice problem={problem} onRetry={() => void read()} />
  if (!found) return <Skeleton title lines={6} />
  if (found.takenBackAt) return <TakenBack found={found} at={found.takenBackAt} link={link} />
  return found.signed ? (
    <Signed found={found} link={link} refresh={read} later={before === true} />
  ) : (
    <Reading found={found} link={link} refresh={read} />
  )
}

type Inner = { found: ConsentToSign; link: OpenLink; refresh: () => Promise<void> }

const Reading = ({ found, link, refresh }: Inner) => {
  const place = usePlace(link.draftId)
  const { show } = place
  const { sections, checks = [] } = found.asked.content
  const at = Math.min(place.at, sections.length + checks.length)
  const go = usePages(at, show)
  const [resumed, setResumed] = useState(at < 0)
  const stop = <StopHere key={at} found={found} link={link} refresh={refresh} />
  const ask = (section: string) => <AskQuestion key={section} link={link} section={section} refresh={refresh} />
  // Coming back to the link starts at the cover, which offers to go on where they stopped.
  if (at < 0 || !resumed)
    return (
      <Cover
        found={found}
        stop={stop}
        again={at >= 0}
        start={() => {
          setResumed(true)
          if (at < 0) go(0)
        }}
      />
    )
  const section = sections[at]
  const check = checks[at - sections.length]
  if (check)
    return (
      <CheckPart
        key={check.id}
        check={check}
        answered={found.answered}
        at={at - sections.length + 1}
        of={checks.length}
        onAnswer={async (id, choice) => {
          await link.post('/api/link/consent/check', { id, checkId: check.id, choice })
          await refresh()
        }}
        onRead={() => go(sections.findIndex(({ id }) => id === check.section))}
        ask={ask(check.section)}
        stop={stop}
        onBack={() => go(at - 1)}
        onNext={() => go(at + 1)}
      />
    )
  if (!section) return <Signing found={found} link={link} refresh={refresh} signId={place.signId} back={() => go(0)} />
  return (
    <ConsentPart
      key={section.id}
      section={section}
      asked={found.asked}
      at={at}
      questions={found.questions.filter((question) => question.section === section.id)}
      ask={ask(section.id)}
      stop={stop}
      onGo={go}
      checks={checks.length}
    />
  )
}

const useFocused = () => {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus({ preventScroll: true }), [])
  return ref
}

/** At 150 words a minute: slow reading, on purpose. */
const readingMinutes = ({ content }: ConsentToSign['asked']): number => {
  const text = content.sections.flatMap(({ heading, paragraphs, clinicWords }) => [
    heading,
    ...paragraphs.map((paragraph) => paragraph.text),
    clinicWords ?? '',
  ])
  return Math.ceil(text.join(' ').split(/\s+/).length / 150)
}

const Cover = ({
  found: { asked },
  stop,
  again,
  start,
}: {
  found: ConsentToSign
  stop: ReactNode
  again: boolean
  start: () => void
}) => (
  <section className="stack">
    <h1>{asked.content.title}</h1>
    <p className="soft">
      {words.forYou(asked.patientName)}
      <br />
      {words.length(asked.content.sections.length, readingMinutes(asked))}
    </p>
    <p>{words.help}</p>
    <p>{words.noNeed}</p>
    <button type="button" className="button big" data-kind="main" onClick={start}>
      {again ? words.goOn : words.start}
    </button>
    {stop}
  </section>
)

const Signing = ({ found, link, refresh, signId, back }: Inner & { signId: string; back: () => void }) => {
  const ref = useFocused()
  const open = found.questions.some(({ answer }) => answer === null)
  const { points = [] } = found.asked.content
  const [confirmed, setConfirmed] = useState<readonly string[]>([])
  const tick = (id: string) => (ticked: true | undefined) =>
    setConfirmed((all) => (ticked ? [...all, id] : all.filter((other) => other !== id)))
  const sign = (signedName: string) => {
    const { textHash } = found
    const body = { id: signId, textHash, signedName, deviceKind: deviceKind(), confirms: true, confirmed }
    // A question that was begun can be asked no more, and why they meant to say no does not stand there once they have said yes.
    return sendThenLook(() => link.post('/api/link/consent/sign', body).then(() => forgetKeptWords(link)), refresh)
  }
  return (
    <section className="stack">
      <h1 ref={ref} tabIndex={-1}>
        {open ? words.waitTitle : words.signTitle}
      </h1>
      {found.holds ? (
        <>
          <Notice signal="held" title={open ? found.holds : words.cannot}>
            {!open && <p>{found.holds}</p>}
          </Notice>
          <button type="button" className="button big" data-kind="main" onClick={() => void refresh()}>
            {words.lookAgain}
          </button>
        </>
      ) : (
        <>
          <p>{words.signingAs(found.asked.patientName)}</p>
          {points.map(({ id, text }) => (
            <Tick
              key={id}
              name={id}
              label={text}
              value={confirmed.includes(id) ? true : undefined}
              onChange={tick(id)}
            />
          ))}
          <TypedSignature
            statement={found.asked.content.statement}
            sign={words.sign}
            why={confirmed.length < points.length ? words.pointsFirst : undefined}
            onSign={sign}
          />
          <p className="soft">{words.notNow}</p>
        </>
      )}
      {found.mayTakeBack && <TakeBack link={link} words={words.refuse} send={takeBackOn(link)} refresh={refresh} />}
      <button type="button" className="button big" data-kind="plain" onClick={back}>
        {words.readAgain}
      </button>
    </section>
  )
}

/** What was signed. Opened again later it no longer says whose it is: a phone changes hands. */
const Signed = ({ found, link, refresh, later }: Inner & { later: boolean }) => {
  const ref = useFocused()
  useEffect(() => forgetPlace(link.draftId), [link])
  const { signed } = found
  return (
    <section className="stack">
      <h1 ref={ref} tabIndex={-1}>
        {later ? words.usedTitle : words.doneTitle}
      </h1>
      {signed && (
        <p>
          {later
            ? words.usedAt(showMoment(signed.at, link.clinic.timeZone))
            : words.doneAt(signed.name, showMoment(signed.at, link.clinic.timeZone))}
        </p>
      )}
      {!later && <p>{words.doneNext}</p>}
      <p>{words.doneMind}</p>
      {found.mayTakeBack && <TakeBack link={link} words={words.takeBack} send={takeBackOn(link)} refresh={refresh} />}
      <p className="soft">{words.doneTablet}</p>
    </section>
  )
}

const TakenBack = ({ found: { signed }, at, link }: { found: ConsentToSign; at: string; link: OpenLink }) => {
  const ref = useFocused()
  useEffect(() => forgetKeptWords(link), [link])
  return (
    <section className="stack">
      <h1 ref={ref} tabIndex={-1}>
        {words.backTitle[signed ? 'signed' : 'not signed']}
      </h1>
      <p>{words.backAt(showMoment(at, link.clinic.timeZone))}</p>
      <p>{words.backNext}</p>
      <p className="soft">{words.doneTablet}</p>
    </section>
  )
}
