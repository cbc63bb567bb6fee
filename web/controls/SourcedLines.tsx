import type { Source } from '../../science/sources.ts'
import type { Day } from '../../science/time.ts'
import { SourceLine } from './Finding.tsx'

export type Sourced = { id: string; says: string; source: Source; further?: readonly Source[]; reviewBy: Day }
/** What somebody signed for this patient rests on their signature, and has no source besides. */
export type Signed = { id: string; says: string; source?: undefined; reviewBy?: undefined }

/** Sentences with a source each, a step away; one whose day of review has passed is marked as out of date. */
export const SourcedLines = ({ lines, today }: { lines: readonly (Sourced | Signed)[]; today: Day }) => (
  <ul className="sourced-lines">
    {lines.map((line) => (
      <li key={line.id}>
        <p>{line.says}</p>
        {line.source && <SourceLine finding={{ ...line, stale: line.reviewBy < today }} />}
      </li>
    ))}
  </ul>
)
