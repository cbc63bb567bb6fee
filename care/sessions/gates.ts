import { type Finding, held, type Recorded } from '../../science/decide.ts'
import { newManiaOrPsychosis } from '../../science/instruments/mania-check.ts'
import { somethingNew } from '../../science/instruments/since-last.ts'
import { newOrWorseUrinary } from '../../science/instruments/urinary.ts'
import { type BeforeDoseFacts, beforeDose } from '../../science/routes/before-dose.ts'
import type { ObservationKind, Protocol } from '../../science/routes/protocol.ts'
import { releaseGate } from '../../science/routes/release.ts'
import type { ReleaseFacts } from '../../science/routes/release-facts.ts'
import { aldrete, padss } from '../../science/scales/recovery.ts'
import { totalOf } from '../../science/scales/scale.ts'
import { type Day, type Instant, minutesBetween } from '../../science/time.ts'
import { showing } from './alerts.ts'
import type { FindingKept, HeldAnswer } from './clearance.ts'
import { dueIn, outstanding } from './due.ts'
import type { SessionEvent } from './event.ts'
import { escortNamed, type Facts, instructionsGiven, suicideScreen } from './facts.ts'
import { resolvedIn } from './resolved.ts'
import { factValue, type Session } from './session.ts'
import { againFindings, type Standing, standingFindings } from './standing.ts'
import { observedIn, type Vitals } from './vitals.ts'
import { waitingFindings } from './waiting.ts'
import { watchFindings } from './watching.ts'

const since = (from: Instant | undefined, now: Instant): number | undefined =>
  from === undefined ? undefined : minutesBetween(from, now)

/** Asked, and none today, is longer ago than any limit. */
const sinceSpray = (at: Facts['nasalSprayAt'], now: Instant): number | undefined =>
  at === false ? Number.POSITIVE_INFINITY : since(at, now)

/** Age of the oldest part of what the protocol looks at before a dose; unknown while one of them was not looked at. */
const ageOfBaseline = (protocol: Protocol, session: Session, now: Instant): number | undefined => {
  const ages = protocol.baseline.map((kind) => since(lastSeenBefore(session, kind), now))
  return ages.includes(undefined) ? undefined : Math.max(...(ages as number[]))
}

/** When this was last looked at before the first dose. */
export const lastSeenBefore = (
  { vitals, firstDoseAt }: Pick<Session, 'vitals' | 'firstDoseAt'>,
  kind: ObservationKind,
): Instant | undefined =>
  vitals.findLast(
    ({ data, happenedAt }) =>
      (firstDoseAt === undefined || happenedAt <= firstDoseAt) && observedIn(data).includes(kind),
  )?.happenedAt

/** The last word before the first dose on a sign that not every set asks about: it stands until somebody says otherwise. */
const lastSaidBefore = <K extends 'crisisSymptoms' | 'newIrregularPulse'>(
  { vitals, firstDoseAt }: Pick<Session, 'vitals' | 'firstDoseAt'>,
  key: K,
): Vitals[K] =>
  vitals.findLast(
    ({ data, happenedAt }) => (firstDoseAt === undefined || happenedAt <= firstDoseAt) && data[key] !== undefined,
  )?.data[key]

