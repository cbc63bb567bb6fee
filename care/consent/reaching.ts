import type { Reach } from './queries-of-request.ts'
import type { How } from './requests.ts'

/** Why a message cannot go this way; undefined when it can. Nobody asked counts as no. */
export const holdsReaching = (reach: Reach, how: How): string | undefined => {
  if (how === 'tablet') return undefined
  if (how === 'mail' ? !reach.email : !reach.phone)
    return how === 'mail' ? 'No email address is on record.' : 'No phone number is on record.'
  if (reach.reachBy.includes(how)) return undefined
  return how === 'mail'
    ? 'The patient has not said that email is a good way to reach them.'
    : 'The patient has not said that text messages are a good way to reach them.'
}
