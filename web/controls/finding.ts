/**
 * A rule's finding as a screen shows it: what science/decide.ts makes, and the shorter form a refused request carries.
 * Only what is there is shown; a source that is not there is said to be missing.
 */
export type FindingShown = {
  rule?: string
  id?: string
  /** 'criterion': something that must be met, the mirror image of a rule. */
  kind?: 'concern' | 'criterion'
  severity?: string
  answer: 'met' | 'not met' | 'unknown'
  says: string
  settledBy?: string
  stale?: boolean
  source?: { label: string; address?: string; status: string }
  further?: readonly { label: string; address?: string; status: string }[]
  reviewBy?: string
}
