import { type ReactNode, useState } from 'react'
import { z } from 'zod'
import { api } from '../../../web/api.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { Checks } from '../../../web/controls/Check.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { PersonRoles, personRoles } from '../staff/staff.ts'
import { isDisplay, type MadeLink, type StaffRow } from './staff-row.ts'
import { useMyId } from './useClinicTimeZone.ts'

const words = accountWords.staff
const Roles = z.object({ roles: PersonRoles })
const options = personRoles.map((value) => ({ value, label: accountWords.roles[value] }))

type Props = {
  member: StaffRow
  onChanged: () => Promise<void>
  onMade: (made: MadeLink, name: string) => Promise<void>
}

/** What the owner can change about one of the staff. */
export const StaffMember = ({ member, onChanged, onMade }: Props) => {
  const [said, setSaid] = useState<string>()
  const me = useMyId() === member.id
  const at = `/api/staff/${member.id}`
  if (!member.active) {
    return (
      <Button
        onPress={async () => {
          await api.post(`${at}/reactivate`)
          await onChanged()
        }}
      >
        {words.reactivate}
      </Button>
    )
  }
  return (
    <div className="stack" data-gap="wide">
      {!isDisplay(member) && (
        <Form
          id={`staff.roles.${member.id}`}
          schema={Roles}
          start={{ roles: member.roles.filter((role) => role !== 'display') as z.infer<typeof PersonRoles> }}
          from={member.mark}
          kind="quiet"
          save={words.saveRoles}
          onSave={async (typed, { from: seen }) => {
            await api.post(`${at}/roles`, { ...typed, seen })
            await onChanged()
          }}
        >
          <Checks name="roles" label={words.roles} options={options} />
        </Form>
      )}
      <Act help={isDisplay(member) || !member.joined ? undefined : words.anewRecoverHelp}>
        <Button kind="quiet" onPress={async () => onMade(await api.post<MadeLink>(`${at}/link`), member.name)}>
          {isDisplay(member) ? words.anew : member.joined ? words.anewRecover : words.anewJoin}
        </Button>
      </Act>
      <Act help={words.signOutHelp}>
        <Button
          kind="quiet"
          onPress={async () => {
            const { ended } = await api.post<{ ended: number }>(`${at}/sign-out`)
            await onChanged()
            setSaid(words.signedOut(ended))
          }}
        >
          {words.signOut}
        </Button>
        {said && <Notice title={said} live />}
      </Act>
      {!me && (
        <Act help={words.deactivateHelp}>
          <Button
            kind="quiet"
            onPress={async () => {
              await api.post(`${at}/deactivate`)
              await onChanged()
            }}
          >
            {words.deactivate}
          </Button>
        </Act>
      )}
    </div>
  )
}

const Act = ({ help, children }: { help: string | undefined; children: ReactNode }) => (
  <div className="stack" data-gap="tight">
    {children}
    {help && <p className="soft">{help}</p>}
  </div>
)
