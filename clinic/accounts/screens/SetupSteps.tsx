import type { ReactNode } from 'react'
import type { z } from 'zod'
import { Button } from '../../../web/controls/Button.tsx'
import { Checks } from '../../../web/controls/Check.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Form } from '../../../web/controls/Form.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { accountWords } from '../../../web/words/en/accounts.ts'
import { Owner } from '../set-up/set-up.ts'
import { ClinicSettings } from '../settings/clinic-settings.ts'
import { personRoles } from '../staff/staff.ts'
import { ChooseCredential, type Chosen, type Offers } from './ChooseCredential.tsx'
import { CoverFields, PlaceFields } from './ClinicFields.tsx'
import { useOnce } from './useOnce.ts'

const words = accountWords.setUp

const Place = ClinicSettings.pick({ name: true, address: true, timeZone: true })
const Cover = ClinicSettings.pick({ emergencyPlan: true, messageCover: true })
const OwnerTyped = Owner.omit({ id: true })

export type SetUpSoFar = {
  place?: z.infer<typeof Place>
  cover?: z.infer<typeof Cover>
  owner?: z.infer<typeof OwnerTyped>
}

type StepProps = {
  token: string
  ownerId: string
  soFar: SetUpSoFar
  onNext: (more: SetUpSoFar) => Promise<void>
  onBack: () => void
  onCredential: (credential: Chosen) => Promise<void>
}

const Titled = ({ title, help, children }: { title: string; help: string; children: ReactNode }) => (
  <section className="stack">
    <h2>{title}</h2>
    <p className="soft">{help}</p>
    {children}
  </section>
)

const Back = ({ onBack }: { onBack: () => void }) => (
  <Button kind="plain" onPress={onBack}>
    {words.back}
  </Button>
)

export const PlaceStep = ({ soFar, onNext }: StepProps) => (
  <Titled title={words.clinic} help={words.clinicHelp}>
    <Form
      id="set-up.place"
      schema={Place}
      start={soFar.place ?? { timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }}
      save={words.next}
      onSave={(place) => onNext({ place })}
    >
      <PlaceFields />
    </Form>
  </Titled>
)

export const CoverStep = ({ soFar, onNext, onBack }: StepProps) => (
  <Titled title={words.cover} help={words.coverHelp}>
    <Form
      id="set-up.cover"
      schema={Cover}
      start={soFar.cover}
      save={words.next}
      onSave={(cover) => onNext({ cover })}
      also={<Back onBack={onBack} />}
    >
      <CoverFields />
    </Form>
  </Titled>
)

const otherRoles = personRoles
  .filter((role) => role !== 'owner')
  .map((value) => ({ value, label: accountWords.roles[value] }))

export const OwnerStep = ({ soFar, onNext, onBack }: StepProps) => (
  <Titled title={words.you} help={words.youHelp}>
    <Form
      id="set-up.owner"
      schema={OwnerTyped}
      start={soFar.owner && { ...soFar.owner, roles: soFar.owner.roles.filter((role) => role !== 'owner') }}
      save={words.next}
      onSave={(owner) => onNext({ owner })}
      also={<Back onBack={onBack} />}
    >
      <Field
        name="name"
        label={accountWords.person.name}
        hint={accountWords.person.nameHint}
        autoComplete="name"
        capitals="words"
      />
      <Field
        name="email"
        type="email"
        label={accountWords.person.email}
        hint={accountWords.person.emailHint}
        autoComplete="email"
      />
      <Checks
        name="roles"
        label={accountWords.person.alsoRoles}
        options={otherRoles}
        none={accountWords.person.onlyOwner}
      />
    </Form>
  </Titled>
)

export const CredentialStep = ({ token, ownerId, soFar, onBack, onCredential }: StepProps) => {
  const owner = { ...soFar.owner, id: ownerId }
  const { answer, problem } = useOnce<Offers>('/api/setup/offer', { token, owner })
  return (
    <section className="stack">
      {problem && <ProblemNotice problem={problem} />}
      {!answer && !problem && <Skeleton lines={4} />}
      {answer && (
        <ChooseCredential
          offers={answer}
          own={[soFar.owner?.name ?? '', soFar.owner?.email ?? '']}
          onChoose={onCredential}
        />
      )}
      <Back onBack={onBack} />
    </section>
  )
}
