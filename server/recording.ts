import { owning } from '../database/owner.ts'
import { sql } from '../database/sql.ts'
import type { testApp } from './test.ts'

/** A request as it was made, what came of it, and how many entries it left in the trail. */
export type Seen = { method: string; path: string; body: unknown; status: number; entries: number }

/** Writes down every request that goes into this application until it is told to stop. For tests only. */
export const recorded = (app: Awaited<ReturnType<typeof testApp>>): { list: Seen[]; stop: () => void } => {
  const list: Seen[] = []
  const ask = app.app.request
  const entries = async () =>
    (await owning(app.db, (q) => q.one<{ count: number }>(sql`select count(*) as count from audit_entry`))).count
  app.app.request = async (input, init) => {
    const before = await entries()
    const response = await ask(input, init)
    const { pathname, search } = new URL(String(input))
    const body = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined
    const left = (await entries()) - before
    list.push({ method: init?.method ?? 'GET', path: pathname + search, body, status: response.status, entries: left })
    return response
  }
  return {
    list,
    stop: () => {
      app.app.request = ask
    },
  }
}
