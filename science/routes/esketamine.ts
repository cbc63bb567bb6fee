import { labelReview, register } from '../register.ts'
import { policy } from '../sources.ts'
import { sprayInstructions } from './instructions.ts'
import { esketamineLimits } from './limits.ts'
import { everything, line, slot } from './observing.ts'
import { type Protocol, written } from './protocol.ts'

/** One single-use device holds this much, in two sprays. */
export const deviceMg = 28
export const sprayDoses = [56, 84] as const

const further = [register.spravatoDosing, register.rems]
const between = (minutes: number) =>
  slot(
    minutes,
    everything,
    'Sedation, dissociation and breathing',
    policy('every 15 to 20 minutes until 2 hours have passed'),
    {
      further,
      reviewBy: labelReview,
    },
  )

/**
 * Esketamine nasal spray, by its label and REMS. Times count from the last device, so that two hours after it are also
 * two hours after the first, which the monitoring form asks for.
 */
export const esketamineProtocol: Protocol = written({
  id: 'esketamine-spray',
  route: 'esketamine',
  title: 'Esketamine nasal spray',
  version: '2026-11-29',
  limits: esketamineLimits,
  baseline: everything,
  beforeDose: [
    line('ESK-1', 'Enrollment in the REMS verified today, before anything is dispensed.', register.rems, labelReview),
    line('ESK-2', 'Certified setting, prescriber on site, pulse oximeter at hand.', register.rems, labelReview),
    line('ESK-3', 'A named responsible adult for the ride home, and consent.', register.rems, labelReview),
    line(
      'ESK-4',
      'No food for {foodFreeMinutes}, no liquids for {drinkFreeMinutes}, no nasal steroid or decongestant for {nasalSprayFreeMinutes}.',
      register.spravatoPatientUse,
      labelReview,
    ),
    line(
      'ESK-5',
      'Blood pressure no older than {baselineWithinMinutes}; above {preDoseSystolicAbove}/{preDoseDiastolicAbove} mmHg a clinician weighs the risk of a transient rise against the benefit, and may delay.',
      register.spravatoMonograph,
      labelReview,
      [register.spravatoLabelCopy, register.spravatoLabelMemory],
    ),
    line(
      'ESK-6',
      'Not given where a rise in blood pressure or intracranial pressure is a serious risk.',
      register.spravatoMonograph,
      labelReview,
      [register.spravatoLabelCopy],
    ),
    line(
      'ESK-7',
      'The patient self-administers, seated, head tilted back about 45 degrees, observed throughout.',
      register.remsSite,
      labelReview,
      [register.spravatoMissedDose, register.spravatoLabelMemory],
    ),
    line(
      'ESK-8',
      '{deviceRestMinutes} of rest between devices. Devices are not primed.',
      register.spravatoMissedDose,
      labelReview,
      [register.spravatoPartialDose],
    ),
  ],
  schedule: [
    between(10),
    between(25),
    slot(40, everything, 'Blood pressure near its peak', register.spravatoDosing, {
      further: [register.remsForm2021],
      reviewBy: labelReview,
    }),
    between(55),
    between(70),
    between(85),
    between(100),
    slot(120, everything, 'Earliest time of release', register.rems, { reviewBy: labelReview }),
  ],
  repeated: everything,
  instructions: sprayInstructions,
})
