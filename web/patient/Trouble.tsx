import { Notice } from '../controls/Notice.tsx'
import type { ApiProblem } from '../problem.ts'
import { usePatientWords } from './words.ts'

/** What went wrong, in the language of the page; below it what the server said, where that is another. */
export const Trouble = ({ problem: { kind, says } }: { problem: ApiProblem }) => {
  const title = usePatientWords().trouble(kind, says)
  return (
    <Notice signal="attention" title={title} live>
      {title !== says && <p lang="en">{says}</p>}
    </Notice>
  )
}
