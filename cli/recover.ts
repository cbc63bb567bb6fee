import { parseArgs } from 'node:util'
import { loadSecrets } from '../clinic/accounts/secrets.ts'
import { makeOwnerLink, type OwnerLink } from '../clinic/accounts/staff/owner-link.ts'
import { Email } from '../clinic/accounts/staff/staff.ts'
import type { Request } from '../database/control.ts'
import { StartProblem } from '../database/errors.ts'
import type { Database } from '../database/types.ts'
import { Instant } from '../science/time.ts'
import { onPlace } from './on-place.ts'
import { placeFrom } from './place.ts'

const help = `evenkeel recover EMAIL [--clinic NAME]

For an owner who lost every way in: phone or passkey and the recovery codes. Prints a link that works once, for a day, and
lets them choose a new way of signing in; every earlier one ends when they do. Anybody else gets such a link from an owner,
under Settings, Staff. It is in the audit trail, and the owner is told by mail. Works while Evenkeel runs.

  --clinic NAME   which clinic, by its name or id, where several have an owner with this address`

type Made = OwnerLink & { link: string }

/** Prints the link; exit code 1 where no owner has this address, or owners of several clinics do and none was named. */
export const run = async (args: string[]): Promise<number> => {
  const options = { help: { type: 'boolean' }, clinic: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  if (values.help) {
    console.log(help)
    return 0
  }
  const [typed, ...rest] = positionals
  const email = Email.safeParse(typed).data
  if (!email || rest.length > 0) {
    console.error('Say which owner, by the address they sign in with: evenkeel recover sam@clinic.example')
    return 2
  }
  const place = placeFrom(process.env)
  const origin = place.publicUrl ?? `http://localhost:${place.port}`
  const request = { command: 'recover', email, clinic: values.clinic }
  const made = await onPlace<Made>(request, (db) => recover(db, place.dataDir, origin, request))
  console.log(
    `For ${made.name}, an owner of ${made.clinic}: choose a new way of signing in. Every earlier one then ends.\n`,
  )
  console.log(`  ${made.link}\n`)
  console.log(`It works once, for a day. It is in the audit trail, and ${made.email} is told by mail.`)
  return 0
}

/** Where Evenkeel runs it does this itself and knows the address that it serves at. */
export const recover = async (
  db: Database,
  dataDir: string,
  origin: string,
  { email, clinic }: Request,
): Promise<Made> => {
  if (typeof email !== 'string') throw new StartProblem('A recovery link is for somebody with an address.')
  const now = Instant.parse(new Date().toISOString())
  const of = typeof clinic === 'string' ? { email, clinic } : { email }
  const made = await makeOwnerLink(db, { ...of, secrets: loadSecrets(dataDir, false), now })
  if ('token' in made) return { ...made, link: `${origin}/join#${made.token}` }
  if ('clinics' in made) {
    const names = made.clinics.map(({ id, name }) => `${name} (${id})`).join(', ')
    const sentence = `${email} is the address of an owner of ${made.clinics.length === 1 ? 'one clinic' : 'several clinics'} here. Say which with --clinic, by name or id: ${names}.`
    throw new StartProblem(sentence)
  }
  const known = made.owners.length > 0 ? `Owners here: ${made.owners.join(', ')}.` : 'No owner has joined here yet.'
  throw new StartProblem(`No owner who has joined signs in with ${email}. ${known}`)
}
