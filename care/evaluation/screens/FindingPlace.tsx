import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Finding } from '../../../web/controls/Finding.tsx'
import type { FindingShown } from '../../../web/controls/finding.ts'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import type { FindingWithOrigin, From } from '../basis.ts'
import { partOf } from '../parts.ts'
import { type Asked, questions } from '../questions.ts'
import { ReportedConcerns } from './Reported.tsx'
import { showAnswer } from './show-answer.ts'

const questionOf = (fact: string): string => {
  if (fact in questions) return evaluationWords.questions[fact as Asked]
  return fact === 'suicideScreen' ? evaluationWords.parts.asq : ''
}

const label = (fact: string): string => {
  const words = questionOf(fact)
  return words === '' ? '' : words.endsWith('?') ? `${words} ` : `${words}: `
}

/** Where one fact comes from, in words: who answered what and when, or which list says so, or nobody. */
const originOf = ({ fact, value, source, words, by, at }: From, timeZone: string): string => {
  const { from } = evaluationWords
  switch (source) {
    case 'answer':
      return label(fact) + from.answer(showAnswer(value), by, showMoment(at, timeZone))
    case 'list':
      return value === true ? from.list(words, by) : from.listNone(by)
    case 'result':
      return from.result(words, by)
    case 'birth date':
      return from.birthDate(String(value))
    case 'screen':
      return from.screen(evaluationWords.asqResults[words] ?? words, by)
    case 'medicine':
      if (value === true) return from.taken(words)
      if (value === false) return from.noneTaken
      return words === '' ? from.medicinesUnknown : from.notRecognised(words)
    case 'nobody':
      return label(fact) + (words === '' ? from.nobody : from.reopened(words))
  }
}

/** Where each fact of a finding comes from, and the step to the question when nobody has answered it. */
export const Origins = ({ finding, patientId }: { finding: FindingWithOrigin; patientId: string }) => {
  const timeZone = useTimeZone()
  const open = openIn(finding)
  const part = open[0] && partOf(open[0].fact)
  // That nobody answered is what "not known" says already; where a list opened the question again, that is said.
  const origins = finding.from.filter(({ source, words }) => source !== 'nobody' || words !== '')
  return (
    <>
      {origins.length > 0 && (
        <ul className="finding-from">
          {origins.map((from) => (
            <li key={from.fact} className="as-typed">
              {originOf(from, timeZone)}
            </li>
          ))}
        </ul>
      )}
      <ReportedConcerns facts={finding.from.map(({ fact }) => fact)} />
      {finding.answer === 'unknown' && part && (
        <p>
          <span className="soft">{finding.settledBy}</span>{' '}
          <Link
            to={`/patients/${patientId}/evaluation`}
            search={((before: object) => ({ ...before, part })) as never}
            aria-label={evaluationWords.answerOf(asked(open))}
          >
            {evaluationWords.answerIt}
          </Link>
        </p>
      )}
    </>
  )
}

/** A finding with where each fact comes from, and the step to the question when nobody has answered it. */
export const FindingPlace = ({
  finding,
  patientId,
  children,
}: {
  finding: FindingWithOrigin
  patientId: string
  children?: ReactNode
}) => (
  <div className="finding-place">
    <Finding finding={asShown(finding)} />
    <div className="finding-more stack" data-gap="tight">
      <Origins finding={finding} patientId={patientId} />
      {children}
    </div>
  </div>
)

const openIn = ({ from }: FindingWithOrigin): From[] => from.filter(({ source }) => source === 'nobody')

const asked = (open: readonly From[]): string => open.map(({ fact }) => questionOf(fact)).join(' ')

/** What nobody knows is shown as the open question; what is met or not, as the rule says it. */
export const asShown = (finding: FindingWithOrigin): FindingShown => {
  const open = openIn(finding)
  const { rule, severity, answer, stale, says, source, further, reviewBy } = finding
  const shown = { rule, severity, answer, stale, says, source, further, reviewBy }
  return answer === 'unknown' && open.length > 0 ? { ...shown, says: asked(open) } : shown
}
