import type { PackLanguage } from '../../science/instruments/pack.ts'
import { letterWords } from './en/letters.ts'
import { letterWords as inSpanish } from './es/letters.ts'

/** What asks somebody, and what answers danger, in each language that a patient can be asked in. */
export const lettersIn: Readonly<Record<PackLanguage, typeof inSpanish>> = { en: letterWords, es: inSpanish }
