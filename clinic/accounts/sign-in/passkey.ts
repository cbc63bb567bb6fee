import { reading } from '../../../database/read.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { audited } from '../../audit/audited.ts'
import { Problem } from '../../request/problem.ts'
import type { Context } from '../../request/route.ts'
import { spendChallenge, usePasskey } from '../credentials/changes.ts'
import type { PasskeyAnswer } from '../credentials/credential.ts'
import { checkPasskey } from '../credentials/passkey.ts'
import { knockPasskey } from '../credentials/queries.ts'
import { hashOf } from '../secrets.ts'
import { enter } from './enter.ts'

const unknown = () => new Problem('not-signed-in', says.passkeyUnknown)

/** Signs in whoever the passkey belongs to. Passkeys cannot be guessed, so no lock-out stands in their way. */
export const enterByPasskey = async (call: Context, sent: PasskeyAnswer): Promise<string> => {
  const { db, now } = call
  const hash = hashOf(sent.answer.id)
  const stored = await reading(db, { knock: hash }, (q) => knockPasskey(q, hash))
  const checked = stored && (await checkPasskey(call, '', sent, stored))
  if (!stored || !checked) throw unknown()
  const { clinicId, staffId } = stored
  const subject = { kind: 'staff', id: staffId }
  const detail = { method: 'passkey' }
  const act = { clinicId, actor: { kind: 'staff' as const, id: staffId }, action: 'sign-in', at: now, subject, detail }
  return audited(db, act, async (tx) => {
    await spendChallenge(tx, checked.challengeId, now)
    if (!(await usePasskey(tx, stored.id, checked.signCount, now))) throw unknown()
    return enter(tx, call, staffId, 'passkey')
  })
}
