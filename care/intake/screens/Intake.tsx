import { useCallback, useEffect, useRef, useState } from 'react'
import { Notice } from '../../../web/controls/Notice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { UrgentHelp } from '../../../web/patient/Help.tsx'
import type { OpenLink } from '../../../web/patient/link.ts'
import { usePages } from '../../../web/patient/usePages.ts'
import { intakeWords as words } from '../../../web/words/en/intake.ts'
import { isDanger } from '../danger.ts'
import { type Asked, type Part, partNames, questionsOf } from '../questions.ts'
import { type Answers, applies, prefilledIn, progressOf } from '../standing.ts'
import type { Value } from '../value.ts'
import { IntakeQuestion } from './IntakeQuestion.tsx'
import { IntakeReview } from './IntakeReview.tsx'
import './intake.css'
import { type PhoneIntake, useIntake } from './use-intake.ts'

const all = partNames.flatMap((part) => questionsOf(part).map((key) => ({ part, key })))
/** Pages of one address: −1 before anything, 0 the parts, then one for each question, then the end. */
const cover = -1
const overview = 0
const review = all.length + 1
const thanks = all.length + 2
const pageOf = (key: Asked): number => all.findIndex((one) => one.key === key) + 1

/** Behind a link for the intake: parts, one question a screen, all of it to read through, done. */
export const Intake = ({ link }: { link: OpenLink }) => {
  const intake = useIntake(link)
  if (!intake.ready) {
    if (!intake.problem) return <Skeleton title lines={4} />
    return (
      <>
        <Notice signal="attention" title={intake.problem.says} live />
        <button type="button" className="button big" data-kind="quiet" onClick={() => void intake.load()}>
          {words.tryAgain}
        </button>
      </>
    )
  }
  return <Pages link={link} intake={intake} />
}

const Pages = ({ link, intake }: { link: OpenLink; intake: PhoneIntake }) => {
  const [at, setAt] = useState(cover)
  const [reviewing, setReviewing] = useState(false)
  const [helping, setHelping] = useState(false)
  const show = useCallback((page: number) => setAt(page), [])
  const go = usePages(at, show)
  const ref = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the focus moves when the screen changes, and only then
  useEffect(() => ref.current?.focus({ preventScroll: true }), [at, helping])
  const answers: Answers = new Map(
    intake.answers.flatMap(({ question, entry, value }) => (entry === null ? [[question, value] as const] : [])),
  )
  const prefilled = prefilledIn(intake.answers)
  const asked = all[at - 1]
  const onNext = (key: Asked, part: Part, value?: Value) => {
    const known = value === undefined ? answers : new Map(answers).set(key, value)
    const [next] = questionsOf(part)
      .slice(questionsOf(part).indexOf(key) + 1)
      .filter((one) => applies(one, known))
    go(reviewing ? review : next ? pageOf(next) : overview)
  }
  const onBack = (key: Asked, part: Part) => {
    const before = questionsOf(part)
      .slice(0, questionsOf(part).indexOf(key))
      .findLast((one) => applies(one, answers))
    go(reviewing ? review : before ? pageOf(before) : overview)
  }
  const watched: PhoneIntake = {
    ...intake,
    give: (question, value, entry) => {
      intake.give(question, value, entry)
      if (isDanger(question, value)) setHelping(true)
    },
  }
  const { name, phone } = link.clinic
  return (
    <>
      <Saved intake={intake} />
      {helping ? <UrgentHelp clinic={name} phone={phone} onGoOn={() => setHelping(false)} /> : body()}
    </>
  )

  function body() {
    if (at === cover) return <Cover link={link} begun={answers.size > 0} start={() => go(overview)} />
    if (at === thanks) return <Thanks headingRef={ref} onLook={() => go(review)} />
    if (at === review)
      return (
        <IntakeReview
          intake={intake}
          answers={answers}
          headingRef={ref}
          onChange={(key) => {
            setReviewing(true)
            go(pageOf(key))
          }}
          onDone={() => go(thanks)}
        />
      )
    if (!asked) {
      const open = (key: Asked | undefined) => {
        setReviewing(false)
        go(key ? pageOf(key) : review)
      }
      return <Parts answers={answers} prefilled={prefilled} headingRef={ref} onOpen={open} />
    }
    const { part, key } = asked
    const inPart = questionsOf(part).filter((one) => applies(one, answers))
    return (
      <IntakeQuestion
        key={key}
        name={key}
        intake={watched}
        headingRef={ref}
        progress={words.question(words.parts[part], inPart.indexOf(key) + 1, inPart.length)}
        onBack={() => onBack(key, part)}
        onNext={(value) => onNext(key, part, value)}
      />
    )
  }
}

