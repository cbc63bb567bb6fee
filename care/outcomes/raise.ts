import type { NewResponse } from '../../clinic/responses/changes.ts'
import type { Flag } from '../../clinic/responses/instruments.ts'
import { raiseAlert } from '../../clinic/safety/changes.ts'
import { findDueMinutes } from '../../clinic/safety/due.ts'
import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'

export type Raised = {
  patientId: string
  about: { kind: string; id: string }
  now: Instant
  ownerRole?: NewResponse['ownerRole']
}

/** Raised by answers. */
export const by = (response: NewResponse): Raised => ({ ...response, about: { kind: 'response', id: response.id } })

export const raiseFlag = async (tx: Tx, by: Raised, flag: Flag, inputs: object): Promise<void> => {
  const minutes = await findDueMinutes(tx)
  await raiseAlert(tx, {
    patientId: by.patientId,
    ruleId: flag.id,
    level: flag.level,
    about: by.about,
    says: flag.says,
    source: flag.source,
    now: by.now,
    dueMinutes: minutes[flag.level],
    ownerRole: by.ownerRole ?? 'prescriber',
    inputs: { ...inputs },
  })
}
