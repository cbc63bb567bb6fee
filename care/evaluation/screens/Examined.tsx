import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import { examinationWords } from '../../../web/words/en/examination.ts'
import type { Answered } from '../basis.ts'
import { type Asked, saidOf } from '../questions.ts'
import { Question } from './Question.tsx'
import type { Save } from './use-evaluation.ts'
import { WordsQuestion } from './Words.tsx'

/** One finding of an examination: not examined until somebody enters it, then with room for what was found. */
export const Examined = ({
  name,
  evaluationId,
  stored,
  save,
}: {
  name: Asked
  evaluationId: string
  stored: ReadonlyMap<Asked, Answered>
  save: Save
}) => {
  const found = stored.get(name)
  const said = saidOf(name) as Asked
  const words = stored.get(said)
  const isOpen = (found?.value ?? null) !== null
  const hasWords = typeof words?.value === 'string'
  const asksForWords = isOpen && !hasWords && found?.value !== 'nothing of note' && found?.value !== 'shown'
  return (
    <div className="stack" data-gap="tight">
      <Question name={name} answer={found} save={save} />
      {(isOpen || words) && (
        <WordsQuestion
          name={said}
          evaluationId={evaluationId}
          answer={words}
          save={save}
          rows={2}
          hint={asksForWords ? examinationWords.describe : evaluationWords.autosaveText}
        />
      )}
    </div>
  )
}
