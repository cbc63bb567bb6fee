import { join } from 'node:path'
import { StartProblem } from '../database/errors.ts'

const root = join(import.meta.dirname, '..')

export type Place = {
  dataDir: string
  url: string | undefined
  host: string
  port: number
  publicUrl: string | undefined
}

/** Where this installation keeps its things and answers, from the environment; a wrong value is named, not guessed at. */
export const placeFrom = (env: NodeJS.ProcessEnv, demo = false): Place => {
  const port = env.PORT ? Number(env.PORT.trim() || Number.NaN) : 4747
  if (!Number.isInteger(port) || port < 0 || port > 65535)
    throw new StartProblem(`PORT is "${env.PORT}"; expected a number from 0 to 65535.`)
  const url = env.DATABASE_URL || undefined
  if (url && !/^postgres(ql)?:\/\//.test(url))
    throw new StartProblem('DATABASE_URL has to begin with postgres:// or postgresql://.')
  return {
    dataDir: env.DATA_DIR || join(root, demo ? 'data-demo' : 'data'),
    url,
    host: env.HOST || '127.0.0.1',
    port,
    publicUrl: publicUrlFrom(env.PUBLIC_URL),
  }
}

/** As a browser writes an origin, since passkeys compare it letter by letter. Beyond this machine nobody signs in without TLS. */
const publicUrlFrom = (given: string | undefined): string | undefined => {
  if (!given) return undefined
  const url = URL.parse(given)
  const alone = url && /^\/*$/.test(url.pathname) && url.search === '' && url.hash === ''
  if (alone && (url.protocol === 'https:' || (url.protocol === 'http:' && url.hostname === 'localhost')))
    return url.origin
  throw new StartProblem(
    `PUBLIC_URL is "${given}"; expected an https address with nothing behind the name, such as https://clinic.example.`,
  )
}
