import { type Finding, held, type Recorded } from '../../science/decide.ts'
import { newManiaOrPsychosis } from '../../science/instruments/mania-check.ts'
import { somethingNew } from '../../science/instruments/since-last.ts'
import { newOrWorseUrinary } from '../../science/instruments/urinary.ts'
import { type BeforeDoseFacts, beforeDose } from '../../science/routes/before-dose.ts'
import type { Protocol } from '../../science/routes/protocol.ts'
import { type ReleaseFacts, releaseGate } from '../../science/routes/release.ts'
import { aldrete, padss } from '../../science/scales/recovery.ts'
import { totalOf } from '../../science/scales/scale.ts'
import { type Day, type Instant, minutesBetween } from '../../science/time.ts'
import type { FindingKept, HeldAnswer } from './clearance.ts'
import { dueIn, outstanding } from './due.ts'
import { escortNamed, suicideScreen } from './facts.ts'
import { entriesOf } from './log.ts'
import { factValue, type Measured, type Session } from './session.ts'
import { type Standing, standingFindings } from './standing.ts'
import { readingNames } from './vitals.ts'
import { watchFindings } from './watching.ts'

const since = (from: Instant | undefined, now: Instant): number | undefined =>
  from === undefined ? undefined : minutesBetween(from, now)

/** Age of the oldest of the five readings; unknown while one of them was not taken. */
const ageOfBaseline = (baseline: Measured, now: Instant): number | undefined => {
  const ages = readingNames.map((name) => since(baseline[name]?.at, now))
  return ages.includes(undefined) ? undefined : Math.max(...(ages as number[]))
}

/** What the rules before a dose look at, from the log of this session alone. */
export const beforeDoseFacts = (session: Session, standing: Standing, now: Instant): Recorded<BeforeDoseFacts> => {
  const { baseline } = session
  return {
    systolic: baseline.systolic?.value,
    diastolic: baseline.diastolic?.value,
    heartRate: baseline.heartRate?.value,
    spo2: baseline.spo2?.value,
    respiratoryRate: baseline.respiratoryRate?.value,
    minutesSinceBaseline: ageOfBaseline(baseline, now),
    minutesSinceFood: since(factValue(session, 'lastAteAt'), now),
    minutesSinceDrink: since(factValue(session, 'lastDrankAt'), now),
    escortNamed: escortNamed(factValue(session, 'escort')),
    pregnancy: factValue(session, 'pregnancy'),
    intoxicatedToday: factValue(session, 'alcoholToday'),
    otherSedationToday: factValue(session, 'otherSedationToday'),
    suicideScreen: suicideScreen(factValue(session, 'suicide')),
    newManiaOrPsychosis: newManiaOrPsychosis(factValue(session, 'mania') ?? {}),
    newOrWorseUrinarySymptoms: newOrWorseUrinary(factValue(session, 'urinary') ?? {}),
    somethingNew: somethingNew(factValue(session, 'sinceLast') ?? {}),
    unreviewedAbsoluteContraindication: standing.determination.reopened
      ? true
      : standing.determination.inForce
        ? false
        : undefined,
  }
}

/** Every finding before a dose, the standing of determination, consent and plan first. */
export const beforeDoseFindings = (
  protocol: Protocol,
  session: Session,
  standing: Standing,
  { now, today }: { now: Instant; today: Day },
): Finding[] => [
  ...standingFindings(standing, today),
  ...watchFindings(standing.watching, today),
  ...beforeDose(protocol, beforeDoseFacts(session, standing, now), { today }),
]

/** Held findings that nobody with the right to has given a reason for: the step waits for these. */
export const unanswered = (findings: readonly Finding[], answers: readonly HeldAnswer[]): Finding[] =>
  held(findings).filter(
    ({ rule, overriddenBy }) => overriddenBy === 'nobody' || !answers.some((answer) => answer.rule === rule),
  )

/**
 * The answers of the clearance that still speak to what is known at the dose: a reason given for one blood pressure is
 * no reason for a later one, and a reason for something unknown is none for it once it is known.
 */
export const answersStillGood = (session: Session, findings: readonly Finding[]): HeldAnswer[] => {
  const { clearance } = session
  if (!clearance) return []
  const { happenedAt, data } = clearance
  const newReadings = session.vitals.some((set) => set.happenedAt > happenedAt)
  const newFacts = entriesOf(session.log, 'facts').some((facts) => facts.happenedAt > happenedAt)
  return data.answers.filter(({ rule }) => {
    const then = data.findings.find((finding) => finding.rule === rule)
    const now = findings.find((finding) => finding.rule === rule)
    const moved = now?.section === 'Vital signs' ? newReadings : newFacts
    return then !== undefined && now !== undefined && then.answer === now.answer && !moved
  })
}

/** What the release criteria look at. */
export const releaseFacts = (protocol: Protocol, session: Session, now: Instant): Recorded<ReleaseFacts> => {
  const { baseline, latest, lastDoseAt } = session
  const after = session.vitals.filter(({ happenedAt }) => lastDoseAt !== undefined && happenedAt > lastDoseAt)
  const systolics = after.map(({ data }) => data.systolic).filter((value) => value !== undefined)
  return {
    minutesSinceDose: since(lastDoseAt, now),
    observationsOutstanding: lastDoseAt === undefined ? undefined : outstanding(dueIn(protocol, session, now)).length,
    moaas: latest.moaas?.value,
    backToUsualSelf: factValue(session, 'backToUsualSelf'),
    systolic: latest.systolic?.value,
    diastolic: latest.diastolic?.value,
    baselineSystolic: baseline.systolic?.value,
    baselineDiastolic: baseline.diastolic?.value,
    highestSystolic: systolics.length > 0 ? Math.max(...systolics) : undefined,
    heartRate: latest.heartRate?.value,
    baselineHeartRate: baseline.heartRate?.value,
    spo2: latest.spo2?.value,
    baselineSpo2: baseline.spo2?.value,
    onRoomAir: factValue(session, 'onRoomAir'),
    walksSteadily: factValue(session, 'walksSteadily'),
    dizzy: factValue(session, 'dizzy'),
    nauseaControlled: factValue(session, 'nauseaControlled'),
    painControlled: factValue(session, 'painControlled'),
    aldrete: totalOf(aldrete, factValue(session, 'aldrete') ?? {}),
    padss: totalOf(padss, factValue(session, 'padss') ?? {}),
    suicideRiskAssessed: factValue(session, 'suicideRiskAssessed'),
    escortNamed: escortNamed(factValue(session, 'escort')),
    escortPresent: factValue(session, 'escortPresent'),
    instructionsGiven: factValue(session, 'instructionsGiven'),
  }
}

/** Every release criterion: met, not met or unknown. A named clinician releases; this never does. */
export const releaseFindings = (
  protocol: Protocol,
  session: Session,
  { now, today }: { now: Instant; today: Day },
): Finding[] => releaseGate(protocol, releaseFacts(protocol, session, now), { today })

export const kept = ({ rule, answer, says, holds }: Finding): FindingKept => ({ rule, answer, says, holds })
