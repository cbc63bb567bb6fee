import type { Proportion } from '../../../science/statistics/proportion.ts'
import { cohortWords as words } from '../../../web/words/en/cohort.ts'
import type { Count } from '../table.ts'

export const percentOf = (share: number): number => Math.round(share * 100)

export const showCount = (count: Count): string => (count === null ? words.hiddenShort : String(count))

export const showProportion = (found: Proportion | null): string =>
  found === null
    ? words.hiddenShort
    : `${words.share(percentOf(found.share), percentOf(found.low), percentOf(found.high))} · ${words.countOf(found.count, found.of)}`
