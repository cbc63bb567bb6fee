import { register } from '../register.ts'
import { policy } from '../sources.ts'
import { racemicInstructions } from './instructions.ts'
import { racemicLimits } from './limits.ts'
import { atPeak, everything, racemicSteps, recovery, slot } from './observing.ts'
import { type Protocol, written } from './protocol.ts'

const recovering = policy('every 15 minutes after an IM dose, as in one cohort of infusions')
const peak = policy('IM effect reported to peak 10 to 20 minutes after the injection')
const further = [register.szarmach]

/**
 * Racemic ketamine into a muscle, off-label for mood. No modern adult IM monitoring study was found, so the times are
 * clinic policy around a reported peak at 10 to 20 minutes, then every 15 minutes as in one cohort of infusions.
 */
export const imProtocol: Protocol = written({
  id: 'im-ketamine',
  route: 'im',
  title: 'Intramuscular ketamine',
  version: '2026-11-29',
  limits: racemicLimits,
  baseline: everything,
  beforeDose: racemicSteps('IM'),
  schedule: [
    slot(10, atPeak, 'Start of the reported peak', peak),
    slot(20, everything, 'End of the reported peak', peak),
    slot(30, recovery, 'Recovery', recovering, { further }),
    slot(45, recovery, 'Recovery', recovering, { further }),
    slot(60, recovery, 'Recovery', recovering, { further }),
    slot(75, recovery, 'Recovery', recovering, { further }),
    slot(90, everything, 'Earliest time of release', policy('minimum stay after IM ketamine')),
  ],
  repeated: everything,
  instructions: racemicInstructions('IM'),
})
