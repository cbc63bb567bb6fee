import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'

export type Migration = { id: string; name: string; text: string; checksum: string }

const folder = new URL('./migrations/', import.meta.url)

const files = (): string[] =>
  readdirSync(folder)
    .filter((file) => /^\d{4}_[\w-]+\.sql$/.test(file))
    .sort()

/** Every migration in order. The checksum ignores the line endings that a checkout may change. */
export const listMigrations = (): Migration[] =>
  files().map((file) => {
    const text = readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n')
    return {
      id: file.slice(0, 4),
      name: file.slice(5, -4),
      text,
      checksum: createHash('sha256').update(text).digest('hex'),
    }
  })

export const newestMigration = (): string => files().at(-1)?.slice(0, 4) ?? '0000'
