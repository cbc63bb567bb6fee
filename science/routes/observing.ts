import { generalReview, labelReview, register } from '../register.ts'
import { policy, type Source } from '../sources.ts'
import type { Line } from './lines.ts'
import type { ObservationKind, Slot } from './protocol.ts'

/** What a monitor looks at each time, what is asked once the patient can be asked, and what at the peak and at the end. */
export const vitals: readonly ObservationKind[] = ['bloodPressure', 'heartRate', 'spo2', 'respiratoryRate', 'sedation']
export const recovery: readonly ObservationKind[] = [...vitals, 'sideEffects']
export const everything: readonly ObservationKind[] = [...recovery, 'dissociation']
/** At the height of an effect people are often past answering about nausea. */
export const atPeak: readonly ObservationKind[] = [...vitals, 'dissociation']

/** One observation of a schedule, so many minutes after `from`. */
export const slot = (
  minutes: number,
  what: readonly ObservationKind[],
  why: string,
  source: Source,
  {
    further = [],
    from = 'T',
    reviewBy = generalReview,
  }: Partial<Pick<Slot, 'further' | 'reviewBy'>> & { from?: 'T' | 'start' } = {},
): Slot => ({ id: `${from}+${minutes}`, minutes, what, why, source, further, reviewBy })

export const line = (
  id: string,
  says: string,
  source: Source,
  reviewBy = generalReview,
  further: readonly Source[] = [],
): Line => ({ id, says, source, ...(further.length > 0 ? { further } : {}), reviewBy })

/** The steps before a dose that every racemic route shares. */
export const racemicSteps = (prefix: 'IM' | 'IV' | 'LZ'): Line[] => [
  line(
    `${prefix}-1`,
    'Baseline no older than {baselineWithinMinutes}: blood pressure, heart rate, respiratory rate, SpO2, alertness, nausea and pain, and dissociation.',
    register.sanacora,
    generalReview,
    [policy('baseline within 15 minutes')],
  ),
  line(`${prefix}-2`, 'Suicide screen since the last visit, and anything new since then.', register.sanacora),
  line(`${prefix}-3`, 'When the patient last ate and drank.', policy('fasting before ketamine')),
  line(`${prefix}-4`, 'A named responsible adult for the ride home.', register.spravatoLabel2019, labelReview),
  line(`${prefix}-5`, 'Pregnancy status where it applies.', register.spravatoLabel2019, labelReview),
  line(`${prefix}-6`, 'Someone trained in advanced life support, and airway equipment, on site.', register.sanacora),
]
