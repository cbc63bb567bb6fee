import { policy, type Source } from '../sources.ts'
import { asq, asqSinceLast } from './asq.ts'
import { gad7 } from './gad7.ts'
import type { AnswerValue, Instrument } from './instrument.ts'
import { nextDay } from './next-day.ts'
import { phq2, phq2And9 } from './phq2.ts'
import { phq9 } from './phq9.ts'
import { sinceLast } from './since-last.ts'
import { nextDayWords, sinceLastWords, urinaryWords } from './spanish-own.ts'
import { urinary } from './urinary.ts'

/**
 * Official translations whose wording was found letter for letter in at least two independent public copies (looked up on
 * 2026-11-29). What could not be is not here: see `withoutSpanish`. Our own lists come in our own translation
 * (`spanish-own.ts`). Only words: questions, values, codes, scoring and flags are those of the English instrument.
 */
export type Words = {
  /** Kept with every answer. */
  version: string
  /** As the licence says it. */
  sentence: string
  source: Source
  stem?: string
  /** By link id. */
  questions: Readonly<Record<string, string>>
  /** By value, of every question that `answersOf` does not name. */
  answers: Readonly<Record<string, string>>
  answersOf?: Readonly<Record<string, Readonly<Record<string, string>>>>
}

const phqSource: Source = {
  label:
    'phqscreeners.com, “Spanish for the USA”; read in independent public copies of it that agree (PHQ-9 and its last question: three; GAD-7: two)',
  status: 'secondary',
}
const phqSentence =
  'Creado por los doctores Spitzer, Williams, Kroenke y colegas. © Pfizer. No se requiere permiso para reproducir, traducir, presentar o distribuir.'
const phqStem = 'Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes problemas?'
const frequency = {
  0: 'Ningún día',
  1: 'Varios días',
  2: 'Más de la mitad de los días',
  3: 'Casi todos los días',
}

const phq9Words: Words = {
  version: '1-es-US',
  sentence: phqSentence,
  source: phqSource,
  stem: phqStem,
  questions: {
    1: 'Poco interés o placer en hacer cosas',
    2: 'Se ha sentido decaído(a), deprimido(a) o sin esperanzas',
    3: 'Ha tenido dificultad para quedarse o permanecer dormido(a), o ha dormido demasiado',
    4: 'Se ha sentido cansado(a) o con poca energía',
    5: 'Sin apetito o ha comido en exceso',
    6: 'Se ha sentido mal con usted mismo(a) – o que es un fracaso o que ha quedado mal con usted mismo(a) o con su familia',
    7: 'Ha tenido dificultad para concentrarse en ciertas actividades, tales como leer el periódico o ver la televisión',
    8: '¿Se ha movido o hablado tan lento que otras personas podrían haberlo notado? o lo contrario – muy inquieto(a) o agitado(a) que ha estado moviéndose mucho más de lo normal',
    9: 'Pensamientos de que estaría mejor muerto(a) o de lastimarse de alguna manera',
    difficulty:
      'Si marcó cualquiera de los problemas, ¿qué tanta dificultad le han dado estos problemas para hacer su trabajo, encargarse de las tareas del hogar, o llevarse bien con otras personas?',
  },
  answers: frequency,
  answersOf: {
    difficulty: { 0: 'No ha sido difícil', 1: 'Un poco difícil', 2: 'Muy difícil', 3: 'Extremadamente difícil' },
  },
}

const gad7Words: Words = {
  version: '1-es-US',
  sentence: phqSentence,
  source: phqSource,
  stem: phqStem,
  questions: {
    1: 'Se ha sentido nervioso(a), ansioso(a) o con los nervios de punta',
    2: 'No ha sido capaz de parar o controlar su preocupación',
    3: 'Se ha preocupado demasiado por motivos diferentes',
    4: 'Ha tenido dificultad para relajarse',
    5: 'Se ha sentido tan inquieto(a) que no ha podido quedarse quieto(a)',
    6: 'Se ha molestado o irritado fácilmente',
    7: 'Ha tenido miedo de que algo terrible fuera a pasar',
  },
  answers: frequency,
}

const asqWords: Words = {
  version: '1-es',
  sentence:
    'Ask Suicide-Screening Questions (ASQ), Instituto Nacional de la Salud Mental (NIMH). Es de dominio público; no se requiere permiso.',
  source: {
    label: 'NIMH ASQ toolkit, Spanish version of 2017; read in three independent public copies of it that agree',
    status: 'secondary',
  },
  questions: {
    1: 'En las últimas semanas, ¿ha deseado estar muerto?',
    2: 'En las últimas semanas, ¿ha sentido que usted o su familia estarían mejor si estuviera muerto?',
    3: 'En la última semana, ¿ha estado pensando en suicidarse?',
    4: '¿Alguna vez ha intentado suicidarse?',
    5: '¿Está pensando en suicidarse en este momento?',
  },
  // The third is ours in English, too: refusing is written down as that.
  answers: { yes: 'Sí', no: 'No', declined: 'No quiero contestar' },
}

/** As in English: question 4 asks since the last contact, which is our own adaptation and our own translation of it. */
const asqSinceLastWords: Words = {
  ...asqWords,
  questions: { ...asqWords.questions, 4: 'Desde su último contacto con nosotros, ¿ha intentado suicidarse?' },
  source: policy('question 4 asks since the last contact, in English and in Spanish; the others are those of NIMH'),
}

/** A question or an answer without words would be asked blank: that is our bug, and nothing starts with it. */
const found = (words: Readonly<Record<string, string>>, key: AnswerValue, where: string): string => {
  const text = words[String(key)]
  if (!text) throw new Error(`no Spanish words for ${where} ${key}`)
  return text
}

const inSpanish = (of: Instrument, { version, sentence, source, stem, questions, answers, answersOf }: Words) => {
  const { stem: _, ...numbers } = of
  return {
    ...numbers,
    version,
    language: 'es',
    licence: { status: of.licence.status, sentence, source },
    ...(stem === undefined ? {} : { stem }),
    items: of.items.map((item) => ({
      ...item,
      text: found(questions, item.linkId, of.id),
      answers: item.answers.map((answer) => ({
        ...answer,
        text: found(answersOf?.[item.linkId] ?? answers, answer.value, `${of.id} ${item.linkId}`),
      })),
    })),
  } satisfies Instrument
}

/** By id, what can be asked in Spanish without a pack of the clinic's own. */
export const spanishById: Readonly<Record<string, Instrument>> = Object.fromEntries(
  [
    inSpanish(phq9, phq9Words),
    inSpanish(phq2, phq9Words),
    inSpanish(phq2And9, phq9Words),
    inSpanish(gad7, gad7Words),
    inSpanish(asq, asqWords),
    inSpanish(asqSinceLast, asqSinceLastWords),
    inSpanish(nextDay, nextDayWords),
    inSpanish(sinceLast, sinceLastWords),
    inSpanish(urinary, urinaryWords),
  ].map((instrument) => [instrument.id, instrument]),
)

const unverified = 'no official Spanish wording was found in two independent copies'
const differing = 'the public copies are several adaptations that differ; none of them is official for the US'

/** What ships in English only, and why. A clinic may bring an official translation of any of these. */
export const withoutSpanish: Readonly<Record<string, string>> = {
  'pcl-5': differing,
  'pcl-5-weekly': differing,
  'audit-c': unverified,
  'taps-1': unverified,
  peg: unverified,
}
