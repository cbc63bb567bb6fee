import type { Database, Step } from '../database/types.ts'

/**
 * The same database, whose commits do not wait for the disk. Making the demo is all or nothing: should the power fail
 * meanwhile, the half-made clinic is thrown away anyway. The entry that ends it is written without this, and its
 * commit waits for everything before it.
 */
export const unhurried = (db: Database): Database => ({
  ...db,
  connect: async () => {
    const connection = await db.connect()
    return { ...connection, send: (steps) => connection.send(steps.map(withoutWaiting)) }
  },
})

/** Only where a transaction begins; the setting ends with it. */
const withoutWaiting = (step: Step): Step =>
  step.text.startsWith('begin; ') ? { ...step, text: `${step.text}; set local synchronous_commit = off` } : step
