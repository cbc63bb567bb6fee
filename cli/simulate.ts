import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { shippedPeople } from '../care/learn/people.ts'
import { parseSimulation, SimulationJson } from '../science/pharmacokinetics/input.ts'
import { simulate } from '../science/pharmacokinetics/simulate.ts'

const example = {
  drug: 'racemic-ketamine',
  doses: [{ route: 'iv-infusion', rates: [{ fromMinute: 0, mgPerHour: 52.5 }], untilMinute: 40 }],
}

const help = [
  'evenkeel simulate [--typical] < input.json',
  '',
  'Draws what recorded or published doses look like in venous plasma over time: JSON curves and metrics for a typical',
  'person and for 1,000 virtual people (--typical leaves them out). It knows no target and suggests no dose.',
  '',
  '  --schema   prints the JSON Schema of the input',
  '',
  `Input, for example: ${JSON.stringify(example)}`,
  'Routes: iv-infusion, im, lozenge, oral, nasal-esketamine. science/pharmacokinetics/README.md explains every field.',
  'Exit code 1, with { refused: [{ field, reason }] }, when the input cannot be simulated.',
].join('\n')

const parse = (said: string): ReturnType<typeof parseSimulation> => {
  try {
    return parseSimulation(JSON.parse(said))
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { refused: [{ field: 'input', reason: `This is not JSON: ${error.message}` }] }
  }
}

/** Exit code 0 with curves, 1 with what is wrong with the input. Both are JSON on the standard output. */
export const run = async (args: string[]): Promise<number> => {
  const options = { help: { type: 'boolean' }, schema: { type: 'boolean' }, typical: { type: 'boolean' } } as const
  const { values } = parseArgs({ args, options })
  if (values.help) {
    console.log(help)
    return 0
  }
  if (values.schema) {
    console.log(JSON.stringify(z.toJSONSchema(SimulationJson, { io: 'input' }), null, 2))
    return 0
  }
  const parsed = parse(await text(process.stdin))
  if ('refused' in parsed) {
    console.log(JSON.stringify(parsed, null, 2))
    return 1
  }
  console.log(JSON.stringify(simulate(parsed.input, values.typical ? undefined : shippedPeople())))
  return 0
}
