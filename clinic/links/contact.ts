import type { Instant } from '../../science/time.ts'
import type { StoredClinic } from '../accounts/settings/queries.ts'
import { coverAt } from './cover.ts'

/** What a patient is told about reaching the clinic, on every page a link opens. Absent where the clinic has not said. */
export type Contact = {
  name: string
  phone?: string
  timeZone: string
  isDemo: boolean
  /** Who reads what is sent here; whether somebody does at this moment; what to do when not. */
  cover: {
    who?: string
    outOfHours?: string
    hours: readonly { days: readonly string[]; from: string; until: string }[]
    now: boolean | undefined
  }
}

export const contactOf = (clinic: StoredClinic, now: Instant): Contact => ({
  name: clinic.name,
  ...(clinic.address.phone ? { phone: clinic.address.phone } : {}),
  timeZone: clinic.timeZone,
  isDemo: clinic.isDemo,
  cover: {
    ...(clinic.messageCover.who ? { who: clinic.messageCover.who } : {}),
    ...(clinic.messageCover.outOfHours ? { outOfHours: clinic.messageCover.outOfHours } : {}),
    hours: clinic.messageCover.hours ?? [],
    now: coverAt(clinic.messageCover.hours, clinic.timeZone, now),
  },
})
