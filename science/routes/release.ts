import { esketamineRedLines } from '../criteria/esketamine.ts'
import { type Criterion, weigh } from '../criterion.ts'
import type { Finding, Recorded, Route } from '../decide.ts'
import { generalReview, labelReview, register } from '../register.ts'
import { policy } from '../sources.ts'
import type { Day } from '../time.ts'
import { all, any, atLeast, atMost, below, is, not, within } from '../truth.ts'
import type { Limits } from './limits.ts'
import type { Protocol } from './protocol.ts'
import type { ReleaseFacts } from './release-facts.ts'

type ReleaseCriterion = Criterion<ReleaseFacts> & { routes?: readonly Route[] }

const common = { section: 'Release', overriddenBy: ['prescriber'], reviewBy: generalReview } as const

const circulation = (limits: Limits): ReleaseCriterion[] => [
  {
    ...common,
    id: 'B6-pressure',
    needs: ['systolic', 'diastolic', 'baselineSystolic', 'baselineDiastolic'],
    metWhen: ({ systolic, diastolic, baselineSystolic, baselineDiastolic }) =>
      all(
        within(limits.releasePressureWithinPercent.value, systolic, baselineSystolic),
        within(limits.releasePressureWithinPercent.value, diastolic, baselineDiastolic),
      ),
    says: `Blood pressure within ${limits.releasePressureWithinPercent.value}% of this session’s baseline.`,
    settledBy: 'Measure the blood pressure; a baseline is needed to compare.',
    source: limits.releasePressureWithinPercent.source,
    reviewBy: limits.releasePressureWithinPercent.reviewBy,
  },
  {
    ...common,
    id: 'B6-falling',
    needs: ['systolic', 'highestSystolic', 'baselineSystolic'],
    metWhen: ({ systolic, highestSystolic, baselineSystolic }) =>
      any(below(systolic, highestSystolic), atMost(highestSystolic, baselineSystolic)),
    says: 'Systolic pressure is past its peak, or never rose above baseline.',
    settledBy: 'Measure the blood pressure again.',
    source: register.spravatoLabelMemory,
    reviewBy: labelReview,
  },
  {
    ...common,
    id: 'B6-heart-rate',
    needs: ['heartRate', 'baselineHeartRate'],
    metWhen: ({ heartRate, baselineHeartRate }) =>
      within(limits.releaseHeartRateWithinPercent.value, heartRate, baselineHeartRate),
    says: `Heart rate within ${limits.releaseHeartRateWithinPercent.value}% of this session’s baseline.`,
    settledBy: 'Measure the heart rate; a baseline is needed to compare.',
    source: limits.releaseHeartRateWithinPercent.source,
    reviewBy: limits.releaseHeartRateWithinPercent.reviewBy,
  },
  {
    ...common,
    id: 'B6-spo2',
    needs: ['spo2', 'baselineSpo2', 'onRoomAir'],
    metWhen: ({ spo2, baselineSpo2, onRoomAir }) =>
      all(
        onRoomAir,
        spo2 === undefined || baselineSpo2 === undefined
          ? undefined
          : atMost(baselineSpo2 - spo2, limits.releaseSpo2FallAtMost.value),
      ),
    says: `SpO2 on room air, no more than ${limits.releaseSpo2FallAtMost.value} points below baseline.`,
    settledBy: 'Measure SpO2 on room air; a baseline is needed to compare.',
    source: limits.releaseSpo2FallAtMost.source,
    reviewBy: limits.releaseSpo2FallAtMost.reviewBy,
  },
]

