import { ApiProblem } from '../problem.ts'

/**
 * Sends, then looks what the clinic has. Also where it was done in another tab, somebody was first, or an answer was lost
 * on the way; then the problem is thrown all the same.
 */
export const sendThenLook = async (send: () => Promise<unknown>, look: () => Promise<void>): Promise<void> => {
  try {
    await send()
  } catch (error) {
    if (error instanceof ApiProblem && error.kind === 'conflict') await look()
    throw error
  }
  await look()
}
