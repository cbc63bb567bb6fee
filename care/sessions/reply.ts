import type { Finding } from '../../science/decide.ts'

/** A finding as a failed request carries it. */
export const asReply = (finding: Finding) => ({ ...finding, id: finding.rule })
