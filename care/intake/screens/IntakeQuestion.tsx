import { type Ref, useEffect, useState } from 'react'
import { Notice } from '../../../web/controls/Notice.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { DangerHelp } from '../../../web/patient/DangerHelp.tsx'
import { linesOf } from '../../../web/patient/questionnaire.ts'
import { ReadAloud } from '../../../web/patient/ReadAloud.tsx'
import { showDay } from '../../../web/time.ts'
import { intakeWords as words } from '../../../web/words/en/intake.ts'
import { isDanger } from '../danger.ts'
import { type Asked, questions } from '../questions.ts'
import type { Told } from '../routes-of-link.ts'
import type { Value } from '../value.ts'
import { AmountAnswer } from './AmountAnswer.tsx'
import { Lines } from './Lines.tsx'
import { showValue } from './shown.ts'
import type { PhoneIntake } from './use-intake.ts'

type Props = {
  name: Asked
  intake: PhoneIntake
  headingRef: Ref<HTMLHeadingElement>
  progress: string
  onBack: () => void
  /** Goes on; with an answer, after it was saved on the phone. */
  onNext: (value?: Value) => void
}

/** One question a screen, its answers under the thumb. A tap is saved and goes on. */
export const IntakeQuestion = (props: Props) => {
  const { name, intake, headingRef, progress, onBack, onNext } = props
  const told = intake.answers.find(({ question, entry }) => question === name && entry === null)
  const asksMore =
    questions[name].kind === 'list' || questions[name].kind === 'words' || questions[name].kind === 'amount'
  const lines = intake.answers.filter(
    ({ question, entry, value }) => question === name && entry !== null && value !== null,
  )
  const inLines = questions[name].kind === 'list' && (told?.value === true || lines.length > 0)
  return (
    <section className="question">
      <div className="question-top">
        <p className="question-progress">{progress}</p>
        <ReadAloud
          lines={linesOf({
            text: words.questions[name],
            hint: words.hints[name],
            answers: inLines || told?.closed ? [] : tilesOf(name),
          })}
        />
      </div>
      <h1 ref={headingRef} tabIndex={-1}>
        {words.questions[name]}
      </h1>
      {words.hints[name] && <p className="soft">{words.hints[name]}</p>}
      {told?.closed ? (
        <Closed name={name} told={told} onNext={onNext} />
      ) : (
        <>
          {told?.from && <ToldBefore told={told} timeZone={intake.timeZone} />}
          <Body {...props} told={told} lines={lines} />
        </>
      )}
      <div className="question-ways">
        <button type="button" className="button" data-kind="quiet" onClick={onBack}>
          {words.back}
        </button>
        {!told?.closed && !inLines && (
          <button type="button" className="button" data-kind="plain" onClick={() => onNext()}>
            {told?.from ? words.later : told && !asksMore ? words.next : words.leaveOpen}
          </button>
        )}
      </div>
    </section>
  )
}

/** Where an answer stands that was not given here. It counts as the patient's only once they have been through it. */
const ToldBefore = ({ told: { from, answeredAt }, timeZone }: { told: Told; timeZone: string }) => (
  <Notice title={words.toldBefore[from ?? 'request'](showDay(answeredAt, timeZone))}>
    <p>{words.stillRight}</p>
  </Notice>
)

const Closed = ({ name, told, onNext }: { name: Asked; told: Told; onNext: () => void }) => (
  <div className="question-answers">
    <p>
      <strong className="as-typed">{showValue(name, told.value)}</strong>
    </p>
    <p>
      {words.confirmedTitle}. {words.confirmedHelp}
    </p>
    <button type="button" className="button big" data-kind="main" onClick={onNext}>
      {words.next}
    </button>
  </div>
)

const Body = ({ told, lines, ...props }: Props & { told: Told | undefined; lines: Told[] }) => {
  const { name, intake, onNext } = props
  const question = questions[name]
  const answer = (value: Value) => {
    intake.give(name, value)
    onNext(value)
  }
  switch (question.kind) {
    case 'yes or no':
      return <Tiles options={tilesOf(name)} chosen={told?.value} onAnswer={answer} />
    case 'choice':
      return <Tiles options={tilesOf(name)} chosen={told?.value} onAnswer={answer} />
    case 'words':
      return <WordsAnswer key={name} name={name} intake={intake} told={told} onAnswer={answer} onNext={onNext} />
    case 'amount':
      return (
        <AmountAnswer
          key={name}
          name={name}
          measure={question.measure}
          intake={intake}
          told={told?.value}
          onAnswer={answer}
        />
      )
    case 'list':
      if (told?.value === true || lines.length > 0)
        return (
          <Lines
            key={name}
            name={name}
            intake={intake}
            lines={lines}
            onDone={() => {
              // Looked at and left as it was: now it is their own word.
              for (const { entry, value, from } of [...lines, ...(told ? [told] : [])])
                if (from) intake.give(name, value, entry)
              onNext(told?.value)
            }}
            onNone={answer}
          />
        )
      return (
        <Tiles
          options={tilesOf(name)}
          chosen={told?.value}
          onAnswer={(value) => {
            intake.give(name, value)
            // After a yes the lines are asked for on the same page.
            if (value !== true) onNext(value)
          }}
        />
      )
  }
}

const notSure = { value: null, text: words.notSure }
const yesNo = [{ value: true, text: words.yes }, { value: false, text: words.no }, notSure]

type Tile = { value: Value; text: string }

/** The answers a tap gives; none where somebody writes. */
const tilesOf = (name: Asked): readonly Tile[] => {
  const question = questions[name]
  if (question.kind === 'yes or no' || question.kind === 'list') return yesNo
  if (question.kind !== 'choice') return []
  return [...question.options.map((value) => ({ value, text: words.choices[value] ?? value })), notSure]
}

const Tiles = ({
  options,
  chosen,
  onAnswer,
}: {
  options: readonly Tile[]
  chosen: Value | undefined
  onAnswer: (value: Value) => void
}) => (
  <div className="question-answers">
    {options.map(({ value, text }) => (
      <button
        key={text}
        type="button"
        className="answer"
        aria-pressed={chosen === value}
        onClick={() => onAnswer(value)}
      >
        {text}
      </button>
    ))}
  </div>
)

/** Own words. What is typed is kept on the phone letter by letter, and sent with Save or when the page is left. */
const WordsAnswer = ({
  name,
  intake,
  told,
  onAnswer,
  onNext,
}: {
  name: Asked
  intake: PhoneIntake
  told: Told | undefined
  onAnswer: (value: Value) => void
  onNext: () => void
}) => {
  const stored = typeof told?.value === 'string' ? told.value : undefined
  const text = intake.typedAt(name)?.text ?? stored
  const [error, setError] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another question, another error
  useEffect(() => setError(undefined), [name])
  const save = () => {
    if (!text?.trim() || (text === stored && !told?.from)) return onNext()
    const [wrong] = intake.wrongWith(name, text)
    if (wrong) return setError(wrong.says)
    onAnswer(text)
  }
  return (
    <div className="question-answers">
      <TextArea
        name={name}
        label={words.yourAnswer}
        rows={5}
        value={text}
        error={error}
        onChange={(typed) => intake.type(name, null, typed === undefined ? { text: '' } : { text: typed })}
      />
      <DangerHelp text={text !== undefined && text !== stored && isDanger(name, text) ? text : undefined} />
      <button type="button" className="button big" data-kind="main" onClick={save}>
        {told?.from && text === stored ? words.keepIt : words.save}
      </button>
    </div>
  )
}
