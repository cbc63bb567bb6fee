import { randomUUID } from 'node:crypto'
import { addMinutes, type Instant } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { Problem } from '../../request/problem.ts'
import type { Secrets } from '../secrets.ts'

/**
 * What the server handed out and wants back: a challenge for a passkey, a secret for an authenticator app. It travels
 * sealed with the installation's key, so nothing is stored for somebody who never comes back.
 */
export type Offer = { id: string; for: string; who: string; secret: string; until: Instant }

const minutes = 15

/**
 * @param purpose what it may be used for; an offer for one thing is refused for another
 * @param who the account it was made for; empty where nobody is known yet
 */
export const seal = (secrets: Secrets, purpose: string, who: string, secret: string, now: Instant): string => {
  const offer: Offer = { id: randomUUID(), for: purpose, who, secret, until: addMinutes(now, minutes) }
  return secrets.seal(JSON.stringify(offer))
}

/** @throws Problem when it is not ours, for something else, for somebody else, or too old. */
export const unseal = (secrets: Secrets, sealed: string, purpose: string, who: string, now: Instant): Offer => {
  const offer = opened(secrets, sealed)
  if (!offer || offer.for !== purpose || offer.who !== who || offer.until <= now) {
    throw new Problem('conflict', says.startAgain)
  }
  return offer
}

const opened = (secrets: Secrets, sealed: string): Offer | undefined => {
  try {
    return JSON.parse(secrets.open(sealed)) as Offer
  } catch {
    return undefined
  }
}
