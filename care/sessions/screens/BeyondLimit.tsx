import { useState } from 'react'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTyped } from '../../../web/controls/useTyped.ts'
import { ApiProblem } from '../../../web/problem.ts'
import { roomWords } from '../../../web/words/en/room.ts'

/**
 * Asks for a reason once the clinic has said that its limit of patients per person would be passed. The request is
 * tried without one first, so that the question comes only where it is due. `draft` names what it is about.
 */
export const useBeyondLimit = (draft: string) => {
  const [asked, setAsked] = useState(false)
  const [reason, setReason, drop] = useTyped<string | undefined>(`${draft}.limit`, undefined)
  const said = asked && reason?.trim() ? { beyondLimit: reason.trim() } : {}
  const watch = async (ask: () => Promise<unknown>): Promise<void> => {
    try {
      await ask()
    } catch (error) {
      if (error instanceof ApiProblem && error.because.some(({ id }) => id === 'SB-4')) setAsked(true)
      throw error
    }
  }
  const field = asked ? (
    <TextArea name="beyondLimit" label={roomWords.watching.reason} value={reason} onChange={setReason} />
  ) : null
  return { said, watch, field, drop }
}
