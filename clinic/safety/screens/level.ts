import type { Signal } from '../../../web/controls/Shape.tsx'
import type { Level } from '../alert.ts'

/** A level's shape and colour; the word always stands beside it. */
export const signalOfLevel: Record<Level, Signal> = { urgent: 'emergency', high: 'attention', review: 'info' }
