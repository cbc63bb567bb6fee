import type { z } from 'zod'
import { controlWords } from '../words/en/controls.ts'

/** Plain sentences for what a schema refuses and does not explain itself. */
export const plainIssue = (issue: z.core.$ZodRawIssue): string | undefined => {
  if (issue.input === undefined || issue.input === null) return controlWords.needed
  if (issue.code === 'invalid_type' && issue.expected === 'number') return controlWords.expectedNumber
  if (issue.code === 'invalid_format' && issue.format === 'date') return controlWords.expectedDate
  if (issue.code === 'invalid_type' || issue.code === 'invalid_union' || issue.code === 'invalid_value') {
    return controlWords.notAccepted
  }
  return undefined
}
