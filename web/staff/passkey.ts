import type { AuthenticationResponseJSON, PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { api } from '../api.ts'
import { ApiProblem } from '../problem.ts'
import { shellWords } from '../words/en/shell.ts'

export type PasskeyAnswer = { offer: string; answer: AuthenticationResponseJSON }

/** Whether this browser knows passkeys at all. They need https, or localhost. */
export const knowsPasskeys = (): boolean => 'PublicKeyCredential' in window && window.isSecureContext

/**
 * Asks the server for a challenge and the device for its answer.
 * @param ask where the challenge comes from, such as /api/sign-in/unlock/ask
 * @throws ApiProblem when the person turned away or the device could not
 */
export const answerPasskey = async (ask: string): Promise<PasskeyAnswer> => {
  const [{ startAuthentication }, { options, offer }] = await Promise.all([
    import('@simplewebauthn/browser'),
    api.post<{ options: PublicKeyCredentialRequestOptionsJSON; offer: string }>(ask),
  ])
  const answer = await startAuthentication({ optionsJSON: options }).catch(() => {
    throw new ApiProblem('invalid', shellWords.passkeyNotUsed)
  })
  return { offer, answer }
}
