import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { evaluateDay } from '../science/criteria/evaluation.ts'
import { medicinesIn, ScreenJson } from '../science/criteria/input.ts'
import { knownFrom, screen } from '../science/criteria/screen.ts'
import { medicinesVersion } from '../science/medicines/classes.ts'
import { didYouMean, isRecognised, mayAlsoBe, recognise } from '../science/medicines/recognise.ts'

const example = { today: '2026-11-28', facts: { age: 41, pregnancy: 'test negative' }, medicines: ['Xanax 0.5 mg'] }

const help = [
  'evenkeel screen < facts.json',
  '',
  'Prints every criterion and every interaction for each route as JSON: met, not met or unknown, with its source. It uses',
  'the rules of the evaluation and of a session day ("The day"), and no database. It clears nobody and refuses nobody;',
  'what is not given is unknown.',
  '',
  '  --schema   prints the JSON Schema of the input',
  '',
  `Input, for example: ${JSON.stringify(example)}`,
  'Exit code 0 with findings; 1, with { refused: [{ field, reason }] }, when the input cannot be read.',
].join('\n')

type Refused = { refused: { field: string; reason: string }[] }

const parse = (said: string): ScreenJson | Refused => {
  let json: unknown
  try {
    json = JSON.parse(said)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { refused: [{ field: 'input', reason: `This is not JSON: ${error.message}` }] }
  }
  const parsed = ScreenJson.safeParse(json)
  if (parsed.success) return parsed.data
  return {
    refused: parsed.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'input', reason: message })),
  }
}

const lineOf = (name: string) => {
  const found = recognise(name)
  return {
    name,
    recognised: isRecognised(found),
    ingredients: found.medicines.map(({ ingredient }) => ingredient),
    classes: found.classes,
    mayAlsoBe: mayAlsoBe(found),
    notRecognised: found.rest,
    didYouMean: didYouMean(found).map((suggestion) => suggestion.name),
  }
}

const answerTo = (input: ScreenJson) => {
  const list = medicinesIn(input)
  const known = knownFrom(input.facts, list)
  return {
    format: 'evenkeel.screen/1',
    today: input.today,
    medicinesTable: medicinesVersion,
    medicines: list.is === 'listed' ? list.entries.map(({ name }) => lineOf(name)) : list.is,
    routes: Object.fromEntries(
      input.routes.map((route) => {
        const at = { route, today: input.today }
        return [route, [...screen(known, at), ...evaluateDay(known.facts, at)]]
      }),
    ),
  }
}

/** Exit code 0 with every finding, 1 with what is wrong with the input. Both are JSON on the standard output. */
export const run = async (args: string[]): Promise<number> => {
  const { values } = parseArgs({ args, options: { help: { type: 'boolean' }, schema: { type: 'boolean' } } })
  if (values.help) {
    console.log(help)
    return 0
  }
  if (values.schema) {
    console.log(JSON.stringify(z.toJSONSchema(ScreenJson, { io: 'input' }), null, 2))
    return 0
  }
  const parsed = parse(await text(process.stdin))
  if ('refused' in parsed) {
    console.log(JSON.stringify(parsed, null, 2))
    return 1
  }
  console.log(JSON.stringify(answerTo(parsed), null, 2))
  return 0
}
