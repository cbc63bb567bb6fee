import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { showDay } from '../../../web/time.ts'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { deviceFrom } from '../sign-in/device.ts'
import { type Account, accountPath, type Proven } from './account.ts'
import './accounts.css'
import { makePasskey, type NewPasskeyOffer, passkeysWork } from './passkeys.ts'
import { useClinicTimeZone } from './useClinicTimeZone.ts'

const words = accountWords.security
const Name = z.object({ name: z.string().trim().min(1).max(60) })
type Passkey = Account['passkeys'][number]

export const PasskeyList = ({ account, proven }: { account: Account; proven: Proven }) => {
  const queries = useQueryClient()
  const saved = (next: Account) => queries.setQueryData([accountPath], next)
  return (
    <section className="stack">
      <h2>{words.passkeys}</h2>
      {account.passkeys.length === 0 && <p className="soft">{words.noPasskeys}</p>}
      <ul className="people" hidden={account.passkeys.length === 0}>
        {account.passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} of={account.passkeys.length} proven={proven} onSaved={saved} />
        ))}
      </ul>
      {account.passkeys.length > 0 && <p className="soft">{words.removeHelp}</p>}
      <Button
        kind="quiet"
        why={passkeysWork() ? undefined : accountWords.credential.noPasskeys}
        onPress={async () => {
          const offer = await proven(() => api.post<NewPasskeyOffer>('/api/account/passkeys/offer'))
          const made = await makePasskey(offer, freeName(account.passkeys))
          saved(await proven(() => api.post<Account>('/api/account/passkeys', made)))
        }}
      >
        {words.addPasskey}
      </Button>
    </section>
  )
}

/** This browser's name, numbered where a passkey has it already: two alike could not be told apart when one is lost. */
const freeName = (passkeys: readonly Passkey[]): string => {
  const own = deviceFrom(navigator.userAgent)
  const taken = new Set(passkeys.map(({ name }) => name))
  let name = own
  for (let number = 2; taken.has(name); number += 1) name = words.another(own, number)
  return name
}

const PasskeyRow = ({
  passkey,
  of,
  proven,
  onSaved,
}: {
  passkey: Passkey
  /** How many there are: what was refused of the only one is forgotten once there is another. */
  of: number
  proven: Proven
  onSaved: (account: Account) => void
}) => {
  const [naming, setNaming] = useState(false)
  const timeZone = useClinicTimeZone()
  const { id, name, addedAt, usedAt } = passkey
  const used = usedAt ? words.lastUsed(showDay(usedAt, timeZone)) : words.neverUsed
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <div className="soft">{`${words.added(showDay(addedAt, timeZone))} · ${used}`}</div>
      </div>
      <div className="row">
        <Button kind="plain" label={words.renameLabel(name)} onPress={() => setNaming(!naming)}>
          {words.rename}
        </Button>
        <Button
          key={of}
          kind="plain"
          label={words.removeLabel(name)}
          onPress={async () => onSaved(await proven(() => api.post<Account>(`/api/account/passkeys/${id}/remove`)))}
        >
          {words.remove}
        </Button>
      </div>
      {naming && (
        <Form
          id={`passkey.${id}`}
          schema={Name}
          start={{ name }}
          kind="quiet"
          save={words.saveName}
          onSave={async (typed) => {
            onSaved(await api.post<Account>(`/api/account/passkeys/${id}/name`, typed))
            setNaming(false)
          }}
        >
          <Field name="name" label={words.newName} />
        </Form>
      )}
    </li>
  )
}
