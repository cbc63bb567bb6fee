import pg from 'pg'
import { settingsFor } from './server.ts'

type Handler = (payload: string) => void

/** One connection of its own for notifications, made anew when it breaks. What was said meanwhile is missed. */
export const listenOn = (url: string) => {
  const handlers = new Set<Handler>()
  let client: pg.Client | undefined
  let starting: Promise<void> | undefined
  let retry: NodeJS.Timeout | undefined
  let closed = false

  const start = async (): Promise<void> => {
    const fresh = new pg.Client(settingsFor(url))
    let over = false
    const again = (): void => {
      if (over) return
      over = true
      if (client === fresh) client = undefined
      fresh.end().catch(() => {})
      if (!closed) retry = setTimeout(() => start().catch(() => {}), 1000)
    }
    fresh.on('error', again)
    fresh.on('end', again)
    fresh.on('notification', ({ payload }) => {
      for (const handler of handlers) handler(payload ?? '')
    })
    try {
      await fresh.connect()
      await fresh.query('listen evenkeel')
      client = fresh
    } catch (error) {
      again()
      throw error
    }
  }
  return {
    listen: async (handler: Handler): Promise<() => void> => {
      handlers.add(handler)
      starting ??= start()
      await starting
      return () => {
        handlers.delete(handler)
      }
    },
    close: async (): Promise<void> => {
      closed = true
      clearTimeout(retry)
      await client?.end()
    },
  }
}
