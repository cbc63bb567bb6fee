import { useQuery } from '@tanstack/react-query'
import { heardFrom } from './clock.ts'
import { ApiProblem, problemFrom } from './problem.ts'
import { apiWords } from './words/en/api.ts'

export type Sent = {
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Whose request it is, where it waited on this device: that of whoever this page is for, unless said. */
  as?: string | undefined
}

/** Whom this page is for. The staff application says so; the server carries nothing out for anybody else. */
let person: string | undefined
export const setPerson = (staffId: string): void => {
  person = staffId
}

/**
 * Asked when the server no longer knows this person: settles whether the screen is only locked, waits until it is
 * unlocked and then tells that the request may be sent again. The staff application sets it; patients have none.
 */
let doorkeeper: (() => Promise<'again' | 'signed-out'>) | undefined
export const setDoorkeeper = (asked: typeof doorkeeper): void => {
  doorkeeper = asked
}

/** What this device remembers of the clinic's answers. The staff application sets it; patients' pages have none. */
type Memory = { keep: (path: string, answer: unknown) => void; find: (path: string) => Promise<unknown> }
let memory: Memory | undefined
export const setMemory = (remembering: Memory): void => {
  memory = remembering
}
const outOfReach = (error: unknown): boolean =>
  error instanceof ApiProblem && ['offline', 'unavailable', 'error'].includes(error.kind)

const atTheDoor = (path: string) => path === '/api/me' || path.startsWith('/api/sign-')

const ask = async (method: string, path: string, body: unknown, asked: Sent): Promise<unknown> => {
  // As it is now: while this waits at the door somebody else may come in.
  const sent = { ...asked, as: asked.as ?? person }
  try {
    return await send(method, path, body, sent)
  } catch (error) {
    const unknown = error instanceof ApiProblem && error.kind === 'not-signed-in' && !atTheDoor(path)
    // Nothing was carried out, so sending it once more is harmless.
    if (unknown && (await doorkeeper?.()) === 'again') return send(method, path, body, sent)
    throw error
  }
}

const send = async (method: string, path: string, body: unknown, { headers, signal, as }: Sent): Promise<unknown> => {
  const request: RequestInit = {
    method,
    credentials: 'same-origin',
    cache: 'no-store',
    // The server refuses changes without this header: another site's form cannot set it.
    headers: {
      accept: 'application/json',
      'x-evenkeel': '1',
      ...(as !== undefined && !atTheDoor(path) ? { 'x-evenkeel-as': as } : {}),
      ...headers,
    },
  }
  if (signal) request.signal = signal
  if (body !== undefined) {
    request.body = JSON.stringify(body)
    request.headers = { ...request.headers, 'content-type': 'application/json' }
  }
  const response = await fetch(path, request).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new ApiProblem('offline', apiWords.offline)
  })
  heardFrom(response.headers.get('date'))
  const text = await response.text().catch(() => {
    throw new ApiProblem('offline', apiWords.offline)
  })
  const answer = parse(text)
  if (response.ok) return answer
  throw problemFrom(response.status, answer, apiWords.broken)
}

const parse = (text: string): unknown => {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * The server. Answers are typed by the caller; failures are always an ApiProblem with a `kind`.
 * Whatever a post creates carries an id made here with newId(), so sending it twice is harmless.
 */
export const api = {
  get: async <Answer>(path: string, sent: Sent = {}) => {
    const answer = (await ask('GET', path, undefined, sent)) as Answer
    memory?.keep(path, answer)
    return answer
  },
  post: async <Answer = unknown>(path: string, body: unknown = {}, sent: Sent = {}) =>
    (await ask('POST', path, body, sent)) as Answer,
  put: async <Answer = unknown>(path: string, body: unknown = {}, sent: Sent = {}) =>
    (await ask('PUT', path, body, sent)) as Answer,
}

/** An id for something created on this device. Works on plain http in a clinic's network too, where randomUUID is missing. */
export const newId = (): string => {
  if ('randomUUID' in crypto) return crypto.randomUUID()
  const bytes = (crypto as Crypto).getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

/**
 * The id of what is made along with another thing, such as a letter's first version: it follows from that thing's id, so
 * that whoever sends both once more sends the same two.
 */
export const idBeside = (id: string, place = 1): string => {
  const node = (Number.parseInt(id.slice(-12), 16) + place) % 2 ** 48
  return id.slice(0, -12) + node.toString(16).padStart(12, '0')
}

/**
 * Whether an error takes the screen: always where there is nothing to show, and where the clinic refuses what is shown. A
 * clinic that is out of reach takes nothing away: what stands on a screen, and what somebody is typing there, stays.
 */
export const inTheWay = (error: ApiProblem, data: unknown): boolean => data === undefined || !outOfReach(error)

/** Reads `path` and keeps it fresh: the live feed invalidates by path prefix. Pass undefined to wait. */
export const useRead = <Answer>(path: string | undefined) =>
  useQuery<Answer, ApiProblem>({
    queryKey: [path],
    queryFn: async ({ signal, client, queryKey }) => {
      // A page that is open and asks again has not been opened anew: the trail counts the first time.
      const again = client.getQueryData(queryKey) !== undefined
      try {
        return await api.get<Answer>(path ?? '', { signal, headers: again ? { 'x-evenkeel-again': '1' } : {} })
      } catch (error) {
        // A screen that shows something already goes on showing it; one that starts asks what this device remembers.
        const known = !again && outOfReach(error) ? await memory?.find(path ?? '') : undefined
        if (known === undefined) throw error
        return known as Answer
      }
    },
    enabled: path !== undefined,
  })
