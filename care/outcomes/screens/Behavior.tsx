import { State } from '../../../web/controls/State.tsx'
import { showDay } from '../../../web/time.ts'
import { outcomeWords as words } from '../../../web/words/en/outcomes.ts'
import type { UndatedBehavior } from '../queries-of-at-once.ts'

/** Suicidal behavior by the newest C-SSRS that said so, and why it is no relapse by itself. None is not shown as none. */
export const Behavior = ({ undated, timeZone }: { undated: readonly UndatedBehavior[]; timeZone: string }) => {
  const newest = undated.toSorted((a, b) => a.at.localeCompare(b.at)).at(-1)
  if (!newest) return null
  return (
    <div className="stack" data-gap="tight">
      <State signal="attention">{words.behavior(showDay(newest.at, timeZone))}</State>
      <p className="soft">{words.behaviorHelp}</p>
    </div>
  )
}
