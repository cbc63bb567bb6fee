import { z } from 'zod'
import { checkWords as words } from '../../../web/words/en/check.ts'
import { intakeWords } from '../../../web/words/en/intake.ts'
import type { Asked } from '../questions.ts'

/** The question that comes before all others, alone. */
export const danger = 'suicideThoughts' satisfies Asked

/** What is asked: the questions before a visit that stand for a criterion of the evaluation and are a yes or a no. */
export const checked = [
  'pregnant',
  'breastfeeding',
  'aneurysm',
  'brainBleed',
  'ketamineReaction',
  'heartTrouble',
  'recentHeartEvent',
  'highBloodPressure',
  'stroke',
  'headPressure',
  'hearsOrSees',
  'pastPsychosis',
  'personality',
  'muchEnergy',
  'memory',
  'seizures',
  'lungs',
  'sleepApnea',
  'nose',
  'liver',
  'dialysis',
  'thyroid',
  'eyes',
  'porphyria',
  'adrenalTumor',
  'bladder',
  'otherDrugs',
  'troubleStopping',
  'ketamineMisuse',
  'opioids',
  'otherKetaminePrescriber',
  'hospital',
] as const satisfies readonly Asked[]

export type Check = (typeof checked)[number]

export type Answer = 'yes' | 'no' | 'not sure' | undefined

export const answerIn = (form: URLSearchParams, name: string): Answer => {
  const said = form.get(name)
  return said === 'yes' || said === 'no' || said === 'not sure' ? said : undefined
}

/** What was answered, as it travels to the form and is kept if the person agrees. What is not there was left open. */
const answered = ['adult', danger, ...checked] as const
export type Checked = Partial<Record<(typeof answered)[number], Exclude<Answer, undefined>>>
export const checkedIn = (form: URLSearchParams): Checked =>
  Object.fromEntries(answered.map((name) => [name, answerIn(form, name)]).filter(([, said]) => said !== undefined))
export const CheckText = z
  .string()
  .max(5000)
  .transform((text): Checked => {
    try {
      const read = z.record(z.string(), z.string()).safeParse(JSON.parse(text))
      return read.success ? checkedIn(new URLSearchParams(read.data)) : {}
    } catch {
      return {}
    }
  })
  .catch({})
const spoken = { yes: words.yes, no: words.no, 'not sure': words.notSure }
export const checkLines = (given: Checked): { asks: string; said: string | undefined }[] =>
  answered.map((name) => {
    const said = given[name]
    return { asks: name === 'adult' ? words.adult : intakeWords.questions[name], said: said && spoken[said] }
  })