const wakefulness: ReleaseCriterion[] = [
  {
    ...common,
    id: 'B6-alert',
    needs: ['moaas', 'sleepinessEnded'],
    metWhen: ({ moaas, sleepinessEnded }) => all(is(moaas, 5), sleepinessEnded),
    says: 'Responds readily to name spoken in a normal tone (MOAA/S 5), and no sleepiness is ongoing as a side effect.',
    settledBy: 'Rate alertness (MOAA/S). End a side effect that has resolved.',
    source: register.moaas,
    further: [register.spravatoSummary2020],
  },
  {
    ...common,
    id: 'B6-dissociation',
    needs: ['backToUsualSelf'],
    metWhen: ({ backToUsualSelf }) => backToUsualSelf,
    says: 'Mental status back to pre-session baseline, with no residual dissociation.',
    settledBy: 'Ask and observe, and enter yes or no. A later observation or an ongoing side effect takes precedence.',
    source: register.cadssMemory,
  },
  {
    ...common,
    id: 'B6-walking',
    needs: ['walksSteadily', 'dizzy'],
    metWhen: ({ walksSteadily, dizzy }) => all(walksSteadily, is(dizzy, false)),
    says: 'Walks steadily and is not dizzy.',
    settledBy: 'Walk a few steps with the patient. End dizziness that has resolved.',
    source: register.padss,
  },
  {
    ...common,
    id: 'B6-comfort',
    needs: ['nauseaControlled', 'painControlled'],
    metWhen: ({ nauseaControlled, painControlled }) => all(nauseaControlled, painControlled),
    says: 'Nausea and pain are under control.',
    settledBy: 'Ask about nausea and pain. A later observation or an ongoing side effect takes precedence.',
    source: register.padss,
  },
]

/** Whatever goes in over time is not in at its dose: the stay counts from when the last of it was (`Session.givenAt`). */
const stayFrom = (route: Route | undefined): { since: string; settledBy: string } => {
  if (route === 'im') return { since: 'the last injection', settledBy: 'It counts from its recorded time.' }
  if (route === 'iv')
    return { since: 'the end of the infusion', settledBy: 'It counts from the recorded stop of the infusion.' }
  if (route === 'lozenge')
    return {
      since: 'the last lozenge was swallowed or spat out',
      settledBy: 'It counts from the recorded end of the lozenge.',
    }
  if (route === 'esketamine') return { since: 'the last device', settledBy: 'It counts from its recorded time.' }
  return { since: 'the last of the dose was in', settledBy: 'It counts from the recorded time.' }
}

const going = (limits: Limits, route: Route | undefined): ReleaseCriterion[] => [
  {
    ...common,
    id: 'B6-score',
    needs: ['aldrete', 'padss'],
    metWhen: ({ aldrete, padss }) =>
      any(atLeast(aldrete, limits.releaseScoreFrom.value), atLeast(padss, limits.releaseScoreFrom.value)),
    says: `Recovery score of ${limits.releaseScoreFrom.value} or more (modified Aldrete or PADSS).`,
    settledBy: 'Score the recovery.',
    source: limits.releaseScoreFrom.source,
    further: [register.padss],
    reviewBy: limits.releaseScoreFrom.reviewBy,
  },
  {
    ...common,
    id: 'B6-suicide',
    needs: ['suicideRiskAssessed'],
    metWhen: ({ suicideRiskAssessed }) => suicideRiskAssessed,
    says: 'A clinician was able to assess suicide risk before the patient leaves.',
    settledBy: 'Assess suicide risk.',
    source: register.sanacora,
  },
  {
    ...common,
    id: 'RL-23',
    needs: ['escortNamed', 'escortPresent'],
    metWhen: ({ escortNamed, escortPresent }) => all(escortNamed, escortPresent),
    says: 'A responsible adult, by name, is here to go home with the patient.',
    settledBy: 'Enter who is taking the patient home, and that they are here.',
    source: register.spravatoLabel2019,
    further: [register.sanacora],
    reviewBy: labelReview,
  },
  {
    ...common,
    id: 'B6-time',
    needs: ['minutesSinceDose'],
    metWhen: ({ minutesSinceDose }) => atLeast(minutesSinceDose, limits.minimumStayMinutes.value),
    says: `At least ${limits.minimumStayMinutes.value} minutes since ${stayFrom(route).since}.`,
    settledBy: stayFrom(route).settledBy,
    source: limits.minimumStayMinutes.source,
    reviewBy: limits.minimumStayMinutes.reviewBy,
  },
  {
    ...common,
    id: 'B6-observations',
    needs: ['observationsOutstanding'],
    metWhen: ({ observationsOutstanding }) => is(observationsOutstanding, 0),
    says: 'No observation is due or overdue.',
    settledBy: 'Record the observations that are due.',
    source: policy('all observations are recorded before leaving'),
  },
  {
    ...common,
    id: 'B6-instructions',
    needs: ['instructionsGiven'],
    metWhen: ({ instructionsGiven }) => instructionsGiven,
    says: 'The written instructions were given: no driving until the next day after a night’s sleep.',
    settledBy: 'Give the instructions, and enter that you did.',
    source: register.spravatoLabel2019,
    reviewBy: labelReview,
  },
]

