import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { printSchema } from './catalog/schema.ts'
import { migrate } from './migrate.ts'
import { openDatabase } from './open.ts'
import { owning } from './owner.ts'

/** Run after adding a migration: `node bin/run.mjs database/write-schema.ts` writes database/schema.sql anew. */
const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-schema-'))
const db = await openDatabase({ dataDir })
try {
  await migrate(db)
  writeFileSync(new URL('./schema.sql', import.meta.url), await owning(db, printSchema))
} finally {
  await db.close()
  rmSync(dataDir, { recursive: true, force: true })
}
