import { sayDay } from '../../web/words/words.ts'
import type { Material } from './material.ts'

/** The fields that the record of patient, clinic and staff answers, by the id of the field. */
export const fromRecord = ({ patient, monitor, clinic }: Material): Record<string, string | undefined> => ({
  firstName: patient.givenName,
  middleInitial: [...(patient.middleName ?? '')][0],
  lastName: patient.familyName,
  birthDate: patient.birthDate && sayDay(patient.birthDate),
  sex: patient.sex ?? undefined,
  monitorName: monitor.name,
  monitorEmail: monitor.email,
  settingName: clinic.name,
  settingAddress: clinic.address.street,
  settingAddress2: clinic.address.further,
  settingCity: clinic.address.city,
  settingState: clinic.address.region,
  settingZip: clinic.address.postalCode,
})
