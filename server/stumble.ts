/**
 * What no request and no round has caught. A promise that nobody waited for is written down and the clinic goes on; an
 * exception that nobody caught leaves us in a state that nobody knows, so we stop, and whoever runs us starts us again.
 * Either is logged as where it happened: the message could quote what somebody typed.
 */
export const watchForStumbles = (): void => {
  process.on('unhandledRejection', (why) => console.error(`A promise was left alone: ${whereOf(why)}`))
  process.on('uncaughtException', (why) => {
    console.error(`Evenkeel stumbled and stops; what was answered as saved is saved: ${whereOf(why)}`)
    process.exit(1)
  })
}

/** Name, code and stack of an error, without its message. */
export const whereOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'not an Error'
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []
  const code = 'code' in error ? ` ${String(error.code)}` : ''
  const constraint = 'constraint' in error && error.constraint ? ` ${String(error.constraint)}` : ''
  return `${error.name}${code}${constraint}\n${frames.slice(0, 12).join('\n')}`
}
