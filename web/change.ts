/**
 * What the live feed says about a commit, as far as whoever listens may know it (`server/told.ts`): ids only. `anyone`:
 * about somebody whom this person is not told, and who may stand on any page of theirs.
 */
export type Change = { action: string; subject?: string; patient?: string; anyone?: true }

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** Looking is written down too, and reaches us as a change that changed nothing. */
const looking = /(^|\.)(open|opened|read|see|seen|view|viewed|print|printed|export|exported)$/
/** Somebody coming, going or unlocking their screen matters to the pages about accounts only. */
const comingAndGoing = /^sign-(in|out)(\.|$)/
const aboutAccounts = /^\/api\/(account|staff)/

/** Settings, limits, standing orders and consent texts are the clinic's, and stand on the page of every patient and session. */
const ofTheClinic = /^(clinic(\.|$)|consent\.publish$)/

/** What moves stock without naming every item it is about: a dose draws from one, an inventory counts them all. */
const given = 'sessions.dose'
export const movesStock = (action: string): boolean => action === given || action.startsWith('stock.')
const aboutStock = /^\/api\/stock/
/** What is open in the ledger, counted in the menu of every screen: only the ledger's own acts change it. */
const ledgerCount = '/api/stock/waiting'

/** A set of observations that raised nothing: by the minute, from every room. */
const observed = 'sessions.observe'
const untouchedByIt = /^\/api\/(alerts|stock|requests|ratings|plans\/waiting|sessions\/to-book)/

export const isLooking = (action: string): boolean => looking.test(action)
export const isComingOrGoing = (action: string): boolean => comingAndGoing.test(action)
export const isOfTheClinic = (action: string): boolean => ofTheClinic.test(action)
/** Of all that is done to a patient these have a rule of their own below; a screen needs no more words than that. */
export const saysWhat = (action: string): boolean => action === given || action === observed
/** Seen on boards and in its room: no page of the desk is about a set of observations. */
export const isCalm = (action: string): boolean => action === observed

/**
 * Whether what a query shows may have changed. A path with ids in it is about those; a path without any is a list or a
 * board and may show anyone. Asking for a chart again because it was opened would open it again, without end.
 */
export const concerns = ({ action, subject, patient, anyone }: Change, path: unknown): boolean => {
  if (typeof path !== 'string' || looking.test(action)) return false
  if (path === '/api/me') return /^(staff|clinic)\./.test(action)
  if (comingAndGoing.test(action)) return aboutAccounts.test(path)
  if (path === ledgerCount) return action.startsWith('stock.')
  if (action === observed && untouchedByIt.test(path)) return false
  if (movesStock(action) && aboutStock.test(path)) return true
  if (ofTheClinic.test(action) || anyone) return true
  const named = path.match(uuid)
  if (!named) return true
  return named.some((id) => [subject, patient].some((other) => other?.toLowerCase().includes(id.toLowerCase())))
}
