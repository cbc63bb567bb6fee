import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { answersWords as words } from '../../../web/words/en/answers.ts'
import type { AnswersListed } from '../answers.ts'
import { TakeBack } from '../asking.ts'
import { AnswerForm, type Flag, Raised } from './AnswerForm.tsx'
import { titleOf } from './Rate.tsx'
import { ratingChanged } from './rating-changed.ts'

/** What is to happen with answers that are on the list: others take their place, or they are taken back. */
export const ChangeAnswers = ({
  patientId,
  answers,
  onClose,
}: {
  patientId: string
  answers: AnswersListed
  onClose: () => void
}) => {
  const [change, setChange] = useState<'correct' | 'take back'>()
  const [raised, setRaised] = useState<readonly Flag[]>()
  const queries = useQueryClient()
  const { id, instrument, contextKind: kind, contextId } = answers
  const title = titleOf(instrument)
  const when = showMoment(answers.answeredAt, useTimeZone())
  const titles = { correct: words.correctTitle(title, when), 'take back': words.takeBackTitle(title, when) }
  const changed = () =>
    Promise.all([
      ratingChanged(queries, patientId),
      queries.invalidateQueries({ queryKey: [`/api/patients/${patientId}/responses`] }),
    ])
  const corrected = async (flags: readonly Flag[]) => {
    await changed()
    if (flags.length > 0) setRaised(flags)
    else onClose()
  }
  return (
    <Dialog title={change ? titles[change] : title} open onClose={onClose}>
      {raised ? (
        <div className="stack">
          <Raised flags={raised} />
          <Notice title={words.done} live />
        </div>
      ) : change === undefined ? (
        <div className="stack">
          {answers.by === null ? (
            <p>{words.ofPatient}</p>
          ) : (
            <Button kind="quiet" onPress={() => setChange('correct')}>
              {words.correct}
            </Button>
          )}
          <Button kind="quiet" onPress={() => setChange('take back')}>
            {words.takeBack}
          </Button>
        </div>
      ) : change === 'correct' ? (
        <div className="stack">
          <p className="soft">{words.correctHelp}</p>
          <AnswerForm
            id={instrument}
            patientId={patientId}
            context={contextId === null ? { kind } : { kind, id: contextId }}
            corrects={answers}
            onSaved={corrected}
          />
        </div>
      ) : (
        <Form
          id={`answers.take-back.${id}`}
          schema={TakeBack.pick({ why: true })}
          save={words.takeBack}
          onSave={async ({ why }, { sentId }) => {
            await api.post(`/api/patients/${patientId}/responses/${id}/take-back`, { id: sentId, why })
            await changed()
            onClose()
          }}
        >
          <p>{words.takeBackHelp}</p>
          <TextArea name="why" label={words.why} rows={2} />
        </Form>
      )}
    </Dialog>
  )
}
