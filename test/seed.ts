import fc from 'fast-check'

/**
 * Properties are tried on the same cases each time, so that `npm test` says the same of the same code. The long campaign
 * tries others each day (`EVENKEEL_SEED`).
 */
fc.configureGlobal({ seed: Number(process.env.EVENKEEL_SEED ?? 1) })
