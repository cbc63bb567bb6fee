import { Checks } from '../../../web/controls/Check.tsx'
import { Choice } from '../../../web/controls/Choice.tsx'
import { DateField } from '../../../web/controls/DateField.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { TimeZoneField } from '../../../web/controls/TimeZoneField.tsx'
import { TriState } from '../../../web/controls/TriState.tsx'
import { recordWords } from '../../../web/words/en/records.ts'
import { ReachBy, Sex } from '../identity.ts'
import './records.css'

const sexes = Sex.options.map((value) => ({ value, label: recordWords.sexes[value] }))
const ways = ReachBy.options.map((value) => ({ value, label: recordWords.reachWays[value] }))

/** Who somebody is and how to reach them. Nothing is preselected; what is left empty is not recorded. */
export const IdentityFields = () => (
  <>
    <section className="form-part">
      <h2>{recordWords.who}</h2>
      <div className="columns">
        <Field name="identity.givenName" label={recordWords.givenName} capitals="words" />
        <Field
          name="identity.familyName"
          label={recordWords.familyName}
          hint={recordWords.familyNameHint}
          capitals="words"
        />
        <Field name="identity.middleName" label={recordWords.middleName} capitals="words" />
        <Field name="identity.suffix" label={recordWords.suffix} />
        <Field name="identity.preferredName" label={recordWords.preferredName} capitals="words" />
        <DateField name="identity.birthDate" label={recordWords.birthDate} min="1890-01-01" />
      </div>
      <Choice name="identity.sex" label={recordWords.sex} hint={recordWords.sexHint} options={sexes} across />
      <div className="columns">
        <Field name="identity.genderIdentity" label={recordWords.genderIdentity} hint={recordWords.inTheirWords} />
        <Field name="identity.pronouns" label={recordWords.pronouns} />
        <Field name="identity.language" label={recordWords.language} />
        <TimeZoneField name="identity.timeZone" label={recordWords.timeZone} />
      </div>
      <TriState name="identity.needsInterpreter" label={recordWords.needsInterpreter} />
    </section>
    <section className="form-part">
      <h2>{recordWords.reach}</h2>
      <div className="columns">
        <Field name="identity.phone" label={recordWords.phone} type="tel" inputMode="tel" />
        <Field name="identity.email" label={recordWords.email} type="email" inputMode="email" />
      </div>
      <Checks name="identity.reachBy" label={recordWords.reachBy} options={ways} />
      <TriState name="identity.mayLeaveMessage" label={recordWords.mayLeaveMessage} />
      <TextArea name="identity.reachNote" label={recordWords.reachNote} hint={recordWords.reachNoteHint} rows={2} />
      <h3>{recordWords.address}</h3>
      <div className="columns">
        <Field name="identity.address.line1" label={recordWords.line1} />
        <Field name="identity.address.line2" label={recordWords.line2} />
        <Field name="identity.address.city" label={recordWords.city} />
        <Field name="identity.address.state" label={recordWords.state} />
        <Field name="identity.address.postalCode" label={recordWords.postalCode} />
        <Field name="identity.address.country" label={recordWords.country} />
      </div>
    </section>
  </>
)
