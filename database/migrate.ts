import { noteSchema } from './embedded/folder.ts'
import { DatabaseError, StartProblem } from './errors.ts'
import { listMigrations, type Migration } from './migrations.ts'
import type { Connection, Database } from './types.ts'

/** Any number; the same one for every Evenkeel, so that two that start together migrate one after the other. */
const lock = 4_830_211

type Applied = { id: string; name: string; checksum: string }

const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`

/**
 * Brings the schema up to date: every migration not yet applied, in order, each in a transaction with its entry in
 * `migration`. Forward only. Refuses, with one sentence and nothing changed, when an applied migration was edited
 * since, or when the data has migrations this version does not know.
 * @returns the ids applied now
 */
export const migrate = async (db: Database, migrations: readonly Migration[] = listMigrations()): Promise<string[]> => {
  const connection = await db.connect()
  let broken = true
  try {
    await connection.send([{ text: `select pg_advisory_lock(${lock})` }])
    await connection.send([{ text: migrationTable }])
    const done = await applied(connection)
    compare(done, migrations, db.place)
    const fresh = migrations.slice(done.length)
    for (const migration of fresh) await apply(connection, migration)
    await connection.send([{ text: `select pg_advisory_unlock(${lock})` }])
    const newest = migrations.at(-1)
    if (db.engine === 'embedded' && newest && (fresh.length > 0 || done.length > 0)) noteSchema(db.place, newest.id)
    broken = false
    return fresh.map((migration) => migration.id)
  } finally {
    connection.release(broken && db.engine === 'server')
  }
}

/** The list of what was applied. */
export const migrationTable = `create table if not exists migration (
  id text primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`

const applied = async (connection: Connection): Promise<Applied[]> => {
  const [answer] = await connection.send([{ text: 'select id, name, checksum from migration order by id', values: [] }])
  return (answer?.rows ?? []) as Applied[]
}

const compare = (done: readonly Applied[], known: readonly Migration[], place: string): void => {
  done.forEach((row, i) => {
    const migration = known[i]
    if (!migration || migration.id !== row.id)
      throw new StartProblem(
        `The data in ${place} was written by a newer Evenkeel (it has migration ${row.id}_${row.name}, which this version does not know); nothing was changed. Start it with that version or a later one.`,
      )
    if (migration.checksum !== row.checksum)
      throw new StartProblem(
        `Migration ${row.id}_${row.name} was changed after it was applied to the data in ${place}; nothing was changed. Put the file back as it was and add a new migration instead.`,
      )
  })
}

/** A migration and its entry in the list, to run within a transaction. */
export const scriptOf = ({ id, name, text, checksum }: Migration): string =>
  `${text};\ninsert into migration (id, name, checksum) values (${[id, name, checksum].map(quote).join(', ')})`

const apply = async (connection: Connection, migration: Migration): Promise<void> => {
  const { id, name } = migration
  try {
    await connection.send([{ text: `begin;\n${scriptOf(migration)};\ncommit` }])
  } catch (error) {
    await connection.send([{ text: 'rollback' }]).catch(() => {})
    if (error instanceof DatabaseError)
      throw new StartProblem(
        `Migration ${id}_${name} could not be applied (${error.message}); nothing was changed by it.`,
        {
          cause: error,
        },
      )
    throw error
  }
}
