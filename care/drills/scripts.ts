import type { Script } from './script.ts'
import { deepSedation } from './scripts/deep-sedation.ts'
import { hypertensiveSpike } from './scripts/hypertensive-spike.ts'
import { networkLoss } from './scripts/network-loss.ts'
import { noEscort } from './scripts/no-escort.ts'
import { panic } from './scripts/panic.ts'

/** Every drill there is. One that is left out can no longer be started; what was kept of it stays readable. */
export const scripts: readonly Script[] = [hypertensiveSpike, deepSedation, panic, noEscort, networkLoss]

export const findScript = (id: string): Script | undefined => scripts.find((script) => script.id === id)
