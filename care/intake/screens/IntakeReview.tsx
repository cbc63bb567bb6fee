import { type Ref, useState } from 'react'
import { Notice } from '../../../web/controls/Notice.tsx'
import { State } from '../../../web/controls/State.tsx'
import { ApiProblem } from '../../../web/problem.ts'
import { intakeWords as words } from '../../../web/words/en/intake.ts'
import { type Asked, partNames, questionsOf } from '../questions.ts'
import { type Answers, applies, prefilledIn } from '../standing.ts'
import type { Line, Value } from '../value.ts'
import { showLine, showValue } from './shown.ts'
import type { PhoneIntake } from './use-intake.ts'

/** Everything that was told, part by part, to read through. A tap leads to the question. */
export const IntakeReview = ({
  intake,
  answers,
  headingRef,
  onChange,
  onDone,
}: {
  intake: PhoneIntake
  answers: Answers
  headingRef: Ref<HTMLHeadingElement>
  onChange: (question: Asked) => void
  onDone: () => void
}) => {
  const [problem, setProblem] = useState<ApiProblem>()
  const [busy, setBusy] = useState(false)
  const asked = partNames.map((part) => ({ part, keys: questionsOf(part).filter((key) => applies(key, answers)) }))
  const left = asked.flatMap(({ keys }) => keys).filter((key) => !answers.has(key)).length
  const prefilled = prefilledIn(intake.answers)
  const done = async () => {
    setBusy(true)
    setProblem(undefined)
    try {
      await intake.finish()
      onDone()
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error
      // Without a connection the line above says what waits.
      if (error.says !== '') setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <section className="stack" data-gap="wide">
      <div className="stack" data-gap="tight">
        <h1 ref={headingRef} tabIndex={-1}>
          {words.reviewTitle}
        </h1>
        <p className="soft">{words.reviewHelp}</p>
      </div>
      {asked.map(({ part, keys }) => (
        <section key={part} className="stack" data-gap="tight">
          <h2>{words.parts[part]}</h2>
          <ul className="review">
            {keys.map((key) => (
              <li key={key}>
                <button type="button" onClick={() => onChange(key)}>
                  <span>{words.questions[key]}</span>
                  <strong className="as-typed">{said(key, answers.get(key), intake)}</strong>
                  {prefilled.has(key) && <State>{words.notLookedAt}</State>}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {prefilled.size > 0 && <p className="soft">{words.leftToLookAt(prefilled.size)}</p>}
      {left > 0 && <p className="soft">{words.left(left)}</p>}
      {problem && <Notice signal="attention" title={problem.says} live />}
      <button
        type="button"
        className="button big"
        data-kind="main"
        aria-disabled={busy || undefined}
        onClick={() => void done()}
      >
        {busy ? words.saving : intake.doneAt ? words.doneAgain : words.done}
      </button>
    </section>
  )
}

const said = (key: Asked, value: Value | undefined, intake: PhoneIntake): string => {
  if (value === undefined) return words.notAnswered
  const lines = intake.answers.filter((one) => one.question === key && one.entry !== null && one.value !== null)
  return [showValue(key, value), ...lines.map((one) => showLine(key, one.value as Line))].join('\n')
}
