import fs from 'node:fs'
import { join } from 'node:path'
import { StartProblem } from '../errors.ts'
import { fsyncPath, fsyncTree } from './fsync.ts'

/** PostgreSQL's major version inside the pinned PGlite. A cluster belongs to one major version. */
export const postgresMajor = 18

type Version = { postgres: number; schema: string }

const versionFile = (dataDir: string): string => join(dataDir, 'version.json')
const unfinished = (dataDir: string): string => join(dataDir, 'first-start-unfinished')
export const clusterIn = (dataDir: string): string => join(dataDir, 'database')

/** Written to another name first, so that a power cut leaves the old file or the new one. */
const writeWhole = (path: string, content: string): void => {
  fs.writeFileSync(`${path}.new`, content, { mode: 0o600, flush: true })
  fs.renameSync(`${path}.new`, path)
}

/** Whether a database was made in this folder before. */
export const isMade = (dataDir: string): boolean => fs.existsSync(versionFile(dataDir))

const readVersion = (dataDir: string): Version | undefined => {
  if (!fs.existsSync(versionFile(dataDir))) return undefined
  const found: unknown = (() => {
    try {
      return JSON.parse(fs.readFileSync(versionFile(dataDir), 'utf8'))
    } catch {
      return undefined
    }
  })()
  if (typeof found === 'object' && found !== null && 'postgres' in found && 'schema' in found)
    return { postgres: Number(found.postgres), schema: String(found.schema) }
  throw new StartProblem(
    `The file ${versionFile(dataDir)} is damaged, so it is not clear which version wrote this data; nothing was changed. Restore a backup into an empty folder.`,
  )
}

/**
 * Makes ready to open the cluster, or refuses with one sentence and changes nothing. Returns whether this is the first
 * start. A first start that was cut short acknowledged nothing, so what it left is cleared and it begins again.
 */
export const prepareFolder = (dataDir: string, newestSchema: string): { first: boolean } => {
  const version = readVersion(dataDir)
  const cluster = clusterIn(dataDir)
  if (!version) {
    if (fs.existsSync(unfinished(dataDir))) fs.rmSync(cluster, { recursive: true, force: true })
    else if (fs.existsSync(cluster))
      throw new StartProblem(
        `The folder ${dataDir} holds a database that Evenkeel does not recognize (version.json is missing); nothing was changed. Restore a backup into an empty folder.`,
      )
    fs.writeFileSync(unfinished(dataDir), '', { mode: 0o600, flush: true })
    fs.mkdirSync(cluster, { mode: 0o700 })
    return { first: true }
  }
  if (version.postgres !== postgresMajor)
    throw new StartProblem(
      `The data folder ${dataDir} was written by PostgreSQL ${version.postgres} and this Evenkeel brings PostgreSQL ${postgresMajor}; nothing was changed. Back up with the Evenkeel that wrote it and restore here.`,
    )
  if (version.schema > newestSchema)
    throw new StartProblem(
      `The data folder ${dataDir} was written by a newer Evenkeel (schema ${version.schema}; this one knows ${newestSchema}); nothing was changed. Start it with that version or a later one.`,
    )
  if (!fs.existsSync(join(cluster, 'PG_VERSION')))
    throw new StartProblem(
      `The database in ${dataDir} is missing or damaged; nothing was changed. Restore a backup into an empty folder.`,
    )
  return { first: false }
}

/** Called once the new cluster is open: makes all of it durable, then says so. */
export const finishFirstStart = (dataDir: string): void => {
  fsyncTree(clusterIn(dataDir))
  noteSchema(dataDir, '0000')
  fs.rmSync(unfinished(dataDir), { force: true })
  if (process.platform !== 'win32') fsyncPath(dataDir, 'r')
}

/** Remembers which schema the data has, so that an older Evenkeel can refuse before it opens anything. */
export const noteSchema = (dataDir: string, schema: string): void => {
  writeWhole(versionFile(dataDir), `${JSON.stringify({ postgres: postgresMajor, schema })}\n`)
  if (process.platform !== 'win32') fsyncPath(dataDir, 'r')
}
