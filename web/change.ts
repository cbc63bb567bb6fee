/** What the live feed says about a commit: ids only. */
export type Change = { action: string; subject?: string; patient?: string }

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/**
 * Whether what a query shows may have changed. A path with ids in it is about those; a path without any is a list or a
 * board and may show anyone. Opening a chart is audited too, and reaches us as a change that changed nothing:
 * asking again because of it would open the chart again, without end.
 */
export const concerns = (change: Change, path: unknown): boolean => {
  if (typeof path !== 'string' || /(^|\.)(open|opened|read|see|seen|view|viewed)$/.test(change.action)) return false
  if (path === '/api/me') return /^(staff|clinic)\./.test(change.action)
  const named = path.match(uuid)
  if (!named) return true
  const about = [change.subject, change.patient]
  return named.some((id) => about.some((other) => other?.toLowerCase().includes(id.toLowerCase())))
}
