import { test } from 'node:test'

/**
 * The steps of one journey, in order. After one that failed, those that build on it are not tried: they would each wait
 * for a screen that cannot come.
 */
export const journey = () => {
  let failed: string | undefined
  return (name: string, take: () => Promise<void>) =>
    test(name, async () => {
      if (failed) throw new Error(`Not tried: “${failed}” failed before it.`)
      try {
        await take()
      } catch (error) {
        failed = name
        throw error
      }
    })
}
