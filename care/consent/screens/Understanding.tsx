import { State } from '../../../web/controls/State.tsx'
import { consentWords as words } from '../../../web/words/en/consent.ts'
import { understood } from '../understanding.ts'
import type { WholeRequest } from './answers.ts'

/** What the patient agreed to point by point, and how they answered the questions on the text. */
export const Understanding = ({ request }: { request: WholeRequest }) => {
  const { points = [], checks = [] } = request.asked.content
  const confirmed = request.signature?.confirmed ?? []
  if (points.length + checks.length === 0) return null
  return (
    <dl className="consent-understood">
      {points.map(({ id, text }) => (
        <div key={id}>
          <dt>{text}</dt>
          <dd>{confirmed.includes(id) ? words.confirmed : words.notConfirmed}</dd>
        </div>
      ))}
      {understood(request.asked.content, request.answered).map(({ check, choice, as, tries }) => (
        <div key={check.id}>
          <dt>{check.question}</dt>
          <dd>
            {check.choices.find(({ id }) => id === choice)?.text ?? words.notAnsweredYet}{' '}
            {as && <State signal={as === 'otherwise' ? 'attention' : 'none'}>{words.understood(as, tries)}</State>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
