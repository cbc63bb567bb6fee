import type { Source } from '../../science/sources.ts'
import type { Day } from '../../science/time.ts'
import { SourceLine } from './Finding.tsx'

export type Sourced = { id: string; says: string; source: Source; further?: readonly Source[]; reviewBy: Day }

/** Sentences with a source each, a step away; one whose day of review has passed is marked as out of date. */
export const SourcedLines = ({ lines, today }: { lines: readonly Sourced[]; today: Day }) => (
  <ul className="sourced-lines">
    {lines.map((line) => (
      <li key={line.id}>
        <p>{line.says}</p>
        <SourceLine finding={{ ...line, stale: line.reviewBy < today }} />
      </li>
    ))}
  </ul>
)
