import { shellWords } from '../words/en/shell.ts'

/** The name over its waterline. */
export const Wordmark = () => (
  <span className="wordmark">
    <svg viewBox="0 0 32 24" aria-hidden="true">
      <path d="M2 8h28M6.5 12c4 6.5 15 6.5 19 0M16 17v5" />
    </svg>
    <span>{shellWords.product}</span>
  </span>
)