/** Why this is asked, before anything is typed. */
const Cover = ({ link, begun, start }: { link: OpenLink; begun: boolean; start: () => void }) => (
  <section className="stack" data-gap="wide">
    <div className="stack" data-gap="tight">
      <p className="soft">{words.hello(link.patientName)}</p>
      <h1>{words.title}</h1>
      <p>{words.why}</p>
      <p>{words.howLong(partNames.length)}</p>
      <p>{words.open}</p>
    </div>
    <Notice signal="attention" title={words.notWatched} />
    <button type="button" className="button big" data-kind="main" onClick={start}>
      {begun ? words.goOn : words.start}
    </button>
  </section>
)

/** The first question of a part that nobody answered here: what was told beforehand is still to be looked at. */
const firstOpen = (part: Part, answers: Answers, prefilled: ReadonlySet<Asked>): Asked | undefined =>
  questionsOf(part).find((key) => applies(key, answers) && (!answers.has(key) || prefilled.has(key)))

/** The parts with how much of each is answered; the first that is not whole is the way on. */
const Parts = ({
  answers,
  prefilled,
  headingRef,
  onOpen,
}: {
  answers: Answers
  prefilled: ReadonlySet<Asked>
  headingRef: React.Ref<HTMLHeadingElement>
  /** Without a question: all of it to read through. */
  onOpen: (key: Asked | undefined) => void
}) => {
  const progress = progressOf(answers, prefilled)
  const next = progress.find(({ answered, all }) => answered < all)
  return (
    <section className="stack" data-gap="wide">
      <h1 ref={headingRef} tabIndex={-1}>
        {words.partsTitle}
      </h1>
      <button
        type="button"
        className="button big"
        data-kind="main"
        onClick={() => onOpen(next && firstOpen(next.part, answers, prefilled))}
      >
        {next ? words.goOnWith(words.parts[next.part]) : words.toReview}
      </button>
      <ol className="review">
        {progress.map(({ part, answered, prefilled: before, all }) => (
          <li key={part}>
            <button type="button" onClick={() => onOpen(firstOpen(part, answers, prefilled) ?? questionsOf(part)[0])}>
              <strong>{words.parts[part]}</strong>
              <span>
                {words.answered(answered, all)}
                {before > 0 && ` · ${words.toLookAt(before)}`}
              </span>
            </button>
          </li>
        ))}
      </ol>
      {next && (
        <button type="button" className="button big" data-kind="quiet" onClick={() => onOpen(undefined)}>
          {words.toReview}
        </button>
      )}
    </section>
  )
}

const Thanks = ({ headingRef, onLook }: { headingRef: React.Ref<HTMLHeadingElement>; onLook: () => void }) => (
  <section className="stack">
    <h1 ref={headingRef} tabIndex={-1}>
      {words.doneTitle}
    </h1>
    <p>{words.doneHelp}</p>
    <p>{words.doneChange}</p>
    <button type="button" className="button big" data-kind="quiet" onClick={onLook}>
      {words.lookAgain}
    </button>
  </section>
)

/** What became of the answers: with the clinic, or still on this phone. */
const Saved = ({ intake }: { intake: PhoneIntake }) => (
  <div className="intake-saved" aria-live="polite">
    {!intake.onPhone && <Notice signal="attention" title={words.notKept} />}
    {intake.unsent > 0 && intake.lost && <Notice signal="attention" title={words.waiting(intake.unsent)} />}
    {intake.problem && (
      <Notice signal="attention" title={words.notSaved}>
        <p>{intake.problem.says}</p>
      </Notice>
    )}
    {intake.refused && <Notice signal="attention" title={words.closedMeanwhile} />}
  </div>
)
