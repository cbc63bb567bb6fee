import { createContext, useContext } from 'react'
import type { PackLanguage } from '../../science/instruments/pack.ts'
import { answerWords, askingWords } from '../words/en/outcomes.ts'
import { patientWords } from '../words/en/patient.ts'
import { answerWords as answerSpanish, askingWords as askingSpanish } from '../words/es/outcomes.ts'
import { patientWords as patientSpanish } from '../words/es/patient.ts'
import type { InAnotherLanguage } from '../words/language.ts'

/** The languages a patient's page can be in. */
export type PageLanguage = PackLanguage

type Words = {
  patient: InAnotherLanguage<typeof patientWords>
  answer: InAnotherLanguage<typeof answerWords>
  asking: InAnotherLanguage<typeof askingWords>
}
const words: Readonly<Record<PageLanguage, Words>> = {
  en: { patient: patientWords, answer: answerWords, asking: askingWords },
  es: { patient: patientSpanish, answer: answerSpanish, asking: askingSpanish },
}

/** What the page around the questions is written in. English for every link whose screen has no Spanish. */
export const PageLanguageContext = createContext<PageLanguage>('en')

export const usePageLanguage = (): PageLanguage => useContext(PageLanguageContext)
export const usePatientWords = (): Words['patient'] => words[usePageLanguage()].patient
export const useAnswerWords = (): Words['answer'] => words[usePageLanguage()].answer
export const useAskingWords = (): Words['asking'] => words[usePageLanguage()].asking

/** What a phone is set to, for a page that knows nobody: a link that is dead, or none. */
export const phoneLanguage = (languages: readonly string[]): PageLanguage =>
  /^es\b/i.test(languages[0] ?? '') ? 'es' : 'en'
