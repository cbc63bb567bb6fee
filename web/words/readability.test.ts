import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { shipped } from '../../care/consent/shipped.ts'
import { everyRoute } from '../../science/decide.ts'
import { costFacts, dayFacts, kapFacts } from '../../science/facts/care.ts'
import { conditionFacts } from '../../science/facts/conditions.ts'
import { effectFacts } from '../../science/facts/effects.ts'
import { safetyFacts } from '../../science/facts/safety.ts'
import { treatmentMore, treatments } from '../../science/facts/treatments.ts'
import { resultFacts, whatFacts } from '../../science/facts/what.ts'
import { maniaCheck } from '../../science/instruments/mania-check.ts'
import { nextDay } from '../../science/instruments/next-day.ts'
import { sinceLast } from '../../science/instruments/since-last.ts'
import { nextDayWords, sinceLastWords, urinaryWords } from '../../science/instruments/spanish-own.ts'
import { urinary } from '../../science/instruments/urinary.ts'
import { protocols } from '../../science/routes/protocols.ts'
import { letterWords as summaryWords } from './en/care-letters.ts'
import { checkWords } from './en/check.ts'
import { consentSignWords } from './en/consent.ts'
import { intakeWords } from './en/intake.ts'
import { letterWords } from './en/letters.ts'
import { answerWords } from './en/outcomes.ts'
import { ownCourseWords } from './en/over-time.ts'
import { patientWords } from './en/patient.ts'
import { releaseWords } from './en/releases.ts'
import { requestWords } from './en/request.ts'
import { says as aboutConsent } from './en/says/consent.ts'
import { says as aboutIntake } from './en/says/intake.ts'
import { says as aboutLinks } from './en/says/links.ts'
import { siteWords } from './en/site.ts'
import { letterWords as letterSpanish } from './es/letters.ts'
import { answerWords as answerSpanish, askingWords as askingSpanish } from './es/outcomes.ts'
import { patientWords as patientSpanish } from './es/patient.ts'
import { gradeOf, spanishEaseOf, spanishSyllablesOf, syllablesOf, textsOf, wordsOf } from './readability.ts'

/** About 8th grade. Of fewer words than these a grade says nothing. */
const highest = 8
const fewest = 8

const read = {
  'the public pages, around their facts': siteWords,
  'asking for an evaluation': requestWords,
  'the self-check': checkWords,
  'the page behind a link': patientWords,
  'reading and signing a consent': consentSignWords,
  'answering questions': answerWords,
  'the patient’s own course': ownCourseWords,
  'letters about it': letterWords.ownCourse,
  'the questions before a visit, and the pages around them': intakeWords,
  'letters about the questions before a visit': letterWords.intake,
  'what is said of an answer before a visit': aboutIntake,
  'letters about questions': letterWords.questions,
  'letters to somebody silent': letterWords.questionsAgain,
  'letters about consent': letterWords.consent,
  'what a patient signs before something leaves the clinic': releaseWords.texts,
  'the summary for a patient': { ...summaryWords.toPatient, opening: summaryWords.patientOpening },
  'why a consent does not go on': aboutConsent.toPatient,
  'why a link does not open': aboutLinks,
}

const saysOf = (facts: readonly { says: string }[]): string[] => facts.map(({ says }) => says)

/** Rows with sources, a version or both; they name medicines and illnesses, so the whole is measured. */
const whole = {
  ...Object.fromEntries(
    Object.entries(shipped).map(([route, { sections }]) => [
      `the consent document, ${route}`,
      sections.map(({ paragraphs }) => paragraphs.map(({ text }) => text)),
    ]),
  ),
  ...Object.fromEntries(
    Object.entries(protocols).map(
      ([
        route,
        {
          instructions: { before, after, getHelp },
        },
      ]) => [`what to do around a session, ${route}`, [...before, ...after, ...getHelp].map(({ says }) => says)],
    ),
  ),
  ...Object.fromEntries(
    Object.entries({
      conditionFacts,
      whatFacts,
      resultFacts,
      dayFacts,
      effectFacts,
      safetyFacts,
      costFacts,
      kapFacts,
    }).map(([name, groups]) => [`what the public pages say, ${name}`, Object.values(groups).map(saysOf)]),
  ),
  ...Object.fromEntries(
    everyRoute.map((route) => [
      `what the public pages say, ${route}`,
      saysOf([...Object.values(treatments[route]), ...treatmentMore[route]]),
    ]),
  ),
  'our own lists of questions': [nextDay, sinceLast, urinary, maniaCheck].map(({ stem, items }) => [
    stem,
    items.map(({ text }) => text),
  ]),
}

