import { randomUUID } from 'node:crypto'
import type { Aid } from '../care/intake/aid/aid.ts'
import type { Checked } from '../care/intake/request/checked.ts'
import { keepRequest } from '../care/intake/request/receive.ts'
import { Said } from '../care/intake/request/said.ts'
import type { Database } from '../database/types.ts'
import { addMinutes, type Instant } from '../science/time.ts'
import { done, type Hands } from './course/hands.ts'
import type { Timeline } from './timeline.ts'

const agreed = { agreeContact: 'yes', agreeNotUrgent: 'yes' } as const

/** What one of them brought along from the decision aid and the self-check. What is not here was left open. */
const decided: Aid = {
  'matters.needles': 'much',
  'matters.therapy': 'much',
  'matters.cost': 'some',
  'matters.speed': 'little',
  'health.highBloodPressure': 'yes',
  'health.bladder': 'not sure',
  'practical.ride': 'yes',
  'practical.twice': 'no',
  'claim.drive': 'false',
  'claim.forever': 'not sure',
  'ask.pay': 'yes',
  'ask.therapist': 'yes',
  own: 'What if I panic in the middle of it?',
  ready: 'talk',
}
const checkedAlready: Checked = {
  adult: 'yes',
  suicideThoughts: 'no',
  pregnant: 'no',
  aneurysm: 'no',
  highBloodPressure: 'yes',
  pastPsychosis: 'no',
  bladder: 'not sure',
  otherDrugs: 'no',
}

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
  {
    hoursAgo: 26,
    takenAfter: 2,
    said: {
      via: 'referral',
      givenName: 'Refa',
      familyName: 'Referred',
      phone: '503 555 0184',
      reachBy: ['call'],
      leaveMessage: 'no',
      reachNote: 'Please call after two. Others at home do not know.',
      goals: 'Two courses of medicine without enough change. Wants to hear about lozenges along with our therapy.',
      referrer: 'Tess Therapist, Demo Counseling',
      referrerRole: 'therapist',
      referrerPhone: '503 555 0185',
      referrerEmail: 'tess.therapist@example.test',
      agreePatient: 'yes',
    },
  },
  {
    hoursAgo: 5,
    said: {
      givenName: 'Addie',
      familyName: 'Attacher',
      birthDate: '1991-02-11',
      phone: '503 555 0186',
      email: 'addie.attacher@example.test',
      reachBy: ['sms', 'mail'],
      goals: 'I did the two helpers on your pages first.',
      attachAid: 'yes',
      aid: JSON.stringify(decided),
      attachCheck: 'yes',
      check: JSON.stringify(checkedAlready),
    },
  },
  {
    hoursAgo: 1,
    said: {
      givenName: 'Dana',
      familyName: 'Dangersign',
      phone: '503 555 0187',
      reachBy: ['call'],
      leaveMessage: 'yes',
      goals: 'Nothing helps any more and I think about killing myself.',
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
    const latestAt = timeline.now()
    await keepRequest(db, { clinicId, id, said: Said.parse({ ...one.said, ...agreed }), now: latestAt })
    if (!('takenAfter' in one)) return
    await timeline.until(addMinutes(now, (one.takenAfter - one.hoursAgo) * 60))
    done(
      await frontDesk.post(`/api/requests/${id}/take`, { id: randomUUID(), seen: { latestAt, steps: 0 } }),
      'Taking a request',
    )
  })
