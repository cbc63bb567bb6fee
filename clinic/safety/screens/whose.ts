import { alertWords as words } from '../../../web/words/en/alerts.ts'
import type { Owner } from '../standing.ts'

/** Whose an alert is, in words; of one person by the name that is known for them. */
export const whose = (owner: Owner, nameOf: (staffId: string) => string | null | undefined): string => {
  if (owner === 'everyone') return words.everyone
  if ('role' in owner) return words.roles[owner.role] ?? owner.role
  return nameOf(owner.staff) ?? words.someone
}
