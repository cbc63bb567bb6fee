import type { Query } from '../../database/types.ts'
import type { Day } from '../../science/time.ts'
import { says } from '../../web/words/en/says/stock.ts'
import { Problem } from '../request/problem.ts'
import { findEntry, findItem, findLot } from './queries.ts'
import { findMismatch } from './queries-count.ts'
import { findDose } from './queries-dose.ts'

const orSay = <Found>(found: Found | undefined, sentence: string): Found => {
  if (found === undefined) throw new Problem('not-found', sentence)
  return found
}

export const findItemOrSay = async (q: Query, id: string) => orSay(await findItem(q, id), says.noItem)
/** `itemId`: a lot of this item and no other. */
export const findLotOrSay = async (q: Query, id: string, itemId?: string) => {
  const lot = await findLot(q, id)
  return orSay(itemId === undefined || lot?.itemId === itemId ? lot : undefined, says.noLot)
}
export const findEntryOrSay = async (q: Query, id: string) => orSay(await findEntry(q, id), says.noEntry)
export const findDoseOrSay = async (q: Query, id: string) => orSay(await findDose(q, id), says.noDose)
export const findMismatchOrSay = async (q: Query, id: string, today: Day) =>
  orSay(await findMismatch(q, id, today), says.noMismatch)
