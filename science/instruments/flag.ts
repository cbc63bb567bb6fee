import type { Source } from '../sources.ts'

/** Why somebody has to look at an answer: a rule of section 8 of the questionnaires' reference, and how soon. */
export type Flag = {
  id: string
  level: 'immediate' | 'urgent' | 'same day' | 'review'
  says: string
  source: Source
}

/** What answers mean besides a total: in one word or two, and what follows from it. */
export type Reading = { result?: string; flags: readonly Flag[]; notes?: readonly string[] }
