import type { ReactNode } from 'react'
import { Choice } from '../../../web/controls/Choice.tsx'
import { DateField } from '../../../web/controls/DateField.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { NumberField } from '../../../web/controls/NumberField.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { TriState } from '../../../web/controls/TriState.tsx'
import { recordWords } from '../../../web/words/en/records.ts'
import type { Kind } from '../kinds.ts'
import { CodeHelp } from './CodeHelp.tsx'
import { WhileTyping } from './Recognition.tsx'

const choices = <Value extends string>(labels: Readonly<Record<Value, string>>) =>
  (Object.keys(labels) as Value[]).map((value) => ({ value, label: labels[value] }))

const fields: Record<Kind, ReactNode> = {
  problem: (
    <>
      <Field name="fact.words" label={recordWords.words} capitals="sentences" />
      <Choice name="fact.status" label={recordWords.status} options={choices(recordWords.statuses)} across />
      <Field name="fact.onset" label={recordWords.onset} hint={recordWords.partialHint} />
      <Field name="fact.code" label={recordWords.code} hint={recordWords.codeHint} capitals="characters" />
      <CodeHelp />
    </>
  ),
  medicine: (
    <>
      <Field name="fact.name" label={recordWords.medicineName} />
      <WhileTyping />
      <Field name="fact.dose" label={recordWords.dose} hint={recordWords.doseHint} />
      <Field name="fact.frequency" label={recordWords.frequency} />
      <Field name="fact.prescriber" label={recordWords.prescriber} />
      <Field name="fact.started" label={recordWords.started} hint={recordWords.partialHint} />
    </>
  ),
  allergy: (
    <>
      <Field name="fact.substance" label={recordWords.substance} />
      <Field name="fact.reaction" label={recordWords.reaction} />
      <Choice name="fact.severity" label={recordWords.severity} options={choices(recordWords.severities)} across />
    </>
  ),
  contact: (
    <>
      <Choice name="fact.kind" label={recordWords.contactKind} options={choices(recordWords.contactKinds)} across />
      <Field name="fact.name" label={recordWords.name} capitals="words" />
      <Field name="fact.phone" label={recordWords.phone} type="tel" inputMode="tel" />
      <Field name="fact.relation" label={recordWords.relation} />
      <TriState name="fact.isAdult" label={recordWords.isAdult} />
      <Field name="fact.note" label={recordWords.note} />
    </>
  ),
  pharmacy: (
    <>
      <Field name="fact.name" label={recordWords.name} />
      <Field name="fact.phone" label={recordWords.phone} type="tel" inputMode="tel" />
      <Field name="fact.fax" label={recordWords.fax} type="tel" inputMode="tel" />
      <Field name="fact.address" label={recordWords.address} />
    </>
  ),
  coverage: (
    <>
      <Choice name="fact.kind" label={recordWords.coverageKind} options={choices(recordWords.coverageKinds)} across />
      <Field name="fact.payer" label={recordWords.payer} />
      <Field name="fact.plan" label={recordWords.coveragePlan} />
      <Field name="fact.memberId" label={recordWords.memberId} />
      <Field name="fact.groupNumber" label={recordWords.groupNumber} />
      <Field name="fact.holder" label={recordWords.holder} />
    </>
  ),
  supply: (
    <>
      <Choice name="fact.drug" label={recordWords.supplyDrug} options={choices(recordWords.supplyDrugs)} across />
      <DateField name="fact.dispensedOn" label={recordWords.dispensedOn} />
      <NumberField name="fact.units" label={recordWords.units} hint={recordWords.openIfUnknown} />
      <NumberField name="fact.mgPerUnit" label={recordWords.mgPerUnit} unit="mg" decimals />
      <NumberField name="fact.coversDays" label={recordWords.coversDays} hint={recordWords.coversHint} />
      <Choice
        name="fact.dispensedBy"
        label={recordWords.dispensedBy}
        options={choices(recordWords.dispensers)}
        across
      />
      <Field name="fact.pharmacy" label={recordWords.whichPharmacy} />
      <Choice name="fact.knownFrom" label={recordWords.knownFrom} options={choices(recordWords.knownFroms)} across />
      <TextArea name="fact.note" label={recordWords.note} rows={2} />
    </>
  ),
  admission: (
    <>
      <DateField name="fact.admittedOn" label={recordWords.admittedOn} />
      <Choice name="fact.stay" label={recordWords.stay} options={choices(recordWords.stays)} across />
      <DateField name="fact.dischargedOn" label={recordWords.dischargedOn} hint={recordWords.openIfUnknown} />
      <Field name="fact.hospital" label={recordWords.hospital} />
      <Choice
        name="fact.knownFrom"
        label={recordWords.knownFrom}
        options={choices(recordWords.admissionFroms)}
        across
      />
      <TextArea name="fact.note" label={recordWords.note} rows={2} />
    </>
  ),
  loss: (
    <>
      <Choice name="fact.what" label={recordWords.lossWhat} options={choices(recordWords.losses)} across />
      <NumberField name="fact.units" label={recordWords.units} hint={recordWords.openIfUnknown} />
      <Field name="fact.lostOn" label={recordWords.lostOn} hint={recordWords.partialHint} />
      <Choice name="fact.knownFrom" label={recordWords.knownFrom} options={choices(recordWords.knownFroms)} across />
      <TextArea name="fact.note" label={recordWords.note} rows={2} />
    </>
  ),
}

/** The fields of one kind of fact, tied to a form that keeps them under `fact`. */
export const FactFields = ({ kind }: { kind: Kind }) => fields[kind]
