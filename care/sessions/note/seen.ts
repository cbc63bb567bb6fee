import type { Instant } from '../../../science/time.ts'
import { noteWords as words } from '../../../web/words/en/notes.ts'
import type { Entry } from '../log.ts'
import { deviceText } from './sentence.ts'

type Time = (at: Instant) => string
type By = (id: string) => string

/**
 * What sets of observations say beside their numbers, which have a table: an irregular pulse, crisis symptoms, what was
 * written with them, where values came from. That somebody asked and found none is one line with its times.
 */
export const seenLines = (sets: readonly Entry<'vitals'>[], time: Time, by: By): string[] => {
  const asked = (none: (set: Entry<'vitals'>['data']) => boolean, say: (times: readonly string[]) => string) => {
    const times = sets.filter(({ data }) => none(data)).map(({ happenedAt }) => time(happenedAt))
    return times.length > 0 ? [say(times)] : []
  }
  return [
    ...asked(({ crisisSymptoms }) => crisisSymptoms?.length === 0, words.noCrisisSymptoms),
    ...asked(({ newIrregularPulse }) => newIrregularPulse === false, words.noIrregularPulse),
    ...sets.flatMap((entry) => besideNumbers(entry, time, by)),
  ]
}

const besideNumbers = ({ data, happenedAt, recordedBy }: Entry<'vitals'>, time: Time, by: By): string[] => {
  const { newIrregularPulse, crisisSymptoms = [], words: said, devices = [] } = data
  const found = [
    newIrregularPulse ? words.entries.newIrregularPulse(true) : '',
    crisisSymptoms.length > 0 ? words.entries.crisisSymptoms(crisisSymptoms) : '',
    said ?? '',
  ].filter(Boolean)
  const line = found.map((one) => `${one[0]?.toUpperCase()}${one.slice(1)}${/[.!?]$/.test(one) ? '' : '.'}`).join(' ')
  return [
    ...(line ? [`${time(happenedAt)} ${line} ${by(recordedBy)}.`] : []),
    ...devices.map((from) => `${time(happenedAt)} ${deviceText(from)}`),
  ]
}
