import type { LearnRoute } from '../../care/learn/examples.ts'
import type { Band } from '../../care/learn/paths.ts'

/** To the worker: the file of virtual people once, then the width of the band as often as it changes. */
export type Asked = { people: ArrayBuffer; percent: number } | { percent: number }
export type RouteBand = Band & { route: LearnRoute }
/** From the worker, one for each thing asked. */
export type Answer = { bands: RouteBand[] }
