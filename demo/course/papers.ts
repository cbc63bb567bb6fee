import { randomUUID } from 'node:crypto'
import { done, type Somebody } from './hands.ts'

/** What only a person knows of a made-up session in which nothing special happened. */
const answers = {
  firstTreatment: 'no',
  benzodiazepines: 'no',
  sedativeHypnotics: 'no',
  opioids: 'no',
  psychostimulants: 'no',
  otherMedicines: 'no',
  monitorPhone: '503 555 0199',
  vitalsBefore: 'yes',
  vitalsAtEnd: 'yes',
  seriousEvent: 'no',
  respiratoryDepression: 'no',
} as const

/** The monitoring form of a spray session, answered and marked as sent. */
export const sendForm = async (monitor: Somebody, patientId: string, sessionId: string, day: string): Promise<void> => {
  const path = `/api/patients/${patientId}/sessions/${sessionId}/rems`
  const form = 'pmf-2026'
  for (const [field, value] of Object.entries(answers))
    done(await monitor.post(`${path}/answers`, { id: randomUUID(), form, field, value }), 'Answering the REMS form')
  const words = 'Demo: what is missing here would be looked up on paper.'
  const sent = { id: randomUUID(), form, how: 'portal', sentOn: day, confirmation: 'DEMO', words }
  done(await monitor.post(`${path}/sent`, sent), 'Marking the REMS form as sent')
}