const infusion: ReleaseCriterion[] = [
  {
    ...common,
    id: 'IV-ended',
    routes: ['iv'],
    needs: ['infusionEnded'],
    metWhen: ({ infusionEnded }) => infusionEnded,
    says: 'The end of the infusion is recorded.',
    settledBy: 'Record when and why the infusion was stopped.',
    source: policy('an infusion is over when somebody has written that it is'),
    overriddenBy: 'nobody',
  },
  {
    ...common,
    id: 'IV-line',
    routes: ['iv'],
    needs: ['linesOut'],
    metWhen: ({ linesOut }) => linesOut,
    says: 'The line is out.',
    settledBy: 'Record that the line was removed.',
    source: policy('nobody goes home with a line in place'),
    overriddenBy: 'nobody',
  },
]

const lozenge: ReleaseCriterion = {
  ...common,
  id: 'LZ-ended',
  routes: ['lozenge'],
  needs: ['lozengesEnded'],
  metWhen: ({ lozengesEnded }) => lozengesEnded,
  says: 'Whether the lozenge was swallowed or spat out, and when, is recorded.',
  settledBy: 'Record what happened to the lozenge.',
  source: register.chong,
  further: [policy('what was swallowed changes the exposure, so each session records it')],
  overriddenBy: 'nobody',
}

/** A red line as something to be fulfilled. It holds whenever the red line does, and says what is fulfilled. */
const fulfilled = (id: string, says: string): ReleaseCriterion => {
  const line = esketamineRedLines.find((one) => one.id === id)
  if (!line) throw new Error(`There is no red line ${id}.`)
  const { settledBy, source, further = [], reviewBy, overriddenBy } = line
  return {
    section: common.section,
    id,
    routes: ['esketamine'],
    needs: line.needs.map((need) => (need === 'dissociationResolved' ? 'backToUsualSelf' : need)),
    metWhen: (facts) => not(line.holdsWhen({ ...facts, dissociationResolved: facts.backToUsualSelf })),
    says,
    settledBy,
    source,
    further,
    reviewBy,
    overriddenBy,
  }
}

const line22 = fulfilled('RL-22', 'Sedation, dissociation and slow breathing have resolved.')
const resolved: ReleaseCriterion = {
  ...line22,
  needs: [...line22.needs, 'sleepinessEnded'],
  metWhen: (facts) => all(line22.metWhen(facts), facts.sleepinessEnded),
}

const spray: ReleaseCriterion[] = [
  {
    ...fulfilled('RL-20', 'Blood pressure recorded 40 minutes after the dose, give or take 5.'),
    needs: ['pressureRecordedAt40', 'missingPressureDecided'],
    metWhen: ({ pressureRecordedAt40, missingPressureDecided }) => any(pressureRecordedAt40, missingPressureDecided),
    settledBy: 'Record the blood pressure 40 minutes after the dose; if it was missed, a prescriber decides.',
  },
  fulfilled('RL-21', 'At least 2 hours since the last device.'),
  resolved,
  {
    ...common,
    id: 'A2-partial',
    routes: ['esketamine'],
    needs: ['devicesDecided'],
    metWhen: ({ devicesDecided }) => devicesDecided,
    says: 'A prescriber has decided about every device that did not deliver its full dose.',
    settledBy: 'Record for each device whether both sprays were given; a prescriber records their decision.',
    source: register.spravatoPartialDose,
    reviewBy: labelReview,
    overriddenBy: 'nobody',
  },
]

/** The criteria of one route, or of all. */
export const releaseCriteria = (limits: Limits, route?: Route): ReleaseCriterion[] =>
  [...wakefulness, ...circulation(limits), ...infusion, lozenge, ...spray, ...going(limits, route)].filter(
    ({ routes }) => routes === undefined || route === undefined || routes.includes(route),
  )

/** Every release criterion: met, not met or unknown. A clinician releases; this never does. */
export const releaseGate = (protocol: Protocol, facts: Recorded<ReleaseFacts>, { today }: { today: Day }): Finding[] =>
  weigh<ReleaseFacts>(releaseCriteria(protocol.limits, protocol.route), facts, { today })
