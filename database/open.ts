import { resolve } from 'node:path'
import { openEmbedded } from './embedded/engine.ts'
import type { Database } from './types.ts'

/**
 * Opens the database: PostgreSQL inside this process on `dataDir`, or the server at `url`. Throws `StartProblem` with
 * one plain sentence when that cannot be. Call `migrate` before anything else.
 */
export const openDatabase = async (where: { dataDir: string } | { url: string }): Promise<Database> => {
  if ('dataDir' in where) return openEmbedded(resolve(where.dataDir))
  const { openServer } = await import('./server.ts')
  return openServer(where.url)
}
