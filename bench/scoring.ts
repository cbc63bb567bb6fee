import { chanceFrom } from '../demo/chance.ts'
import { measureById, measures } from '../science/instruments/catalogue.ts'
import { toScore } from '../science/instruments/input.ts'
import type { Answers, Measure } from '../science/instruments/instrument.ts'
import { scored } from '../science/instruments/scored.ts'

export type ScoringResult = {
  /** What was answered, and how many sets a second of processor time. */
  what: string
  /** Of answers as they are: total, bounds, parts, band, result, flags. */
  scoredPerSecond: number
  /** From JSON: parsed against what each question offers, and scored. */
  fromJsonPerSecond: number
}

/** Sets of answers, about one question in fifteen left open; the same every time. */
const answersTo = (all: readonly Measure[], sets: number): { measure: Measure; answers: Answers }[] => {
  const chance = chanceFrom(5)
  return Array.from({ length: sets }, (_, index) => {
    const measure = all[index % all.length]
    if (!measure) throw new Error('No questionnaire')
    const said = measure.items.map(({ linkId, answers }) => {
      const answer = answers[chance.whole(0, answers.length - 1)]
      return [linkId, chance.next() < 1 / 15 ? null : (answer?.value ?? null)]
    })
    return { measure, answers: Object.fromEntries(said) }
  })
}

/** How many times a second of processor time, on one core. */
const perSecond = (times: number, once: (index: number) => void): number => {
  for (let index = 0; index < times / 5; index++) once(index)
  const before = process.cpuUsage()
  for (let index = 0; index < times; index++) once(index)
  const { user, system } = process.cpuUsage(before)
  return times / ((user + system) / 1e6)
}

/** PHQ-9 alone, and every questionnaire in turn: `sets` sets of answers each. */
export const runScoring = (sets: number): ScoringResult[] => {
  const phq9 = measureById['phq-9']
  const asked: [string, Measure[]][] = [
    ['PHQ-9', phq9 ? [phq9] : []],
    [`each of ${measures.length} questionnaires in turn`, [...measures]],
  ]
  return asked.map(([what, all]) => {
    const ready = answersTo(all, sets)
    const one = (index: number) => {
      const found = ready[index]
      if (!found) throw new Error('No answers')
      return found
    }
    return {
      what,
      scoredPerSecond: perSecond(sets, (index) => {
        scored(one(index).measure, { answers: one(index).answers })
      }),
      fromJsonPerSecond: perSecond(sets / 10, (index) => {
        const { measure, answers } = one(index)
        const input = toScore(measure, { answers })
        if ('refused' in input) throw new Error(JSON.stringify(input.refused))
        scored(measure, input)
      }),
    }
  })
}

if (import.meta.main)
  for (const { what, scoredPerSecond, fromJsonPerSecond } of runScoring(100_000))
    console.log(
      `${what}: ${Math.round(scoredPerSecond).toLocaleString('en-US')} a second of processor time; from JSON, ${Math.round(fromJsonPerSecond).toLocaleString('en-US')}`,
    )
