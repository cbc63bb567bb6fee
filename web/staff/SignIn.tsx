import { useQueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { api } from '../api.ts'
import { Field } from '../controls/Field.tsx'
import { Form } from '../controls/Form.tsx'
import { PageTitle } from '../controls/PageTitle.tsx'
import { shellWords } from '../words/en/shell.ts'
import { refreshMe } from './me.ts'

const SignInRequest = z.object({ email: z.email(), password: z.string(), code: z.string().optional() })

/** Email, password and code, until clinic/accounts/screens has the whole of it. */
export const SignIn = () => {
  const queries = useQueryClient()
  return (
    <>
      <PageTitle title={shellWords.signIn} />
      <Form
        id="sign-in"
        schema={SignInRequest}
        keepDraft={false}
        save={shellWords.signIn}
        onSave={async (values) => {
          await api.post('/api/sign-in', values)
          await refreshMe(queries)
        }}
      >
        <Field name="email" type="email" label={shellWords.email} autoComplete="username" />
        <Field name="password" type="password" label={shellWords.password} autoComplete="current-password" />
        <Field
          name="code"
          label={shellWords.code}
          hint={shellWords.codeHint}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      </Form>
    </>
  )
}
