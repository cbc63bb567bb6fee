import { useState } from 'react'
import { z } from 'zod'
import { Button } from '../../../web/controls/Button.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { Code } from '../credentials/credential.ts'
import { whyNotPassword } from '../credentials/password-rules.ts'
import { deviceFrom } from '../sign-in/device.ts'
import type { CodeOffer } from './AppPicture.tsx'
import { AppPicture } from './AppPicture.tsx'
import { makePasskey, type NewPasskeyOffer, passkeysWork } from './passkeys.ts'

const words = accountWords.credential

export type Offers = { code: CodeOffer; passkey: NewPasskeyOffer }
export type Chosen =
  | Awaited<ReturnType<typeof makePasskey>>
  | { kind: 'password'; password: string; offer: string; code: string }

/** The two ways of signing in; one is chosen. `own` are words that a password must not be made of. */
export const ChooseCredential = ({
  offers,
  own,
  onChoose,
}: {
  offers: Offers
  own: readonly string[]
  onChoose: (chosen: Chosen) => Promise<unknown>
}) => {
  const [byPassword, setByPassword] = useState(!passkeysWork())
  return byPassword ? (
    <ByPassword offer={offers.code} own={own} onChoose={onChoose} onOther={() => setByPassword(false)} />
  ) : (
    <ByPasskey offer={offers.passkey} onChoose={onChoose} onOther={() => setByPassword(true)} />
  )
}

type Way<Offer> = { offer: Offer; onChoose: (chosen: Chosen) => Promise<unknown>; onOther: () => void }

const PasskeyName = z.object({ name: z.string().trim().min(1).max(60) })

const ByPasskey = ({ offer, onChoose, onOther }: Way<NewPasskeyOffer>) => (
  <section className="stack">
    <h2>{words.passkeyTitle}</h2>
    <p>{words.passkeyBody}</p>
    <Form
      id="new-passkey"
      schema={PasskeyName}
      keepDraft={false}
      start={{ name: deviceFrom(navigator.userAgent) }}
      save={words.makePasskey}
      onSave={async ({ name }) => onChoose(await makePasskey(offer, name))}
      also={
        <Button kind="plain" onPress={onOther}>
          {words.orPassword}
        </Button>
      }
    >
      <Field name="name" label={words.passkeyName} hint={words.passkeyNameHint} />
    </Form>
  </section>
)

const ByPassword = ({ offer, own, onChoose, onOther }: Way<CodeOffer> & { own: readonly string[] }) => (
  <section className="stack">
    <h2>{words.passwordTitle}</h2>
    {!passkeysWork() && <Notice title={words.noPasskeys} />}
    <Form
      id="new-password"
      schema={passwordSchema(own)}
      keepDraft={false}
      save={words.choose}
      onSave={({ password, code }) => onChoose({ kind: 'password', password, code, offer: offer.offer })}
      also={
        passkeysWork() && (
          <Button kind="plain" onPress={onOther}>
            {words.orPasskey}
          </Button>
        )
      }
    >
      <Field
        name="password"
        type="password"
        label={words.password}
        hint={words.passwordHint}
        autoComplete="new-password"
      />
      <AppPicture offer={offer} />
      <Field name="code" label={words.code} inputMode="numeric" autoComplete="one-time-code" />
    </Form>
  </section>
)

/** The same rule as on the server, said while it is still easy to mend. */
const passwordSchema = (own: readonly string[]) =>
  z.object({
    password: z.string().superRefine((typed, check) => {
      const why = whyNotPassword(typed, own)
      if (why) check.addIssue({ code: 'custom', message: why })
    }),
    code: Code,
  })
