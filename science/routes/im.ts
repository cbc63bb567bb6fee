import { generalReview, labelReview, register } from '../register.ts'
import { policy } from '../sources.ts'
import { imInstructions } from './im-instructions.ts'
import { racemicLimits } from './limits.ts'
import type { Line } from './lines.ts'
import { type ObservationKind, type Protocol, type Slot, written } from './protocol.ts'

const vitals: readonly ObservationKind[] = ['bloodPressure', 'heartRate', 'spo2', 'respiratoryRate', 'sedation']
const recovery: readonly ObservationKind[] = [...vitals, 'sideEffects']

const slot = (
  minutes: number,
  what: readonly ObservationKind[],
  why: string,
  source: Slot['source'],
  further: Slot['further'] = [],
): Slot => ({
  id: `T+${minutes}`,
  minutes,
  what,
  why,
  source,
  further,
  reviewBy: generalReview,
})
const recovering = policy('every 15 minutes after an IM dose, as in one cohort of infusions')
const peak = policy('IM effect reported to peak 10 to 20 minutes after the injection')

const line = (id: string, says: string, source: Line['source'], reviewBy = generalReview): Line => ({
  id,
  says,
  source,
  reviewBy,
})

/**
 * Racemic ketamine into a muscle, off-label for mood. No modern adult IM monitoring study was found, so the times are
 * clinic policy around a reported peak at 10 to 20 minutes, then every 15 minutes as in one cohort of infusions.
 */
export const imProtocol: Protocol = written({
  id: 'im-ketamine',
  route: 'im',
  title: 'Intramuscular ketamine',
  version: '2026-11-23',
  limits: racemicLimits,
  baseline: [...vitals, 'dissociation'],
  beforeDose: [
    line(
      'IM-1',
      'Baseline readings no older than {baselineWithinMinutes}: blood pressure, heart rate, breathing, SpO2, alertness.',
      register.sanacora,
    ),
    line('IM-2', 'Suicide screen since the last visit, and anything new since then.', register.sanacora),
    line('IM-3', 'When the patient last ate and drank.', policy('fasting before IM ketamine')),
    line('IM-4', 'A named responsible adult for the way home.', register.spravatoLabel2019, labelReview),
    line('IM-5', 'Pregnancy status where it applies.', register.spravatoLabel2019, labelReview),
    line('IM-6', 'Someone trained in advanced life support, and airway equipment, on site.', register.sanacora),
  ],
  schedule: [
    slot(10, vitals, 'Start of the reported peak', peak),
    slot(20, recovery, 'End of the reported peak', peak),
    slot(30, recovery, 'Recovery', recovering, [register.szarmach]),
    slot(45, recovery, 'Recovery', recovering, [register.szarmach]),
    slot(60, recovery, 'Recovery', recovering, [register.szarmach]),
    slot(75, recovery, 'Recovery', recovering, [register.szarmach]),
    slot(90, [...recovery, 'dissociation'], 'Earliest time of release', policy('shortest stay after IM ketamine')),
  ],
  repeated: [...recovery, 'dissociation'],
  instructions: imInstructions,
})
