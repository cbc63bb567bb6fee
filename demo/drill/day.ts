import type { Script } from '../../care/drills/script.ts'
import type { Route } from '../../science/decide.ts'
import { addMinutes, type Instant } from '../../science/time.ts'
import { chanceFrom } from '../chance.ts'
import { phq9Answers } from '../course/answering.ts'
import { arrive, book, type Slot } from '../course/booking.ts'
import { askConsent, countersign, signConsent } from '../course/consenting.ts'
import { determine, evaluate, nothingFound, screen } from '../course/evaluating.ts'
import { endLozenges, giveDevice, giveDose, giveLozenges, placeLine, startInfusion } from '../course/giving.ts'
import type { Hands } from '../course/hands.ts'
import { type SignedPlan, signPlan } from '../course/planning.ts'
import { keepLists, register } from '../course/registering.ts'
import { clear, measure, prepare } from '../course/treating.ts'
import { drillDoseMg, drillEscort, drillPatient } from './patient.ts'

export type DrillHands = Hands & { until: (at: Instant) => void }
export type Admitted = { patientId: string; sessionId: string; plan: SignedPlan }

const because = 'Made-up patient of a drill; looked at and talked over.'

/** From the registration to the booking, a few minutes between the steps. */
export const admit = async (hands: DrillHands, route: Route, slot: Slot): Promise<Admitted> => {
  const later = () => hands.until(addMinutes(hands.now(), 30))
  const patientId = await register(
    hands,
    { ...drillPatient, sex: 'female', reachBy: ['call'] },
    { contacts: [{ kind: 'emergency', isAdult: true, ...drillEscort }] },
  )
  await keepLists(hands, patientId, {
    problems: [{ words: 'Recurrent depressive disorder, current episode severe', code: 'F33.2' }],
    medicines: [{ name: 'Sertraline 100 mg', frequency: 'Once a day' }],
    allergies: 'none',
  })
  later()
  const evaluationId = await evaluate(hands, patientId, {
    ...nothingFound,
    systolic: 122,
    diastolic: 78,
    heartRate: 72,
    weight: 70,
    height: 170,
    diagnosis: 'Recurrent depression; two adequate trials of antidepressants without response.',
  })
  const no = Object.fromEntries(['1', '2', '3', '4', '5'].map((question) => [question, 'no']))
  await screen(hands, patientId, evaluationId, 'asq', no)
  await screen(hands, patientId, evaluationId, 'phq-9', phq9Answers(16, chanceFrom(1)))
  later()
  await determine(hands, patientId, evaluationId, {
    route,
    outcome: 'suitable',
    reasons: 'Made-up patient of a drill.',
    addressed: because,
  })
  later()
  const asked = await askConsent(hands, patientId, route)
  const textHash = await signConsent(hands, asked, `${drillPatient.givenName} ${drillPatient.familyName}`)
  await countersign(hands, patientId, asked, textHash)
  later()
  const prescribed = {
    doseMg: drillDoseMg[route],
    sessions: 6,
    daysBetweenLeast: 2,
    daysBetweenMost: 5,
    goals: 'To practice with.',
  }
  const plan = await signPlan(hands, patientId, prescribed, 'A drill.', undefined, route)
  return { patientId, plan, sessionId: await book(hands, patientId, slot) }
}

/** How long before the drill begins the first of the drug is given: the second device, and a lozenge's end, begin it. */
const firstBefore: Record<Route, number> = { im: 0, iv: 0, lozenge: 12, esketamine: 16 }

/** The treatment day until the last of the drug is in, or the pump runs. Times fit the strictest limits a clinic can set. */
export const treat = async (
  hands: DrillHands,
  { route, baseline }: Pick<Script, 'route' | 'baseline'>,
  { sessionId, plan }: Admitted,
  beganAt: Instant,
): Promise<void> => {
  const first = -firstBefore[route]
  const at = (minutes: number) => hands.until(addMinutes(beganAt, minutes))
  at(first - 25)
  await arrive(hands, sessionId)
  at(first - 10)
  await prepare(hands, sessionId, drillEscort, [], route)
  at(first - 4)
  await measure(hands, sessionId, { ...baseline, dissociation: 'none', nausea: 'none', pain: 0, crisisSymptoms: [] })
  if (route === 'iv') await placeLine(hands, sessionId, 'left')
  at(first - 2)
  await clear(hands, sessionId, because)
  at(first)
  await byRoute[route](hands, sessionId, plan, () => at(0))
}

type Given = (hands: DrillHands, sessionId: string, plan: SignedPlan, begin: () => void) => Promise<unknown>

const byRoute: Record<Route, Given> = {
  im: (hands, sessionId, plan) => giveDose(hands, sessionId, plan, 'left'),
  iv: (hands, sessionId, plan) => startInfusion(hands, sessionId, plan),
  lozenge: async (hands, sessionId, plan, begin) => {
    const doseId = await giveLozenges(hands, sessionId, plan)
    begin()
    await endLozenges(hands, sessionId, doseId)
  },
  esketamine: async (hands, sessionId, plan, begin) => {
    const expiry = `${Number(hands.now().slice(0, 4)) + 2}-06-30`
    await giveDevice(hands, sessionId, plan, 1, expiry)
    begin()
    await giveDevice(hands, sessionId, plan, 2, expiry)
  },
}
