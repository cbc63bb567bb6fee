import type { Place } from '../../../clinic/locations/location.ts'
import type { FactOf } from '../../../clinic/records/kinds.ts'
import type { RemsForm } from '../../../science/rems/form.ts'
import type { Day, Instant } from '../../../science/time.ts'
import type { FilledField } from '../filled.ts'
import type { EnrolmentStep, enrolmentOf, Sending } from '../sending.ts'

/** What the server answers to these screens. */
export type FormAnswer = {
  patientName: string
  form: Pick<RemsForm, 'id' | 'title' | 'note' | 'reviewBy'> & { stale: boolean }
  forms: { id: string; title: string }[]
  fields: FilledField[]
  /** As the record stands now, to read beside the questions about them; it answers none. */
  medicines: { is: 'listed' | 'none known' | 'unknown'; facts: readonly (FactOf<'medicine'> & { id: string })[] }
  ended: boolean
  dosedAt: Instant
  dueOn: Day
  overdue: boolean
  sendings: Sending[]
}

export type DueAnswer = {
  unsent: { sessionId: string; patientId: string; patientName: string; dueOn: Day; overdue: boolean }[]
}

export type EnrolmentAnswer = {
  state: ReturnType<typeof enrolmentOf>
  steps: EnrolmentStep[]
  /** Of a setting: which registered location, of which. */
  location?: string
  locations?: Place[]
}
