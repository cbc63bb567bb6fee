import { z } from 'zod'

/**
 * Where a clinical statement comes from, and how far that was checked.
 *   verified   seen in a stored copy of the page at the address
 *   secondary  seen, but only in a secondary copy: replace with the primary before release
 *   memory     from memory, not checked against the source: a person must check it
 *   policy     no source gives it; it is a default that the clinic's medical director signs
 */
export const SourceStatus = z.enum(['verified', 'secondary', 'memory', 'policy'])
export type SourceStatus = z.infer<typeof SourceStatus>

export type Source = { label: string; address?: string; status: SourceStatus }

/** The words the screens show beside a status. */
export const statusWords: Record<SourceStatus, string> = {
  verified: 'source seen',
  secondary: 'seen in a secondary copy',
  memory: 'from memory, not checked',
  policy: 'clinic policy',
}

/** A number or rule of our own that no source gives. Never shown as a guideline. */
export const policy = (label: string): Source => ({ label: `Clinic policy: ${label}`, status: 'policy' })
