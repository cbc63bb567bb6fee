import { register } from '../register.ts'
import { policy } from '../sources.ts'
import { lozengeInstructions } from './instructions.ts'
import { lozengeLimits } from './limits.ts'
import { everything, line, racemicSteps, recovery, slot, vitals } from './observing.ts'
import { type Protocol, written } from './protocol.ts'

const peak = policy('looked at 30 to 45 minutes after a lozenge, around the reported peak in blood')
const recovering = policy('every 15 minutes after a lozenge, as in one cohort of infusions')
const further = [register.chong]
const later = (minutes: number) => slot(minutes, recovery, 'Recovery', recovering, { further: [register.szarmach] })

/** Racemic ketamine as a lozenge taken in the clinic, off-label and compounded. Nothing here is about lozenges at home. */
export const lozengeProtocol: Protocol = written({
  id: 'lozenge-ketamine',
  route: 'lozenge',
  title: 'Ketamine lozenge in the clinic',
  version: '2026-11-29',
  limits: lozengeLimits,
  baseline: everything,
  beforeDose: [
    ...racemicSteps('LZ'),
    line('LZ-7', 'Whether to swallow or spit out is agreed before the lozenge.', register.chong),
    line('LZ-8', 'Compounded ketamine has not been approved by the FDA.', register.fdaCompounded2023),
  ],
  schedule: [
    slot(15, vitals, 'Lozenge dissolving', recovering),
    slot(30, everything, 'Around the reported peak', peak, { further }),
    slot(45, everything, 'Around the reported peak', peak, { further }),
    later(60),
    later(75),
    later(90),
    later(105),
    slot(120, everything, 'Earliest time of release', policy('minimum stay after a lozenge')),
  ],
  repeated: everything,
  instructions: lozengeInstructions,
})
