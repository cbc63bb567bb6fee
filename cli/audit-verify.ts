import { parseArgs } from 'node:util'
import { type Verdicts, verifyAll } from '../clinic/audit/verify.ts'
import { onPlace } from './on-place.ts'

/** Exit code 0 when every chain is whole, 3 when an entry is changed, missing or out of order. */
export const run = async (args: string[]): Promise<number> => {
  const { values } = parseArgs({ args, options: { help: { type: 'boolean' } } })
  if (values.help) {
    console.log(
      'evenkeel audit verify\n\nRecomputes the hash of every audit entry of every clinic and compares the chain with its head.',
    )
    console.log('Works while Evenkeel runs. Prints JSON: one object a clinic, with the first entry that is wrong.')
    console.log('Exit code 3 when one is.')
    return 0
  }
  const answer = await onPlace<Verdicts>({ command: 'audit verify' }, verifyAll)
  console.log(JSON.stringify(answer, null, 2))
  return answer.whole ? 0 : 3
}
