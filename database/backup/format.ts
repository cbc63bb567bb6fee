import { z } from 'zod'

/** Inside of a backup: lines of JSON. First this, then the tables one after the other, then `done`. */
export const Header = z.object({
  evenkeel: z.literal('backup'),
  version: z.literal(1),
  takenAt: z.string(),
  engine: z.enum(['embedded', 'server']),
  clinicIds: z.array(z.uuid()),
  migrations: z.array(z.object({ id: z.string(), name: z.string(), checksum: z.string() })),
  rows: z.record(z.string(), z.number().int().nonnegative()),
  sequences: z.array(z.object({ table: z.string(), column: z.string(), last: z.number(), called: z.boolean() })),
  /** The installation's key, without which sealed columns stay sealed. Absent where it lives elsewhere. */
  secretKey: z.string().optional(),
})
export type Header = z.infer<typeof Header>

/** Before the lines of a table … */
export const TableStart = z.object({ table: z.string(), columns: z.array(z.string()) })
export type TableStart = z.infer<typeof TableStart>

/** … and after them: how many there were, and the SHA-256 of them all, each with its line feed. */
export const TableEnd = z.object({ end: z.string(), rows: z.number().int(), sha256: z.string() })
export type TableEnd = z.infer<typeof TableEnd>

export const Done = z.object({ done: z.literal(true), tables: z.number().int(), rows: z.number().int() })
export type Done = z.infer<typeof Done>
