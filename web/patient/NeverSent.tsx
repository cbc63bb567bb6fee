import { useEffect, useState } from 'react'
import { Notice } from '../controls/Notice.tsx'
import { ApiProblem } from '../problem.ts'
import { findKept, forget, keep, sentOf } from './kept.ts'
import type { OpenLink } from './link.ts'
import { usePatientWords } from './words.ts'

/** The clinic said something, and was not merely out of reach. */
const isAnswer = (error: unknown): boolean =>
  error instanceof ApiProblem && error.kind !== 'offline' && error.kind !== 'unavailable'

/**
 * Answers of this phone that wait behind a link which takes none any more: they are not thrown away in silence. Where Send
 * was pressed they go once more, so that the clinic says what became of them: that it has them already, or that it does
 * not take them; then it tells its own people what they call for.
 */
export const NeverSent = ({ link }: { link: OpenLink }) => {
  const patientWords = usePatientWords()
  const [kept, setKept] = useState(() => findKept(link.draftId))
  const waiting = kept?.waiting ?? false
  const { draftId, post } = link
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for what waits
  useEffect(() => {
    if (!kept || !waiting) return
    post('/api/link/answers', sentOf(kept))
      .then(() => {
        forget(draftId)
        setKept(undefined)
      })
      .catch((error: unknown) => {
        if (isAnswer(error)) keep(draftId, { ...kept, waiting: false })
      })
  }, [draftId, post, waiting])
  return kept ? <Notice signal="attention" title={patientWords.neverSent} /> : null
}
