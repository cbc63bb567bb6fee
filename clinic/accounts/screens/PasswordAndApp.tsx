import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { State } from '../../../web/controls/State.tsx'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { Code } from '../credentials/credential.ts'
import { whyNotPassword } from '../credentials/password-rules.ts'
import { AppPicture, type CodeOffer } from './AppPicture.tsx'
import { type Account, accountPath, type Proven } from './account.ts'

const words = accountWords.security
const NewCode = z.object({ code: Code })

/** A password and an authenticator app, changed one at a time; only both together open the door. */
export const PasswordAndApp = ({ account, proven }: { account: Account; proven: Proven }) => {
  const { hasPassword, hasCode } = account
  const [changing, setChanging] = useState<'password' | 'app'>()
  const [said, setSaid] = useState<string>()
  const [offer, setOffer] = useState<CodeOffer>()
  const queries = useQueryClient()
  const saved = (next: Account, sentence: string) => {
    queries.setQueryData([accountPath], next)
    setChanging(undefined)
    setSaid(sentence)
  }
  return (
    <section className="stack">
      <h2>{words.password}</h2>
      {hasPassword !== hasCode ? (
        <State signal="attention">{words.passwordHalf}</State>
      ) : (
        <p>{hasPassword ? words.passwordThere : words.passwordNone}</p>
      )}
      {said && <Notice title={said} live />}
      <div className="row">
        <Button kind="quiet" onPress={() => setChanging('password')}>
          {hasPassword ? words.changePassword : words.setPassword}
        </Button>
        <Button
          kind="quiet"
          onPress={async () => {
            setOffer(await proven(() => api.post<CodeOffer>('/api/account/code/offer')))
            setChanging('app')
          }}
        >
          {hasCode ? words.changeApp : words.setApp}
        </Button>
      </div>
      {changing === 'password' && (
        <Form
          id="account.password"
          schema={passwordSchema([account.name, account.email])}
          keepDraft={false}
          save={words.savePassword}
          onSave={async (typed) =>
            saved(await proven(() => api.post<Account>('/api/account/password', typed)), words.passwordSaved)
          }
        >
          <Field
            name="password"
            type="password"
            label={words.newPassword}
            hint={accountWords.credential.passwordHint}
            autoComplete="new-password"
          />
        </Form>
      )}
      {changing === 'app' && offer && (
        <Form
          id="account.app"
          schema={NewCode}
          keepDraft={false}
          save={words.saveApp}
          onSave={async ({ code }) =>
            saved(
              await proven(() => api.post<Account>('/api/account/code', { offer: offer.offer, code })),
              words.appSaved,
            )
          }
        >
          <AppPicture offer={offer} />
          <Field name="code" label={accountWords.credential.code} inputMode="numeric" autoComplete="one-time-code" />
        </Form>
      )}
    </section>
  )
}

const passwordSchema = (own: readonly string[]) =>
  z.object({
    password: z.string().superRefine((typed, check) => {
      const why = whyNotPassword(typed, own)
      if (why) check.addIssue({ code: 'custom', message: why })
    }),
  })
