import type { ApiProblem } from '../problem.ts'
import { controlWords } from '../words/en/controls.ts'
import { State } from './State.tsx'

/**
 * Where a list stands that shows nothing when there is nothing on it: it could not be read, so whether there is anything is
 * not known. Nothing while it is still being read, and for whoever has to sign in first.
 */
export const NotRead = ({ what, error }: { what: string; error: ApiProblem | null }) =>
  error &&
  error.kind !== 'not-signed-in' && (
    <p>
      <State signal="held">{controlWords.notRead(what)}</State>
    </p>
  )
