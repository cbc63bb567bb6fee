import type { testApp } from '../../../server/test.ts'

export type TestApp = Pick<Awaited<ReturnType<typeof testApp>>, 'app' | 'clock' | 'origin' | 'db'>
export type Reply = { status: number; json: Record<string, unknown>; setCookie: string | null }

/** A browser that keeps its cookie and remembers every answer, so that a test can look for secrets in all of them. */
export const newBrowser = (
  { app, origin }: Pick<TestApp, 'app' | 'origin'>,
  agent = 'Mozilla/5.0 (iPhone) Safari/605',
) => {
  let cookie = ''
  const seen: string[] = []
  const ask = async (method: 'GET' | 'POST', path: string, body: unknown): Promise<Reply> => {
    const headers: Record<string, string> = { 'sec-fetch-site': 'same-origin', 'user-agent': agent, cookie }
    if (method === 'POST') headers['content-type'] = 'application/json'
    const init = method === 'POST' ? { method, headers, body: JSON.stringify(body) } : { method, headers }
    const response = await app.request(`${origin}${path}`, init)
    const setCookie = response.headers.get('set-cookie')
    if (setCookie) cookie = setCookie.split(';')[0] ?? ''
    const text = await response.text()
    seen.push(text)
    return { status: response.status, json: text ? JSON.parse(text) : {}, setCookie }
  }
  return {
    get: (path: string) => ask('GET', path, undefined),
    post: (path: string, body: unknown = {}) => ask('POST', path, body),
    token: () => cookie.split('=')[1] ?? '',
    /** The same cookie in another window. */
    forget: () => {
      cookie = ''
    },
    seen,
  }
}

export type Browser = ReturnType<typeof newBrowser>
