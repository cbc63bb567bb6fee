import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Form } from '../../../web/controls/Form.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useMay } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { consentWords as words } from '../../../web/words/en/consent.ts'
import type { Question } from '../queries-of-request.ts'
import { AnswerQuestion } from '../requests.ts'
import type { WholeRequest } from './answers.ts'
import type { Inner } from './Consent.tsx'

/** What the patient asked while reading; an unanswered question holds their signature. */
export const AnswerQuestions = ({ patientId, timeZone, refresh, request }: Inner & { request: WholeRequest }) => (
  <section className="stack">
    <h2>{words.questions}</h2>
    {request.questions.map((question) => {
      const heading = request.asked.content.sections.find(({ id }) => id === question.section)?.heading
      return (
        <div key={question.id} className="sheet stack" data-gap="tight">
          <p className="soft">
            {words.about(heading ?? question.section)} · {showMoment(question.askedAt, timeZone)}
          </p>
          <blockquote className="consent-quote">{question.words}</blockquote>
          {question.answer === null ? (
            <AnswerForm
              path={`/api/patients/${patientId}/consent/${request.id}/answer`}
              question={question}
              refresh={refresh}
            />
          ) : (
            <>
              <p>{question.answer}</p>
              <p className="soft">
                {question.answeredAt &&
                  words.answeredBy(question.answeredBy ?? '', showMoment(question.answeredAt, timeZone))}
              </p>
            </>
          )}
        </div>
      )
    })}
  </section>
)

const Typed = z.object({ words: AnswerQuestion.shape.words })

const AnswerForm = ({ path, question, refresh }: { path: string; question: Question; refresh: () => void }) => {
  if (!useMay('consent.answer')) return <p className="soft">{words.notAnswered}</p>
  return (
    <Form
      id={`consent.answer.${question.id}`}
      schema={Typed}
      save={words.saveAnswer}
      onSave={async (values, { sentId: id }) => {
        await api.post(path, { id, questionId: question.id, ...values })
        refresh()
      }}
    >
      <TextArea name="words" label={words.answer} hint={words.answerHint} rows={3} />
    </Form>
  )
}
