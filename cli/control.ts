import { type Kept, verifyAll } from '../clinic/audit/verify.ts'
import type { Commands } from '../database/control.ts'
import { commandsFor } from '../database/control-commands.ts'
import type { Database } from '../database/types.ts'
import { exportTo } from './export.ts'
import { recover } from './recover.ts'

/** What a running Evenkeel does for the command line, because it alone may touch its folder. */
export const controlCommands = (db: Database, dataDir: string, origin: string): Commands => ({
  ...commandsFor(db, dataDir, () => new Date()),
  'audit verify': ({ kept }) => verifyAll(db, kept as Kept | undefined),
  recover: (request) => recover(db, dataDir, origin, request),
  export: (request) => exportTo(db, request),
})
