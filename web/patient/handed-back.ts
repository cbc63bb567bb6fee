import { api } from '../api.ts'
import { findHanded, findHandedOnce, forgetHanded, keepHandedOnce } from '../handed.ts'
import { ApiProblem } from '../problem.ts'
import { findKept, forget, type Kept, listKept, sentOf } from './kept.ts'

/** Whether the page that was handed over here has something its patient has not sent, which ends with it. */
export const hasUnsent = (): boolean => {
  const handed = findHanded()
  return listKept(handed?.token).some((id) => {
    const kept = findKept(id)
    return kept !== undefined && Object.keys(kept.answers).length > 0 && !goesOut(id, kept)
  })
}

/**
 * Ends what was handed over here, once one of the staff is back. Answers for which the patient pressed Send, and which
 * found no connection, go out first: the patient was told that they would. What was never sent does not stay on a tablet
 * that others use. Without a connection all stays as it is, to be tried again.
 */
export const endHanded = async (): Promise<void> => {
  const handed = findHandedOnce()
  if (!handed) return
  // Before anything is waited for: the tablet may be handed to the next patient meanwhile.
  forgetHanded()
  for (const id of listKept(handed.token)) {
    const kept = findKept(id)
    if (kept && goesOut(id, kept)) {
      const headers = { 'x-evenkeel-link': handed.token }
      const lost = await api.post('/api/link/answers', sentOf(kept), { headers }).then(() => false, isLost)
      if (lost) {
        if (!findHandedOnce()) keepHandedOnce(handed)
        continue
      }
    }
    forget(id)
  }
}

/** Send was pressed, behind a link whose answers are sent together. */
const goesOut = (id: string, { waiting }: Kept): boolean =>
  waiting && /^(phq-9|next-day|questionnaires)\.[^.]+$/.test(id)

const isLost = (error: unknown): boolean => {
  if (!(error instanceof ApiProblem)) throw error
  return error.kind === 'offline' || error.kind === 'unavailable'
}
