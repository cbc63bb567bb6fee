import { join } from 'node:path'
import { test } from 'node:test'

/**
 * One process for many journeys, one after the other: they share its Chromium, its database engine and the code it has
 * compiled, each with a server, a clinic and windows of its own. `run.ts` hands it the next file whenever one is done.
 */
const next = (): Promise<string | undefined> =>
  new Promise((resolve) => {
    process.once('message', ({ file }: { file?: string }) => resolve(file))
    process.send?.('next')
  })

await test('all of them', async (all) => {
  // What a module closes after the last test it closes after the last test of whoever imported it first.
  await import('../database/test.ts')
  const { closeBrowser } = await import('../journeys/browser.ts')
  all.after(closeBrowser)
  for (let file = await next(); file; file = await next()) {
    const path = join(import.meta.dirname, '..', file)
    await all.test(file, () => import(path))
  }
})
process.disconnect?.()
// A journey that failed may leave something open behind it, and only an end by itself writes the sum: say what it is.
setTimeout(() => {
  console.error(`Still open a minute after the last journey: ${process.getActiveResourcesInfo().join(', ')}`)
  process.exit(1)
}, 60_000).unref()
