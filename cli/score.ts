import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { measureById, measures } from '../science/instruments/catalogue.ts'
import { packFrom, ReceivedQuestionnaire } from '../science/instruments/fhir/pack-from.ts'
import { questionnaireOf } from '../science/instruments/fhir/questionnaire.ts'
import { responseOf } from '../science/instruments/fhir/response.ts'
import { AnswersJson, toScore } from '../science/instruments/input.ts'
import type { Measure } from '../science/instruments/instrument.ts'
import { scored } from '../science/instruments/scored.ts'
import { spanishById } from '../science/instruments/spanish.ts'

const example = { answers: { 1: 2, 2: 2, 3: 2, 4: 2, 5: 1, 6: 1, 7: 2, 8: 0, 9: 0 }, statedTotal: 12 }

const help = [
  'evenkeel score INSTRUMENT < answers.json',
  '',
  'Scores one set of answers and prints JSON: total, bounds where questions are open, band, parts, result, flags, codes.',
  'It uses no database. A question left out is open, never zero; a stated total is compared and never used.',
  '',
  'Input is answers by question, or a FHIR R4 QuestionnaireResponse, or { "total": N } of a questionnaire on paper:',
  `  evenkeel score phq-9 with ${JSON.stringify(example)}`,
  '"sex": "female" or "male" may stand beside, for AUDIT-C; unknown takes the lower limit.',
  '',
  '  --list           prints every instrument: id, title, license, whether its words ship',
  '  --schema         prints the JSON Schema of the input',
  '  --questionnaire  prints the instrument as a FHIR R4 Questionnaire, with its calculated expression',
  '  --spanish        with --questionnaire or --response: in the official Spanish words, where they ship',
  '  --pack           reads a FHIR R4 Questionnaire and prints its words as a content pack, for you to put your license into',
  '  --response       prints the answers as a FHIR R4 QuestionnaireResponse instead of the score',
  '',
  'Exit code 0 with a score; 1, with { refused: [{ field, reason }] }, when the input cannot be scored; 2 when there is',
  'no such instrument.',
].join('\n')

const print = (value: unknown): number => {
  console.log(JSON.stringify(value, null, 2))
  return 0
}
const refuse = (refused: { field: string; reason: string }[]): number => {
  print({ refused })
  return 1
}

const listed = ({ id, title, licence, notValidated, items }: Measure) => ({
  id,
  title,
  questions: items.length,
  wordsShip: items.some((item) => 'text' in item),
  notValidated,
  licence: licence.status,
  says: licence.sentence,
  spanishShips: spanishById[id] !== undefined,
})

const parse = (said: string): { json: unknown } | string => {
  try {
    return { json: JSON.parse(said) }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return `This is not JSON: ${error.message}`
  }
}

/** Exit code 0 with a score, 1 with what is wrong with the input, 2 without such an instrument. */
export const run = async (args: string[]): Promise<number> => {
  const flag = { type: 'boolean' } as const
  const options = {
    help: flag,
    list: flag,
    schema: flag,
    questionnaire: flag,
    response: flag,
    pack: flag,
    spanish: flag,
  }
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  if (values.help) {
    console.log(help)
    return 0
  }
  if (values.list) return print(measures.map(listed))
  if (values.schema) return print(z.toJSONSchema(AnswersJson, { io: 'input' }))
  const [id = ''] = positionals
  const measure = values.spanish ? spanishById[id] : measureById[id]
  if (values.spanish && !measure && measureById[id]) {
    console.error(`No Spanish words of "${id}" ship.`)
    return 2
  }
  if (!measure || positionals.length > 1) {
    console.error(`There is no instrument "${positionals.join(' ')}". evenkeel score --list lists them.`)
    return 2
  }
  if (values.questionnaire) return print(questionnaireOf(measure))
  const said = parse(await text(process.stdin))
  if (typeof said === 'string') return refuse([{ field: 'input', reason: said }])
  if (values.pack) {
    const resource = ReceivedQuestionnaire.safeParse(said.json)
    if (!resource.success)
      return refuse(
        resource.error.issues.map(({ path, message }) => ({ field: path.join('.') || 'input', reason: message })),
      )
    const pack = packFrom(measure, resource.data)
    return 'refused' in pack ? refuse(pack.refused) : print(pack)
  }
  const input = toScore(measure, said.json)
  if ('refused' in input) return refuse(input.refused)
  if (values.response)
    return 'answers' in input
      ? print(responseOf(measure, input.answers))
      : refuse([{ field: 'total', reason: 'A total without answers is no response.' }])
  const score = scored(measure, input)
  return typeof score === 'string' ? refuse([{ field: 'total', reason: score }]) : print(score)
}
