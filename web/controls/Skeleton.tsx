import { controlWords } from '../words/en/controls.ts'
import './Skeleton.css'

/** The shape of what is coming: a title and some lines. Still, because nothing may flicker in a dim room. */
export const Skeleton = ({ lines = 3, title = false }: { lines?: number; title?: boolean }) => (
  <div className="skeleton" role="status">
    <span className="unseen">{controlWords.loading}</span>
    {title && <span data-part="title" />}
    {Array.from({ length: lines }, (_, line) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: lines have no identity and never move
      <span key={line} data-part="line" />
    ))}
  </div>
)
