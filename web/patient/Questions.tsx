import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { serverNow } from '../clock.ts'
import { Notice } from '../controls/Notice.tsx'
import { type HelpNow, UrgentHelp } from './Help.tsx'
import type { SentAnswers } from './kept.ts'
import type { OpenLink } from './link.ts'
import { OneQuestion } from './OneQuestion.tsx'
import { type AnswerValue, allAsked, answersOf, type Question, type Questionnaire, stepAt } from './questionnaire.ts'
import { Review } from './Review.tsx'
import { useKept } from './useKept.ts'
import { usePages } from './usePages.ts'
import { usePatientWords } from './words.ts'

export type QuestionsProps = {
  link: OpenLink
  /** Asked one after the other, as one row of questions. */
  questionnaires: readonly Questionnaire[]
  /** The first page: why this is asked, how long it takes, and who reads it when. */
  intro: ReactNode
  /** Who reads what is sent, and when: said again where an answer calls for help before the clinic has it. */
  readers?: ReactNode
  /** Below the way into the questions, for whoever wants something else. */
  besides?: ReactNode
  /**
   * Whether this answer calls for help at once: true for thoughts of suicide, such as PHQ-9 item 9 above zero, or the
   * words for something else. Asked at every tap.
   */
  urgent?: ((item: Question, value: AnswerValue, of: Questionnaire) => boolean | HelpNow) | undefined
  onSend: (sent: SentAnswers) => Promise<unknown>
  /** What stands there once the clinic has it. */
  done?: ReactNode
}

/** One question a screen. Every tap is saved on the phone; nothing is lost by closing it, and nothing counts unsent. */
export const Questions = ({ link, questionnaires, intro, readers, besides, urgent, onSend, done }: QuestionsProps) => {
  const patientWords = usePatientWords()
  const all = allAsked(questionnaires)
  const names = questionnaires.map(({ id }) => id)
  const { kept, onPhone, change, answer, forget } = useKept(link.draftId, link.expiresAt, names)
  const [helping, setHelping] = useState<true | HelpNow>()
  const [reviewed, setReviewed] = useState(false)
  const [sent, setSent] = useState(false)
  // What waits to be sent goes on trying as soon as the page is open again.
  const [resumed, setResumed] = useState(kept.at < 0 || kept.waiting)
  const show = useCallback(
    (at: number) => {
      if (sent) return
      // Back from the first question is the first page, which goes on where somebody stopped.
      setResumed(at >= 0)
      if (at >= 0) change({ at, waiting: false })
    },
    [change, sent],
  )
  const go = usePages(kept.at, show)
  const ref = useRef<HTMLHeadingElement>(null)
  const step = stepAt(all, kept.at)
  const place = sent ? 'sent' : kept.at

  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when the screen changes, and only then
  useEffect(() => {
    window.scrollTo(0, 0)
    ref.current?.focus({ preventScroll: true })
  }, [place, helping, resumed])

  if (sent) {
    return (
      <section className="stack">
        <h1 ref={ref} tabIndex={-1}>
          {patientWords.sent}
        </h1>
        {done ?? <p>{patientWords.sentHelp}</p>}
      </section>
    )
  }
  if (kept.at < 0 || !resumed) {
    return (
      <section className="stack" data-gap="wide">
        {intro}
        {questionnaires.some(({ notValidated }) => notValidated) && <p className="soft">{patientWords.notValidated}</p>}
        {kept.at >= 0 && <p>{patientWords.resumeHelp}</p>}
        <button
          type="button"
          className="button big"
          data-kind="main"
          onClick={() => {
            setResumed(true)
            if (kept.at < 0) go(0)
          }}
        >
          {kept.at < 0 ? patientWords.start : patientWords.resume}
        </button>
        {besides}
        {questionnaires.map(
          ({ id, licence, language }) =>
            licence && (
              <p key={id} className="licence" lang={language ?? 'en'}>
                {licence.sentence}
              </p>
            ),
        )}
      </section>
    )
  }
  if (helping) {
    const { name, phone } = link.clinic
    const words = helping === true ? undefined : helping
    return (
      <UrgentHelp
        clinic={name}
        phone={phone}
        words={words}
        unsent={readers ?? true}
        onGoOn={() => setHelping(undefined)}
      />
    )
  }
  const next = reviewed ? all.length : kept.at + 1
  return (
    <>
      {!onPhone && <Notice signal="attention" title={patientWords.notKept} live />}
      {step.kind === 'question' ? (
        <OneQuestion
          key={step.asked.key}
          headingRef={ref}
          language={step.asked.of.language}
          stem={step.asked.item.stem ?? step.asked.of.stem}
          item={step.asked.item}
          progress={patientWords.question(step.number, all.length)}
          chosen={kept.answers[step.asked.key]}
          onBack={kept.at > 0 ? () => go(kept.at - 1) : undefined}
          onAnswer={(value) => {
            const { key, item, of } = step.asked
            answer({ ...kept.answers, [key]: value }, kept.at)
            go(next)
            if (value !== null) setHelping(urgent?.(item, value, of) || undefined)
          }}
        />
      ) : (
        <Review
          headingRef={ref}
          all={all}
          kept={kept}
          onChange={(at) => {
            setReviewed(true)
            go(at)
          }}
          onWaiting={(waiting) => change({ waiting })}
          onSend={() =>
            onSend({
              answeredAt: kept.answeredAt ?? new Date(serverNow()).toISOString(),
              responses: questionnaires.map((one) => ({
                id: kept.ids[one.id] ?? '',
                instrument: one.id,
                language: one.language ?? 'en',
                answers: answersOf(one, kept.answers),
              })),
            })
          }
          onSent={() => {
            forget()
            setSent(true)
          }}
        />
      )}
    </>
  )
}
