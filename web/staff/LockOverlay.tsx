import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { useEffect, useState } from 'react'
import { z } from 'zod'
import type { PasskeyOffer } from '../../clinic/accounts/screens/passkeys.ts'
import { api, useRead } from '../api.ts'
import { Button } from '../controls/Button.tsx'
import { Field } from '../controls/Field.tsx'
import { Form } from '../controls/Form.tsx'
import { Notice } from '../controls/Notice.tsx'
import { findHanded } from '../handed.ts'
import { useMe } from '../me.ts'
import { hasUnsent } from '../patient/handed-back.ts'
import { controlWords } from '../words/en/controls.ts'
import { demoWords } from '../words/en/demo.ts'
import { shellWords } from '../words/en/shell.ts'
import { useDoor } from './door.tsx'
import { SignOutHere } from './SignOutHere.tsx'
import { Wordmark } from './Wordmark.tsx'

const Unlock = z.object({ password: z.string(controlWords.needed) })

// The library comes only when somebody asks for it.
const passkey = async () => {
  const [{ answerWithPasskey }, offer] = await Promise.all([
    import('../../clinic/accounts/screens/passkeys.ts'),
    api.post<PasskeyOffer<PublicKeyCredentialRequestOptionsJSON>>('/api/sign-in/unlock/ask'),
  ])
  return answerWithPasskey(offer)
}

/** By which of the two this person can show who they are. */
type Ways = { password: boolean; passkey: boolean }

/** Whoever unlocks goes on where they were; where that went away with a menu, at the title. */
const useFocusBack = () => {
  const [before] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
      if (document.activeElement !== document.body) return
      document.querySelector<HTMLElement>('.behind-the-door h1')?.focus({ preventScroll: true })
    },
    [before],
  )
}

/** Stands in front of the page, which is hidden and out of reach but keeps what was typed. */
export const LockOverlay = ({ name }: { name: string }) => {
  const door = useDoor()
  const { data: me } = useMe()
  const { data: ways, error } = useRead<Ways>('/api/sign-in/ways')
  // Where the clinic cannot be asked nothing is kept from anybody.
  const { password, passkey: byPasskey } = ways ?? { password: Boolean(error), passkey: Boolean(error) }
  useFocusBack()
  useEffect(() => {
    const title = document.title
    document.title = `${shellWords.lockedTitle} · ${shellWords.product}`
    return () => {
      document.title = title
    }
  }, [])
  return (
    <div className="door">
      <main className="door-sheet">
        <Wordmark />
        <h1>{shellWords.lockedTitle}</h1>
        <p>{shellWords.lockedFor(name)}</p>
        {hasUnsent() && <Notice signal="attention" title={shellWords.patientUnsent} />}
        {me?.clinic?.isDemo && <Button onPress={door.unlockDemo}>{demoWords.unlock}</Button>}
        {password && (
          <Form id="unlock" schema={Unlock} keepDraft={false} save={shellWords.unlock} onSave={door.unlock}>
            <Field
              name="password"
              type="password"
              label={shellWords.password}
              autoComplete="current-password"
              autoFocus
            />
          </Form>
        )}
        {byPasskey && window.isSecureContext && 'PublicKeyCredential' in window && (
          <Button kind={password ? 'quiet' : 'main'} onPress={async () => door.unlock({ passkey: await passkey() })}>
            {shellWords.unlockWithPasskey}
          </Button>
        )}
        {findHanded() && (
          // A patient who came here by mistake goes on where they were: what they answered is on their page.
          <Button kind="plain" onPress={() => window.location.assign('/l')}>
            {shellWords.backToPatient}
          </Button>
        )}
        <SignOutHere name={name} />
      </main>
    </div>
  )
}
