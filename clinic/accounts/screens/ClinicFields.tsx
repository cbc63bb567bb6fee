import { Field } from '../../../web/controls/Field.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { accountWords } from '../../../web/words/en/accounts.ts'
import './accounts.css'
import { TimeZoneField } from '../../../web/controls/TimeZoneField.tsx'
import { HoursFields } from './HoursFields.tsx'

const words = accountWords.clinic

export const PlaceFields = () => (
  <>
    <Field name="name" label={words.name} capitals="words" autoComplete="organization" />
    <Field name="address.street" label={words.street} capitals="words" autoComplete="address-line1" />
    <Field name="address.further" label={words.further} note={words.optional} autoComplete="address-line2" />
    <div className="columns address-parts">
      <Field name="address.city" label={words.city} capitals="words" autoComplete="address-level2" />
      <Field name="address.region" label={words.region} note={words.optional} autoComplete="address-level1" />
      <Field name="address.postalCode" label={words.postalCode} autoComplete="postal-code" />
      <Field name="address.country" label={words.country} note={words.optional} autoComplete="country-name" />
    </div>
    <Field name="address.phone" type="tel" inputMode="tel" label={words.phone} autoComplete="tel" />
    <TimeZoneField name="timeZone" label={accountWords.clinic.timeZone} />
  </>
)

export const CoverFields = () => (
  <>
    <TextArea name="emergencyPlan" label={words.emergencyPlan} hint={words.emergencyPlanHint} rows={6} />
    <Field name="messageCover.who" label={words.who} hint={words.whoHint} />
    <HoursFields name="messageCover.hours" />
    <TextArea name="messageCover.outOfHours" label={words.outOfHours} hint={words.outOfHoursHint} rows={3} />
  </>
)