/** What the rules before a dose look at, from the log of this session alone. */
export const beforeDoseFacts = (
  protocol: Protocol,
  session: Session,
  standing: Standing,
  now: Instant,
): Recorded<BeforeDoseFacts> => {
  const { baseline } = session
  return {
    systolic: baseline.systolic?.value,
    diastolic: baseline.diastolic?.value,
    heartRate: baseline.heartRate?.value,
    spo2: baseline.spo2?.value,
    respiratoryRate: baseline.respiratoryRate?.value,
    moaas: baseline.moaas?.value,
    crisisSymptoms: lastSaidBefore(session, 'crisisSymptoms'),
    newIrregularPulse: lastSaidBefore(session, 'newIrregularPulse'),
    minutesSinceBaseline: ageOfBaseline(protocol, session, now),
    minutesSinceFood: since(factValue(session, 'lastAteAt'), now),
    minutesSinceDrink: since(factValue(session, 'lastDrankAt'), now),
    minutesSinceNasalSpray: sinceSpray(factValue(session, 'nasalSprayAt'), now),
    remsEnrolled: factValue(session, 'remsEnrolled'),
    settingCertified: factValue(session, 'settingCertified'),
    prescriberOnSite: factValue(session, 'prescriberOnSite'),
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
  ...againFindings(standing, today),
  ...watchFindings(standing.watching, today),
  ...waitingFindings(standing.waiting, today),
  ...beforeDose(protocol, beforeDoseFacts(protocol, session, standing, now), { today }),
]

/**
 * Before a further dose of one session: what was weighed before the first is not weighed again. But determination, consent
 * and plan stand for every single one, and an emergency that the newest readings show is a prescriber's to weigh first.
 */
export const furtherDoseFindings = (
  protocol: Protocol,
  session: Session,
  standing: Standing,
  today: Day,
): Finding[] => [
  ...standingFindings(standing, today),
  ...showing(protocol, session, today).filter(({ severity }) => severity === 'emergency'),
]

/** Held findings that nobody with the right to has given a reason for: the step waits for these. */
export const unanswered = (findings: readonly Finding[], answers: readonly HeldAnswer[]): Finding[] =>
  held(findings).filter(
    ({ rule, overriddenBy }) => overriddenBy === 'nobody' || !answers.some((answer) => answer.rule === rule),
  )

/**
 * Whether something new is among what a finding rests on. A reading that came late from a tablet, was corrected or
 * withdrawn is news as well, whenever it was taken.
 */
const movedBy = ({ log }: Pick<Session, 'log'>, isNew: (said: Pick<SessionEvent, 'id' | 'seq'>) => boolean) => {
  const newIn = (kind: 'vitals' | 'facts') =>
    log.some((entry) => entry.kind === kind && [entry, ...entry.corrections].some(isNew))
  const [readings, facts] = [newIn('vitals'), newIn('facts')]
  return ({ section }: Pick<Finding, 'section'>): boolean => (section === 'Vital signs' ? readings : facts)
}

/** What a screen shows of readings and answers, by id: it goes with the reasons of whoever decides upon them. */
export const seenIn = ({ log }: Pick<Session, 'log'>): string[] =>
  log
    .filter(({ kind }) => kind === 'vitals' || kind === 'facts')
    .flatMap(({ id, corrections }) => [id, ...corrections.map((correction) => correction.id)])

/** What holds and got a reason, but rests on something that was not on the screen of whoever gave it. */
export const unseen = (
  session: Session,
  findings: readonly Finding[],
  answers: readonly HeldAnswer[],
  seen: readonly string[],
): Finding[] => {
  const isMoved = movedBy(session, ({ id }) => !seen.includes(id))
  return held(findings).filter((finding) => answers.some(({ rule }) => rule === finding.rule) && isMoved(finding))
}

/**
 * The answers of the clearance that still speak to what is known at the dose: a reason given for one blood pressure is
 * no reason for a later one, a reason for one alert is none for the next, and a reason for something unknown is none for
 * it once it is known.
 */
export const answersStillGood = (
  session: Session,
  findings: readonly Finding[],
  waiting: Standing['waiting'],
): HeldAnswer[] => {
  const { clearance } = session
  if (!clearance) return []
  const { happenedAt, seq, data } = clearance
  const isMoved = movedBy(session, (one) => one.seq > seq)
  return data.answers.filter(({ rule }) => {
    const then = data.findings.find((finding) => finding.rule === rule)
    const now = findings.find((finding) => finding.rule === rule)
    const newAlert = waiting?.some((one) => one.rule === rule && one.raisedAt > happenedAt) ?? false
    return then !== undefined && now !== undefined && then.answer === now.answer && !isMoved(now) && !newAlert
  })
}

/** Minutes around the fortieth after the dose in which a blood pressure counts as the one at 40 (RL-20). */
export const around40 = { from: 35, to: 45 } as const

/** A pressure was recorded around the fortieth minute after the last device. */
export const pressureAt40 = ({ vitals, lastDoseAt }: Pick<Session, 'vitals' | 'lastDoseAt'>): boolean =>
  vitals.some(({ data, happenedAt }) => {
    const minutes = since(lastDoseAt, happenedAt)
    return data.systolic !== undefined && minutes !== undefined && minutes >= around40.from && minutes <= around40.to
  })

/** What became of what was given: ends, lines, devices, and the pressure that the spray's programme asks for. */
const givingFacts = (session: Session): Recorded<ReleaseFacts> => {
  const { doses, givenAt, lines, decisions } = session
  const done = doses.length > 0 && givenAt !== undefined
  return {
    infusionEnded: done,
    lozengesEnded: done,
    linesOut: lines.length === 0 ? undefined : lines.every(({ removedAt }) => removedAt !== undefined),
    devicesDecided: undecidedDevices(session).length === 0,
    pressureRecordedAt40: pressureAt40(session),
    missingPressureDecided: decisions.some(({ data }) => data.about === 'pressure at 40 minutes'),
  }
}

/** Devices that did not give their whole dose, and about which no prescriber has written what they decide. */
export const undecidedDevices = ({ doses, decisions }: Pick<Session, 'doses' | 'decisions'>) =>
  doses.filter(
    ({ id, data: dose }) =>
      dose.route === 'esketamine' &&
      dose.gave !== 'both sprays' &&
      !decisions.some(({ data }) => data.about === 'device' && data.doseId === id),
  )

/** What the release criteria look at. */
export const releaseFacts = (protocol: Protocol, session: Session, now: Instant): Recorded<ReleaseFacts> => {
  const { baseline, latest, lastDoseAt, givenAt } = session
  const after = session.vitals.filter(({ happenedAt }) => lastDoseAt !== undefined && happenedAt > lastDoseAt)
  const systolics = after.map(({ data }) => data.systolic).filter((value) => value !== undefined)
  return {
    minutesSinceDose: since(givenAt, now),
    ...givingFacts(session),
    observationsOutstanding: lastDoseAt === undefined ? undefined : outstanding(dueIn(protocol, session, now)).length,
    moaas: latest.moaas?.value,
    ...resolvedIn(protocol, session),
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
    painControlled: factValue(session, 'painControlled'),
    aldrete: totalOf(aldrete, factValue(session, 'aldrete') ?? {}),
    padss: totalOf(padss, factValue(session, 'padss') ?? {}),
    suicideRiskAssessed: factValue(session, 'suicideRiskAssessed'),
    escortNamed: escortNamed(factValue(session, 'escort')),
    escortPresent: factValue(session, 'escortPresent'),
    instructionsGiven: instructionsGiven(factValue(session, 'instructionsGiven')),
  }
}

/** Every release criterion: met, not met or unknown. A named clinician releases; this never does. */
export const releaseFindings = (
  protocol: Protocol,
  session: Session,
  { now, today }: { now: Instant; today: Day },
): Finding[] => releaseGate(protocol, releaseFacts(protocol, session, now), { today })

export const kept = ({ rule, answer, says, holds }: Finding): FindingKept => ({ rule, answer, says, holds })
