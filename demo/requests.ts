import { randomUUID } from 'node:crypto'
import { keepRequest } from '../care/intake/request/receive.ts'
import { Said } from '../care/intake/request/said.ts'
import type { Database } from '../database/types.ts'
import { addMinutes, type Instant } from '../science/time.ts'
import { done, type Hands } from './course/hands.ts'
import type { Timeline } from './timeline.ts'

const agreed = { agreeContact: 'yes', agreeNotUrgent: 'yes' } as const

/** Who asked on the public page, how many hours ago, and after how many hours the front desk took it. */
const asked = [
  {
    hoursAgo: 51,
    takenAfter: 3,
    said: {
      givenName: 'Nova',
      familyName: 'Newcomer',
      phone: '503 555 0181',
      reachBy: ['call'],
      leaveMessage: 'no',
      reachNote: 'After five, please.',
      goals: 'Three medicines have not helped. I want to know if this may be something for me.',
      payer: 'Demo Health',
      agreeCoverage: 'yes',
    },
  },
  {
    hoursAgo: 20,
    said: {
      givenName: 'Quentin',
      familyName: 'Question',
      birthDate: '1979-08-14',
      email: 'quentin.question@example.test',
      reachBy: ['mail'],
      goals: 'My therapist told me about lozenges with therapy.',
      therapist: 'Tess Therapist',
      times: 'Tuesday mornings',
    },
  },
  { hoursAgo: 2, said: { givenName: 'Asking', familyName: 'Today', phone: '503 555 0182', reachBy: ['call', 'sms'] } },
] as const

/** One life for each: asked from outside, and found in the queue. */
export const publicRequests = (
  { db, clinicId, now, frontDesk }: Pick<Hands, 'frontDesk'> & { db: Database; clinicId: string; now: Instant },
  timeline: Timeline,
): (() => Promise<void>)[] =>
  asked.map((one) => async () => {
    const id = randomUUID()
    await timeline.until(addMinutes(now, -one.hoursAgo * 60))
    await keepRequest(db, { clinicId, id, said: Said.parse({ ...one.said, ...agreed }), now: timeline.now() })
    if (!('takenAfter' in one)) return
    await timeline.until(addMinutes(now, (one.takenAfter - one.hoursAgo) * 60))
    done(await frontDesk.post(`/api/requests/${id}/take`, { id: randomUUID() }), 'Taking a request')
  })
