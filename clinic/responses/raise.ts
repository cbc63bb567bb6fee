import type { Tx } from '../../database/types.ts'
import type { Instant } from '../../science/time.ts'
import type { Role } from '../accounts/permissions.ts'
import { raiseAlert } from '../safety/changes.ts'
import { findDueMinutes } from '../safety/due.ts'
import type { Flag } from './instruments.ts'

export type Raised = {
  patientId: string
  about: { kind: string; id: string }
  now: Instant
  /** Who has to act; the prescribers unless said. */
  ownerRole?: Role
}

/** What is about answers. */
export const aboutAnswers = (id: string): Raised['about'] => ({ kind: 'response', id })

/** Raises what answers, or what was written down of a patient, ask for. `inputs`: the numbers and codes it was read from. */
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
