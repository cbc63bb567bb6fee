import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Kept, type Verdicts, verifyAll } from '../clinic/audit/verify.ts'
import { StartProblem } from '../database/errors.ts'
import { onPlace } from './on-place.ts'

const help = `evenkeel audit verify [--kept FILE]

Recomputes the hash of every audit entry of every clinic and compares the chain with its head. Works while Evenkeel runs.
Prints JSON: one object a clinic, with its head, or with the first entry that is wrong. Exit code 3 when one is.

  --kept FILE  what this command printed earlier, kept where whoever holds the database cannot reach: finds, too, that the
               end of a trail was cut off together with its head, or all of it rewritten`

/** Exit code 0 when every chain is whole, 3 when an entry is changed, missing or out of order. */
export const run = async (args: string[]): Promise<number> => {
  const options = { help: { type: 'boolean' }, kept: { type: 'string' } } as const
  const { values } = parseArgs({ args, options })
  if (values.help) {
    console.log(help)
    return 0
  }
  const kept = values.kept === undefined ? {} : keptIn(values.kept)
  const answer = await onPlace<Verdicts>({ command: 'audit verify', kept }, (db) => verifyAll(db, kept))
  console.log(JSON.stringify(answer, null, 2))
  return answer.whole ? 0 : 3
}

const Printed = z.object({
  clinics: z.array(
    z.object({
      clinicId: z.uuid(),
      head: z.object({ seq: z.int().positive(), hash: z.string().regex(/^[0-9a-f]{64}$/) }).optional(),
    }),
  ),
})

const keptIn = (file: string): Kept => {
  try {
    const { clinics } = Printed.parse(JSON.parse(readFileSync(file, 'utf8')))
    return Object.fromEntries(clinics.flatMap(({ clinicId, head }) => (head ? [[clinicId, head]] : [])))
  } catch {
    throw new StartProblem(`${file} is not what evenkeel audit verify printed.`)
  }
}
