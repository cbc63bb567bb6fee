import { z } from 'zod'
import { says } from '../../web/words/en/says/registry.ts'
import { Looked } from './order.ts'

/** A way of looking at the registry that somebody keeps, for themselves or for the clinic. */
export const SaveView = z.object({
  id: z.uuid(),
  /** The same as `id` for a new one. */
  viewId: z.uuid(),
  name: z.string().trim().min(1, says.nameView).max(60, says.nameView),
  shows: Looked,
  /** Seen by everybody who may read the registry. */
  shared: z.boolean().default(false),
})
export type SaveView = z.infer<typeof SaveView>

export type View = Pick<SaveView, 'viewId' | 'name' | 'shows' | 'shared'> & { by: string; mine: boolean }
