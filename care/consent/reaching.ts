import { says } from '../../web/words/en/says/consent.ts'
import type { Reach } from './queries-of-request.ts'
import type { How } from './requests.ts'

/** Why a message cannot go this way; undefined when it can. Nobody asked counts as no. */
export const holdsReaching = (reach: Reach, how: How): string | undefined => {
  if (how === 'tablet') return undefined
  if (how === 'mail' ? !reach.email : !reach.phone) return how === 'mail' ? says.noMail : says.noPhone
  if (reach.reachBy.includes(how)) return undefined
  return how === 'mail' ? says.notByMail : says.notBySms
}
