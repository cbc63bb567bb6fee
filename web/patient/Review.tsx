import { type Ref, useCallback, useEffect, useRef, useState } from 'react'
import { Notice } from '../controls/Notice.tsx'
import { ApiProblem } from '../problem.ts'
import type { Kept } from './kept.ts'
import { type Asked, withoutAnswer, wordsOf } from './questionnaire.ts'
import { Trouble } from './Trouble.tsx'
import { usePatientWords } from './words.ts'

/** All answers before they are sent. Without a connection it waits here and sends by itself once there is one. */
export const Review = ({
  headingRef,
  all,
  kept,
  onChange,
  onWaiting,
  onSend,
  onSent,
}: {
  headingRef: Ref<HTMLHeadingElement>
  all: readonly Asked[]
  kept: Kept
  onChange: (at: number) => void
  onWaiting: (waiting: boolean) => void
  onSend: () => Promise<unknown>
  onSent: () => void
}) => {
  const patientWords = usePatientWords()
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<ApiProblem>()
  const busy = useRef(false)
  const send = useCallback(async () => {
    if (busy.current) return
    busy.current = true
    setSending(true)
    setProblem(undefined)
    try {
      await onSend()
      onSent()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      // Only a lost connection is tried again by itself; an answer from the clinic's server is shown.
      const lost = error.kind === 'offline' || error.kind === 'unavailable'
      onWaiting(lost)
      if (!lost) setProblem(error)
    } finally {
      busy.current = false
      setSending(false)
    }
  }, [onSend, onSent, onWaiting])
  useRetry(kept.waiting, send)

  const missing = withoutAnswer(all, kept.answers).length
  const none = missing === all.length
  return (
    <section className="stack" data-gap="wide">
      <div className="stack" data-gap="tight">
        <h1 ref={headingRef} tabIndex={-1}>
          {patientWords.reviewTitle}
        </h1>
        <p className="soft">{patientWords.reviewHelp}</p>
      </div>
      <ol className="review">
        {all.map((asked, at) => (
          <li key={asked.key}>
            <button type="button" onClick={() => onChange(at)}>
              <span lang={asked.of.language ?? 'en'}>{asked.item.text}</span>
              <Chosen asked={asked} answers={kept.answers} />
            </button>
          </li>
        ))}
      </ol>
      {missing > 0 && <Notice signal="held" title={none ? patientWords.noneYet : patientWords.left(missing)} />}
      {kept.waiting && (
        <Notice signal="attention" title={patientWords.keptNotSent} live>
          <p>{patientWords.keptNotSentHelp}</p>
        </Notice>
      )}
      {problem && <Trouble problem={problem} />}
      <button
        type="button"
        className="button big"
        data-kind="main"
        aria-disabled={sending || none || undefined}
        onClick={() => !none && void send()}
      >
        {sending ? patientWords.sending : kept.waiting ? patientWords.tryAgain : patientWords.send}
      </button>
    </section>
  )
}

const Chosen = ({ asked, answers }: { asked: Asked; answers: Kept['answers'] }) => {
  const patientWords = usePatientWords()
  const words = wordsOf(asked, answers)
  return words ? <strong lang={asked.of.language ?? 'en'}>{words}</strong> : <strong>{patientWords.skipped}</strong>
}

/** While something waits to be sent: when the phone says it is online, and every 20 seconds, because it may not say. */
const useRetry = (waiting: boolean, send: () => Promise<void>) => {
  useEffect(() => {
    if (!waiting) return
    const again = () => void send()
    window.addEventListener('online', again)
    const every = setInterval(again, 20_000)
    return () => {
      window.removeEventListener('online', again)
      clearInterval(every)
    }
  }, [waiting, send])
}
