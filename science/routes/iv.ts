import { register } from '../register.ts'
import { policy } from '../sources.ts'
import { racemicInstructions } from './instructions.ts'
import { ivLimits } from './limits.ts'
import { everything, line, racemicSteps, recovery, slot, vitals } from './observing.ts'
import { type Protocol, written } from './protocol.ts'

const further = [register.szarmach]
/** Every 10 minutes during and every 15 after, as in 684 infusions at one centre. */
const running = (minutes: number) =>
  slot(minutes, vitals, 'Infusion running', register.rivaPosse, { further, from: 'start' })
const recovering = (minutes: number) => slot(minutes, recovery, 'Recovery', register.rivaPosse, { further })

/** Racemic ketamine into a vein by pump, off-label for mood. */
export const ivProtocol: Protocol = written({
  id: 'iv-ketamine',
  route: 'iv',
  title: 'Intravenous ketamine',
  version: '2026-11-29',
  limits: ivLimits,
  baseline: everything,
  beforeDose: [
    ...racemicSteps('IV'),
    line('IV-7', 'A line in place, its site and gauge recorded.', policy('line before an infusion')),
    line('IV-8', 'Continuous SpO2 while the infusion runs.', register.sanacora),
  ],
  during: [10, 20, 30, 40, 50, 60].map(running),
  schedule: [
    slot(0, everything, 'End of the infusion, peak effect', register.rivaPosse, { further }),
    recovering(15),
    recovering(30),
    recovering(45),
    slot(60, everything, 'Earliest time of release', policy('minimum stay after the end of an infusion')),
  ],
  repeated: everything,
  instructions: racemicInstructions('IV'),
})
