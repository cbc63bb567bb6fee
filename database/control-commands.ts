import { backUp } from './backup.ts'
import type { Commands } from './control.ts'
import { StartProblem } from './errors.ts'
import type { Database } from './types.ts'

/** What a running Evenkeel does for `evenkeel` on the command line: `serveControl(dataDir, commandsFor(…))`. */
export const commandsFor = (db: Database, dataDir: string, now: () => Date): Commands => ({
  backup: async ({ to, key }) => {
    if (typeof to !== 'string' || (key !== undefined && typeof key !== 'string'))
      throw new StartProblem('A backup needs the name of a file.')
    return backUp(db, { to, dataDir, passphrase: key, now: now() })
  },
})
