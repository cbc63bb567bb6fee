import { reading } from '../../../database/read.ts'
import type { Database } from '../../../database/types.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { audited } from '../../audit/audited.ts'
import { Problem } from '../../request/problem.ts'
import type { Context } from '../../request/route.ts'
import { system } from '../actor.ts'
import { savePassword, spendCode, spendRecoveryCode } from '../credentials/changes.ts'
import { stepOfCode } from '../credentials/one-time-code.ts'
import { hashPassword, isOutdated, passwordMatches, pretendToCheck } from '../credentials/password-hash.ts'
import { findCodeSecret, findPasswordHash } from '../credentials/queries.ts'
import { hashOf } from '../secrets.ts'
import { countTry, noteTry } from './changes.ts'
import { enter } from './enter.ts'
import { listByEmail } from './queries.ts'
import { countStranger } from './strangers.ts'

type Account = { clinicId: string; id: string }
type Typed = { password?: string | undefined; code?: string | undefined; recoveryCode?: string | undefined }

/** One sentence for every way of being wrong: it does not tell which part was. */
export const noMatch = () => new Problem('not-signed-in', says.noMatch)

/**
 * Signs in by what was typed. Each account under the address counts a try before anything is compared; the first that
 * everything fits is entered.
 * @returns the cookie
 */
export const enterTyped = async (call: Context, email: string, typed: Typed): Promise<string> => {
  const { db, now } = call
  const accounts = await reading(db, { knock: hashOf(email) }, (q) => listByEmail(q, email))
  if (accounts.length === 0) {
    countStranger(email, now)
    await pretendToCheck(typed.password ?? '', call.passwordCost)
    throw noMatch()
  }
  const open = await openAccounts(call, accounts)
  for (const account of open) {
    const cookie = await tryAccount(call, account, typed)
    if (!cookie) continue
    for (const other of open) if (other !== account) await note(db, other, 'elsewhere', call)
    return cookie
  }
  throw noMatch()
}

/** Those that need not wait; when all must, the one sentence about waiting. */
const openAccounts = async ({ db, now }: Context, accounts: readonly Account[]): Promise<Account[]> => {
  const open: Account[] = []
  let wait: unknown
  for (const account of accounts) {
    const { clinicId, id } = account
    const act = { clinicId, actor: system, action: 'sign-in.tried', at: now, subject: { kind: 'staff', id } }
    try {
      await audited(db, act, (tx) => countTry(tx, id, now))
      open.push(account)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      wait = error
    }
  }
  if (open.length === 0) throw wait
  return open
}

const note = (db: Database, { clinicId, id }: Account, outcome: 'elsewhere', { now }: Context) => {
  const act = { clinicId, actor: system, action: 'sign-in.elsewhere', at: now, subject: { kind: 'staff', id } }
  return audited(db, act, (tx) => noteTry(tx, id, outcome, now))
}

const tryAccount = async (call: Context, { clinicId, id }: Account, typed: Typed): Promise<string | undefined> => {
  const { db, now, secrets, passwordCost } = call
  const [hash, sealed] = await reading(db, { clinicId }, (q) =>
    Promise.all([findPasswordHash(q, id), findCodeSecret(q, id)]),
  )
  const passwordFits = hash
    ? await passwordMatches(typed.password ?? '', hash)
    : await pretendToCheck('', passwordCost).then(() => false)
  const step = sealed && typed.code ? stepOfCode(secrets.open(sealed), typed.code, now) : undefined
  const byCode = passwordFits && step !== undefined
  // Somebody who has only passkeys has no password to give; a recovery code alone is 80 bits.
  const byRecovery = typed.recoveryCode !== undefined && (passwordFits || hash === undefined)
  if (!byCode && !byRecovery) return undefined

  const better =
    hash && passwordFits && isOutdated(hash, passwordCost)
      ? await hashPassword(typed.password ?? '', passwordCost)
      : undefined
  const method = byCode ? 'password and code' : 'recovery code'
  const subject = { kind: 'staff', id }
  const act = {
    clinicId,
    actor: { kind: 'staff' as const, id },
    action: 'sign-in',
    at: now,
    subject,
    detail: { method },
  }
  try {
    return await audited(db, act, async (tx) => {
      const spent = byCode
        ? await spendCode(tx, id, step)
        : await spendRecoveryCode(tx, id, typed.recoveryCode ?? '', now)
      if (!spent) throw noMatch()
      if (better) await savePassword(tx, id, better, now)
      await noteTry(tx, id, 'succeeded', now)
      return enter(tx, call, id, method)
    })
  } catch (error) {
    if (error instanceof Problem && error.kind === 'not-signed-in') return undefined
    throw error
  }
}
