import { useState } from 'react'
import { dropDraft, findDraft, saveDraft } from '../../../web/controls/drafts.ts'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import type { Answered } from '../basis.ts'
import type { Asked } from '../questions.ts'
import { Said, useAutosave } from './Question.tsx'
import { ReportedBeside } from './Reported.tsx'
import type { Save } from './use-evaluation.ts'

/** A text that is saved when the person leaves it; until then it is kept in this tab, through a reload and the lock. */
export const WordsQuestion = ({
  name,
  evaluationId,
  answer,
  save,
  rows = name === 'history' ? 8 : 4,
  hint = evaluationWords.hints[name],
}: {
  name: Asked
  evaluationId: string
  answer: Answered | undefined
  save: Save
  rows?: number
  hint?: string | undefined
}) => {
  const draft = `evaluation.${evaluationId}.${name}`
  const { value, change, problem, state } = useAutosave(name, answer, save)
  const [typed, setTyped] = useState(() => findDraft(draft)?.text as string | undefined)
  const stored = typeof value === 'string' ? value : ''
  const shown = typed ?? stored
  const leave = async () => {
    if (typed === undefined || (typed === stored && !problem)) return
    const sent = typed
    if (!(await change(sent.trim() === '' ? null : sent))) return
    // Whoever went on typing meanwhile keeps what they typed.
    if (findDraft(draft)?.text === sent) dropDraft(draft)
    setTyped((now) => (now === sent ? undefined : now))
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the focus leave the field within; nothing here is pressed
    <div className="question" onBlur={() => void leave()}>
      <TextArea
        name={name}
        label={evaluationWords.questions[name]}
        hint={hint}
        rows={rows}
        value={shown}
        onChange={(text) => {
          setTyped(text ?? '')
          saveDraft(draft, { text: text ?? '' })
        }}
      />
      <ReportedBeside name={name} />
      {problem ? (
        <ProblemNotice problem={problem} onRetry={() => void leave()} />
      ) : (
        <Said
          answer={answer}
          state={state === 'saved' && typed !== undefined && typed !== stored ? 'not saved' : state}
        />
      )}
    </div>
  )
}
