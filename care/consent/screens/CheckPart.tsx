import { type ReactNode, useEffect, useRef, useState } from 'react'
import { newId } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { consentSignWords as words } from '../../../web/words/en/consent.ts'
import { type Answered, type Check, understood } from '../understanding.ts'

/** One question on the text: an answer, what the text says, and the way back to where it says so. */
export const CheckPart = ({
  check,
  answered,
  at,
  of,
  onAnswer,
  ask,
  stop,
  onRead,
  onBack,
  onNext,
}: {
  check: Check
  answered: readonly Answered[]
  at: number
  of: number
  onAnswer: (id: string, choice: string) => Promise<void>
  /** The way to ask about the part of the text that it is on. */
  ask: ReactNode
  /** The way to stop, or to say no. */
  stop: ReactNode
  /** Opens the part of the text that says it. */
  onRead: () => void
  onBack: () => void
  onNext: () => void
}) => {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => ref.current?.focus({ preventScroll: true }), [])
  const [standing] = understood({ checks: [check] }, answered)
  const [chosen, setChosen] = useState<string | undefined>(standing?.choice)
  const told = standing?.choice !== undefined && standing.choice === chosen
  return (
    <article className="consent-part">
      <p className="question-progress">{words.check(at, of)}</p>
      <h1 ref={ref} tabIndex={-1}>
        {check.question}
      </h1>
      <p className="soft">{words.checkHelp}</p>
      <Choice
        name={check.id}
        label={words.yourAnswer}
        options={check.choices.map(({ id, text }) => ({ value: id, label: text }))}
        value={chosen}
        onChange={setChosen}
      />
      {told && (
        <Notice
          live
          signal={standing?.as === 'otherwise' ? 'attention' : 'none'}
          title={words.told[standing?.as ?? 'otherwise']}
        >
          <p>{check.because}</p>
          {standing?.as === 'otherwise' && (
            <Button kind="plain" onPress={onRead}>
              {words.readThatPart}
            </Button>
          )}
        </Notice>
      )}
      <div className="consent-ways">
        <button type="button" className="button" data-kind="plain" onClick={onBack}>
          {words.back}
        </button>
        {told ? (
          <button type="button" className="button" data-kind="main" onClick={onNext}>
            {at < of ? words.nextCheck : words.toSigning}
          </button>
        ) : (
          <Button
            why={chosen === undefined ? words.chooseFirst : undefined}
            onPress={() => onAnswer(newId(), chosen ?? '')}
          >
            {words.answerCheck}
          </Button>
        )}
      </div>
      {ask}
      {stop}
    </article>
  )
}
