import { stagingRules } from '../../../science/trials/staging.ts'
import type { Trial } from '../../../science/trials/trial.ts'
import { SourceLine } from '../../../web/controls/Finding.tsx'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import type { Answered } from '../basis.ts'
import { stagingFrom } from '../staging.ts'

const words = evaluationWords.staging

/** The staging score beside the answers it is counted from, and what would settle it. */
export const Staging = ({ trials, answers }: { trials: readonly Trial[]; answers: readonly Answered[] }) => {
  const found = stagingFrom(trials, answers)
  return (
    <section className="stack" data-gap="tight">
      <h3>{words.title}</h3>
      <p className="soft">{words.lead}</p>
      {found ? (
        <>
          <p>
            <strong>{found.low === found.high ? words.total(found.low) : words.between(found.low, found.high)}</strong>{' '}
            <span className="soft">{found.band === null ? words.noBand : words.band(found.band)}</span>
          </p>
          {found.open.length > 0 && <p>{words.open(found.open.map((part) => words.parts[part]).join(', '))}</p>}
        </>
      ) : (
        <p>{words.none}</p>
      )}
      <ul>
        {stagingRules.map((rule) => (
          <li key={rule.id}>
            {rule.says} <SourceLine finding={{ ...rule, rule: rule.id, answer: 'unknown' }} />
          </li>
        ))}
      </ul>
    </section>
  )
}
