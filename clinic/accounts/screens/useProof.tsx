import { type ReactNode, useCallback, useState } from 'react'
import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Dialog } from '../../../web/controls/Dialog.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { ApiProblem } from '../../../web/problem.ts'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { answerWithPasskey, passkeysWork } from './passkeys.ts'

const words = accountWords.security
const Password = z.object({ password: z.string() })

type Waiting = { go: () => void; leave: (problem: ApiProblem) => void; problem: ApiProblem }

/**
 * For what the server carries out only after a fresh proof. `proven(ask)` asks; when the server wants the proof it
 * opens `dialog`, and asks again once it was given. What was typed stays. Nobody is asked for a password they do not
 * have.
 */
export const useProof = (
  hasPassword = true,
): { proven: <T>(ask: () => Promise<T>) => Promise<T>; dialog: ReactNode } => {
  const [waiting, setWaiting] = useState<Waiting>()
  const proven = useCallback(async <T,>(ask: () => Promise<T>): Promise<T> => {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof ApiProblem) || !('proof' in error.fields)) throw error
      await new Promise<void>((go, leave) => setWaiting({ go, leave, problem: error }))
      return await ask()
    }
  }, [])
  const given = () => {
    waiting?.go()
    setWaiting(undefined)
  }
  const left = () => {
    waiting?.leave(new ApiProblem('invalid', waiting.problem.says))
    setWaiting(undefined)
  }
  const dialog = (
    <Dialog title={words.proofTitle} open={waiting !== undefined} onClose={left}>
      <p>{words.proofBody}</p>
      {hasPassword && (
        <Form
          id="proof"
          schema={Password}
          keepDraft={false}
          save={words.proofConfirm}
          onSave={async (typed) => {
            await api.post('/api/sign-in/unlock', typed)
            given()
          }}
        >
          <Field
            name="password"
            type="password"
            label={words.proofPassword}
            autoComplete="current-password"
            autoFocus
          />
        </Form>
      )}
      {passkeysWork() && (
        <Button
          kind={hasPassword ? 'quiet' : 'main'}
          onPress={async () => {
            const asked = await api.post<Parameters<typeof answerWithPasskey>[0]>('/api/sign-in/unlock/ask')
            await api.post('/api/sign-in/unlock', { passkey: await answerWithPasskey(asked) })
            given()
          }}
        >
          {words.proofPasskey}
        </Button>
      )}
    </Dialog>
  )
  return { proven, dialog }
}
