import { parseSync } from 'vite'

/** Sentences that stand in code instead of the catalogue. For the test; reads the syntax tree, so comments and SQL are none. */

type Node = { type: string; start: number; [key: string]: unknown }
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value

/** What a string or a template says, with … where something is put in. */
const textOf = (node: Node): string | undefined => {
  if (node.type === 'Literal' && typeof node['value'] === 'string') return node['value']
  if (node.type !== 'TemplateLiteral') return undefined
  return (node['quasis'] as { value: { cooked: string } }[]).map(({ value }) => value.cooked).join('…')
}

/** Two words, or one that begins like a sentence: what somebody would read. Keys and codes are neither. */
const reads = (text: string): boolean => /\p{L}{2,}\S*\s+\S*\p{L}{2,}/u.test(text) || /^\p{Lu}\p{Ll}/u.test(text)
const isSentence = (text: string): boolean => reads(text) && /^[“…\p{Lu}].*\s.*[.?!]”?$/su.test(text)

const nameOf = (node: unknown): string => {
  if (!isNode(node)) return ''
  return node.type === 'MemberExpression' ? nameOf(node['property']) : String(node['name'] ?? node['value'] ?? '')
}

/** From which argument on a call takes words: a Problem, a check of zod, a parser of clinic/records/typed.ts. */
const saysFrom: Readonly<Record<string, number>> = {
  Problem: 1,
  ...Object.fromEntries(['required', 'typed', 'optional'].map((parser) => [parser, 0])),
  ...Object.fromEntries(
    ['string', 'number', 'boolean', 'int', 'uuid', 'email', 'url', 'date'].map((check) => [check, 0]),
  ),
  ...Object.fromEntries(
    ['min', 'max', 'gte', 'lte', 'length', 'regex', 'refine', 'enum', 'literal', 'array', 'union', 'custom'].map(
      (check) => [check, 1],
    ),
  ),
}

const speaking = ['message', 'error', 'refuse']

/** A row with a source is a rule, a scale or a document: data, whose words belong to it. */
const isRow = (node: Node): boolean =>
  node.type === 'ObjectExpression' && (node['properties'] as Node[]).some((one) => nameOf(one['key']) === 'source')

/** @param everywhere whether any whole sentence counts, or only what is handed to a Problem or a check. */
export const literalsIn = (file: string, source: string, { everywhere }: { everywhere: boolean }): string[] => {
  const found: string[] = []
  const visit = (value: unknown, spoken: boolean): void => {
    if (Array.isArray(value)) for (const one of value) visit(one, spoken)
    if (!isNode(value)) return
    if (value.type === 'TaggedTemplateExpression' || value.type.startsWith('TS') || isRow(value)) return
    const text = textOf(value)
    if (text !== undefined && ((spoken && reads(text)) || (everywhere && isSentence(text)))) found.push(text)
    if (value.type === 'NewExpression' || value.type === 'CallExpression') visitCall(value)
    else if (value.type === 'Property') visit(value['value'], spoken || speaking.includes(nameOf(value['key'])))
    else for (const inner of Object.values(value)) visit(inner, spoken)
  }
  const visitCall = (call: Node): void => {
    const { callee } = call as Node & { callee: Node }
    visit(callee, false)
    // What an Error or the console says is for whoever runs the server.
    if (nameOf(callee) === 'Error' || nameOf(callee['object']) === 'console') return
    const from = saysFrom[nameOf(callee)] ?? Number.POSITIVE_INFINITY
    for (const [i, argument] of (call['arguments'] as unknown[]).entries()) visit(argument, i >= from)
  }
  visit(parseSync(file, source).program, false)
  return found
}
