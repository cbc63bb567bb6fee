import type { Instant } from '../../../science/time.ts'
import { waitMinutes } from '../sign-in/lock-out.ts'

/** One line of what happened to accounts here. The action is a code that the screen has words for. */
export type AccountEvent = {
  seq: number
  at: Instant
  action: string
  /** Whose account it is about. */
  name: string | null
  /** Who did it, where that is somebody else. */
  by: { kind: string; name: string | null; self: boolean }
  /** Of a sign-in: on what. */
  device: string | null
  /** Of a try that was refused: how many in a row it was. */
  inRow: number | null
  /** Codes and roles; never a secret. */
  detail: Record<string, unknown>
}

export const accountTrailPage = 100

/** Minutes for which no password is taken after so many wrong ones in a row; undefined where one is taken at once. */
export const waitAfter = ({ inRow }: Pick<AccountEvent, 'inRow'>): number | undefined =>
  waitMinutes(inRow ?? 0) || undefined
