/** JavaScript values to PostgreSQL's text form and back; the same for both engines, so rows never differ. */

const arrayElement = (value: unknown): string => {
  if (value === null) return 'NULL'
  if (Array.isArray(value)) return `{${value.map(arrayElement).join(',')}}`
  return `"${(encode(value) ?? '').replace(/[\\"]/g, '\\$&')}"`
}

export const encode = (value: unknown): string | null => {
  if (value === null) return null
  switch (typeof value) {
    case 'string':
      return value
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`${value} cannot be stored`)
      return String(value)
    case 'boolean':
    case 'bigint':
      return String(value)
    case 'object':
      if (Array.isArray(value)) return `{${value.map(arrayElement).join(',')}}`
      if (value instanceof Date) return value.toISOString()
      if (value instanceof Uint8Array) return `\\x${Buffer.from(value).toString('hex')}`
      if (value instanceof Temporal.Instant || value instanceof Temporal.PlainDate) return value.toString()
      return JSON.stringify(value)
    default:
      throw new TypeError(`A ${typeof value} cannot be stored`)
  }
}

const whole = (text: string): number => {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large to be read exactly`)
  return value
}

/** '2026-11-23 22:44:16.123456+00' to '2026-11-23T22:44:16.123Z'. Every connection is set to UTC and ISO. */
const instant = (text: string): string => {
  if (!text.endsWith('+00') || text.length < 22 || text[10] !== ' ') return text
  return `${text.slice(0, 10)}T${text.slice(11, 19)}.${text.slice(20, -3).padEnd(3, '0').slice(0, 3)}Z`
}

const arrayOf =
  (element: (text: string) => unknown) =>
  (text: string): unknown[] => {
    let at = 1
    const list = (): unknown[] => {
      const out: unknown[] = []
      while (text[at] !== '}') {
        if (text[at] === ',') at++
        else if (text[at] === '{') {
          at++
          out.push(list())
        } else out.push(item())
      }
      at++
      return out
    }
    const item = (): unknown => {
      let word = ''
      if (text[at] !== '"') {
        while (text[at] !== ',' && text[at] !== '}') word += text[at++]
        return word === 'NULL' ? null : element(word)
      }
      for (at++; text[at] !== '"'; at++) word += text[at] === '\\' ? text[++at] : text[at]
      at++
      return element(word)
    }
    return list()
  }

const same = (text: string): string => text
const truth = (text: string): boolean => text === 't'
const bytes = (text: string): Buffer => Buffer.from(text.slice(2), 'hex')

/** By PostgreSQL's type number. Types not named here, such as uuid, date and text, stay text. */
const decoders = new Map<number, (text: string) => unknown>([
  [16, truth],
  [17, bytes],
  [20, whole],
  [21, Number],
  [23, Number],
  [26, Number],
  [700, Number],
  [701, Number],
  [1700, Number],
  [114, JSON.parse],
  [3802, JSON.parse],
  [1184, instant],
  [1000, arrayOf(truth)],
  [1005, arrayOf(Number)],
  [1007, arrayOf(Number)],
  [1016, arrayOf(whole)],
  [1022, arrayOf(Number)],
  [1231, arrayOf(Number)],
  [1003, arrayOf(same)],
  [1009, arrayOf(same)],
  [1015, arrayOf(same)],
  [1182, arrayOf(same)],
  [2951, arrayOf(same)],
  [1185, arrayOf(instant)],
  [3807, arrayOf(JSON.parse)],
])

export const decoderOf = (type: number): ((text: string) => unknown) => decoders.get(type) ?? same