describe('what patients read is about 8th grade', () => {
  test('syllables are counted as a dictionary has them', () => {
    const known: Record<number, string> = {
      1: 'page while the asked closed sides care once',
      2: 'table people little wanted pages answer clinic message',
      3: 'medicine injection tomorrow 988',
      4: 'emergency',
    }
    for (const [syllables, words] of Object.entries(known)) {
      for (const word of words.split(' ')) assert.equal(syllablesOf(word), Number(syllables), word)
    }
  })

  test('a grade is what the formula gives by hand, low for plain words and high for a lawyer’s', () => {
    // 6 words, 1 sentence, 6 syllables; then 2 sentences of 3 words.
    assert.equal(gradeOf('The cat sat on the mat.').toFixed(2), (0.39 * 6 + 11.8 - 15.59).toFixed(2))
    assert.equal(gradeOf('The cat sat. It was glad.').toFixed(2), (0.39 * 3 + 11.8 - 15.59).toFixed(2))
    const hard = 'Administration is contraindicated notwithstanding documentation of previous tolerability.'
    assert.ok(gradeOf(hard) > 20, `${gradeOf(hard)}`)
  })

  test('every text is found, and a function is called', () => {
    const words = { a: 'One', b: { c: (name: string) => `Hello ${name}`, d: (n: number) => ({ e: `${n}!` }) } }
    assert.deepEqual(textsOf(words), [
      ['a', 'One'],
      ['b.c', 'Hello Sam'],
      ['b.d.e', 'Sam!'],
    ])
  })

  for (const [name, words] of Object.entries(read)) {
    test(name, () => {
      const long = textsOf(words).filter(([, text]) => wordsOf(text).length >= fewest)
      assert.ok(long.length > 0)
      const hard = long
        .map(([path, text]) => [path, text, gradeOf(text)] as const)
        .filter(([, , grade]) => grade > highest)
      assert.deepEqual(hard, [])
    })
  }

  for (const [name, words] of Object.entries(whole)) {
    test(name, () => {
      const texts = textsOf(words).map(([, text]) => (/[.?!:]$/.test(text) ? text : `${text}.`))
      assert.ok(texts.length > 5)
      const grade = gradeOf(texts.join(' '))
      assert.ok(grade <= highest, `grade ${grade.toFixed(1)}`)
    })
  }
})

describe('what patients read in Spanish is easy', () => {
  /** On the INFLESZ scale "normal" begins at 55 and "quite easy" at 65; of very few words the number says nothing. */
  const [lowest, lowestOfAll] = [55, 65]

  test('syllables are counted as a dictionary has them', () => {
    const known: Record<number, string> = {
      1: 'sí pie muy que',
      2: 'guía bueno día seguir leer',
      3: 'clínica ahora respuesta pregunta',
      4: 'teléfono todavía',
    }
    for (const [syllables, words] of Object.entries(known))
      for (const word of words.split(' ')) assert.equal(spanishSyllablesOf(word), Number(syllables), word)
  })

  for (const [name, words] of Object.entries({
    'the page behind a link': patientSpanish,
    'answering questions': answerSpanish,
    'when they are asked': askingSpanish,
    'letters about questions': letterSpanish,
    'our own lists of questions': [nextDayWords, sinceLastWords, urinaryWords].map(({ stem, questions }) => ({
      stem,
      ...questions,
    })),
  }))
    test(name, () => {
      const texts = textsOf(words)
        .map(([, text]) => text)
        .filter((text) => wordsOf(text).length >= fewest)
      assert.ok(texts.length > 0)
      const hard = texts.map((text) => [text, spanishEaseOf(text)] as const).filter(([, ease]) => ease < lowest)
      assert.deepEqual(hard, [])
      assert.ok(spanishEaseOf(texts.join('\n')) >= lowestOfAll)
    })
})
