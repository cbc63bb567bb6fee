import { api } from '../../../web/api.ts'
import { Checks } from '../../../web/controls/Check.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { NewDisplay, NewStaff, personRoles } from '../staff/staff.ts'
import type { MadeLink } from './staff-row.ts'

const words = accountWords.staff

const roleOptions = personRoles.map((value) => ({
  value,
  label: accountWords.roles[value],
  hint: accountWords.roleHints[value],
}))

type Made = { onMade: (made: MadeLink, name: string) => Promise<void> }

export const InvitePerson = ({ onMade }: Made) => {
  return (
    <Form
      id="staff.invite"
      schema={NewStaff.omit({ id: true })}
      save={words.sendInvite}
      onSave={async (typed, { sentId: id }) =>
        onMade(await api.post<MadeLink>('/api/staff', { id, ...typed }), typed.name)
      }
    >
      <Field name="name" label={words.name} capitals="words" />
      <Field name="email" type="email" inputMode="email" label={words.email} />
      <Checks name="roles" label={words.roles} options={roleOptions} />
    </Form>
  )
}

export const InviteDisplay = ({ onMade }: Made) => {
  return (
    <Form
      id="staff.display"
      schema={NewDisplay.omit({ id: true })}
      save={words.makeDisplay}
      onSave={async (typed, { sentId: id }) =>
        onMade(await api.post<MadeLink>('/api/displays', { id, ...typed }), typed.name)
      }
    >
      <Field name="name" label={words.displayName} hint={words.displayHint} />
    </Form>
  )
}
