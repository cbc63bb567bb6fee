import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { Email } from '../staff/staff.ts'
import './accounts.css'
import { answerWithPasskey, passkeysWork } from './passkeys.ts'

const words = accountWords.signIn

/** The door: a passkey, or a password and a code; a recovery code when both are lost. */
export const SignIn = () => {
  const [lost, setLost] = useState(false)
  return (
    <>
      {!window.isSecureContext && <Notice signal="attention" title={words.notSecure} />}
      {lost ? <Recover onBack={() => setLost(false)} /> : <Usual onLost={() => setLost(true)} />}
    </>
  )
}

/** The frame around every page asks anew who is there, and shows the page that was wanted. */
const useEntered = () => {
  const queries = useQueryClient()
  return () => queries.invalidateQueries()
}

const Typed = z.object({ email: Email, password: z.string(), code: z.string() })

const Usual = ({ onLost }: { onLost: () => void }) => {
  const entered = useEntered()
  return (
    <>
      <PageTitle title={words.title} />
      {passkeysWork() && (
        <>
          <Button
            wide
            onPress={async () => {
              const asked = await api.post<Parameters<typeof answerWithPasskey>[0]>('/api/sign-in/passkey/ask')
              await api.post('/api/sign-in/passkey', await answerWithPasskey(asked))
              await entered()
            }}
          >
            {words.passkey}
          </Button>
          <p className="or-line">{words.or}</p>
        </>
      )}
      <Form
        id="sign-in"
        schema={Typed}
        keepDraft={false}
        kind={passkeysWork() ? 'quiet' : 'main'}
        save={words.signIn}
        onSave={async (typed) => {
          await api.post('/api/sign-in', typed)
          await entered()
        }}
        also={
          <Button kind="plain" onPress={onLost}>
            {words.lost}
          </Button>
        }
      >
        <Field name="email" type="email" inputMode="email" label={words.email} autoComplete="username" />
        <Field name="password" type="password" label={words.password} autoComplete="current-password" />
        <Field name="code" label={words.code} hint={words.codeHint} inputMode="numeric" autoComplete="one-time-code" />
      </Form>
      {/* Whoever wants to be a patient comes to this address too. */}
      <p>
        <a href="/learn">{words.notStaff}</a>
      </p>
    </>
  )
}

const Recovery = z.object({ email: Email, password: z.string().optional(), recoveryCode: z.string().trim() })

const Recover = ({ onBack }: { onBack: () => void }) => {
  const entered = useEntered()
  return (
    <>
      <PageTitle title={words.lostTitle}>{words.lostBody}</PageTitle>
      <Form
        id="sign-in.recover"
        schema={Recovery}
        keepDraft={false}
        save={words.recover}
        onSave={async (typed) => {
          await api.post('/api/sign-in/recover', typed)
          // Whoever came in by a recovery code has lost something: show them where to replace it.
          window.history.replaceState(null, '', '/settings/sign-in')
          await entered()
        }}
        also={
          <Button kind="plain" onPress={onBack}>
            {words.back}
          </Button>
        }
      >
        <Field name="email" type="email" inputMode="email" label={words.email} autoComplete="username" />
        <Field
          name="password"
          type="password"
          label={words.password}
          hint={words.passwordIfAny}
          autoComplete="current-password"
        />
        <Field name="recoveryCode" label={words.recoveryCode} hint={words.recoveryHint} capitals="characters" />
      </Form>
      <section className="stack" data-gap="tight">
        <h2>{words.noCodes}</h2>
        <p>{words.noCodesBody}</p>
      </section>
    </>
  )
}
