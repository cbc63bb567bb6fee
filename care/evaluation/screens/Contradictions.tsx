import { Notice } from '../../../web/controls/Notice.tsx'
import { evaluationWords } from '../../../web/words/en/evaluation.ts'
import type { Contradiction } from '../contradictions.ts'

/** What does not fit together, side by side. It is shown and never resolved. */
export const Contradictions = ({ pairs }: { pairs: readonly Contradiction[] }) =>
  pairs.length === 0 ? null : (
    <Notice signal="attention" title={evaluationWords.contradictions}>
      {pairs.map(({ id, sides: [one, other] }) => (
        <div key={id} className="sides as-typed">
          <p>{one}</p>
          <p>{other}</p>
        </div>
      ))}
    </Notice>
  )
