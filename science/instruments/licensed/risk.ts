import type { CssrsFacts } from '../../criteria/cssrs.ts'
import { cssrsRedLines } from '../../criteria/cssrs.ts'
import { generalReview, register } from '../../register.ts'
import { policy } from '../../sources.ts'
import { questionnaireWords as words } from '../../words.ts'
import type { Flag } from '../flag.ts'
import type { Answers, Asked, Measure } from '../instrument.ts'
import { licensed, question } from './measure.ts'

const yesNo = (linkId: string, loinc: string): Asked => ({
  linkId,
  loinc,
  answers: [
    { value: 'yes', loinc: 'LA33-6' },
    { value: 'no', loinc: 'LA32-8' },
  ],
  scored: false,
})

const behaviour = ['never', 'more than 3 months ago', 'in the past 3 months'] as const

/** Answers as facts for the rules. Question 2 answered No passes over 3 to 5, which are then No. */
export const cssrsFacts = (answers: Answers): CssrsFacts => {
  const said = (linkId: string): boolean | undefined =>
    answers[linkId] == null ? undefined : answers[linkId] === 'yes'
  const passed = said('2') === false
  const third = (linkId: string) => said(linkId) ?? (passed ? false : undefined)
  const found = behaviour.find((value) => value === answers['6'])
  const facts = {
    cssrs1: said('1'),
    cssrs2: said('2'),
    cssrs3: third('3'),
    cssrs4: third('4'),
    cssrs5: third('5'),
    suicidalBehaviour: found,
  }
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

export type CssrsLevel = 'high' | 'moderate' | 'low' | 'none found' | 'unknown'

/** The most severe level that the answers are sure of; unknown while an open one could make it more severe. */
export const cssrsLevel = (answers: Answers): CssrsLevel => {
  const facts = cssrsFacts(answers)
  const levels = ['high', 'moderate', 'low'] as const
  const truths = ['RL-03', 'RL-04', 'RL-05'].map((id) => cssrsRedLines.find((rule) => rule.id === id)?.holdsWhen(facts))
  const first = truths.findIndex((truth) => truth !== false)
  const level = levels[first]
  return level === undefined ? 'none found' : truths[first] === true ? level : 'unknown'
}

const flags: Partial<Record<CssrsLevel, Flag>> = {
  high: { id: 'S3', level: 'immediate', says: words.cssrsHigh, source: register.ssrsTriage },
  moderate: { id: 'S4', level: 'same day', says: words.cssrsModerate, source: register.columbiaMemory },
  low: { id: 'S5', level: 'review', says: words.cssrsLow, source: register.columbiaMemory },
  unknown: { id: 'S2', level: 'review', says: words.suicideOpen('C-SSRS'), source: policy('an open suicide question') },
}

/** A Yes with the sharper questions open is treated as the sharpest, until they are asked. */
const openAfterYes: Flag = {
  id: 'S3',
  level: 'immediate',
  says: words.cssrsOpen,
  source: policy('an open C-SSRS question after a Yes is treated as urgent'),
}

export const risk: readonly Measure[] = [
  licensed({
    id: 'c-ssrs-screener',
    title: 'C-SSRS screener',
    owner:
      'The Research Foundation for Mental Hygiene owns the C-SSRS; Clario holds an exclusive license for electronic versions',
    found: 'verified',
    recall: 'the past month; behavior: ever, and the past 3 months',
    by: 'clinician',
    loinc: { panel: '93373-9', total: '93374-7' },
    asksAboutSuicide: true,
    items: [
      yesNo('1', '93246-7'),
      yesNo('2', '93247-5'),
      yesNo('3', '93248-3'),
      yesNo('4', '93249-1'),
      yesNo('5', '93250-9'),
      { linkId: '6', answers: behaviour.map((value) => ({ value })), scored: false },
    ],
    reads: (answers) => {
      const level = cssrsLevel(answers)
      const yes = Object.values(answers).some((answer) => answer === 'yes')
      const flag = level === 'unknown' && yes ? openAfterYes : flags[level]
      return { result: level, flags: flag ? [flag] : [] }
    },
  }),
  licensed({
    id: 'dast-10',
    title: 'DAST-10',
    owner: '© Harvey A. Skinner: non-commercial use with credit',
    found: 'verified',
    status: 'non-commercial',
    recall: 'the past 12 months',
    by: 'patient',
    loinc: { panel: '82666-9', total: '82667-7' },
    items: Array.from({ length: 10 }, (_, index) => question(String(index + 1), 0, 1)),
    from: { total: 3, id: 'A1' },
    scoring: {
      reversed: ['3'],
      bands: [
        { from: 0, band: 'none' },
        { from: 1, band: 'low' },
        { from: 3, band: 'moderate' },
        { from: 6, band: 'substantial' },
        { from: 9, band: 'severe' },
      ],
      source: { label: 'DAST-10: question 3 counts the other way round; 0, 1–2, 3–5, 6–8, 9–10', status: 'secondary' },
      reviewBy: generalReview,
    },
  }),
]
