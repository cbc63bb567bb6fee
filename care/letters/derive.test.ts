import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Day, Instant } from '../../science/time.ts'
import { letterWords as words } from '../../web/words/en/care-letters.ts'
import { gradeOf, wordsOf } from '../../web/words/readability.ts'
import { type Material, sectionsFor } from './derive.ts'
import { sectionsForPatient } from './derive-for-patient.ts'
import type { Section } from './letter.ts'

const at = (text: string) => Instant.parse(`${text}.000Z`)
const row = {
  id: 'x',
  change: 'recorded',
  corrects: null,
  why: '',
  recordedAt: at('2026-11-01T15:00:00'),
  recordedBy: 'Petra',
} as const
const problem = (what: string, code: string | null) => ({
  ...row,
  words: what,
  code,
  status: 'active' as const,
  onset: null,
})

/** Nobody has recorded anything. */
const nothing: Material = {
  timeZone: 'America/New_York',
  now: at('2026-11-23T17:00:00'),
  chart: {
    course: null,
    plan: null,
    route: 'im',
    ownRoute: null,
    series: [],
    sessions: [],
    steps: [],
    problems: { is: 'unknown', facts: [] },
    medicines: { is: 'unknown', facts: [] },
    allergies: { is: 'unknown', facts: [] },
  },
  determination: { state: 'none', because: [] },
  diagnosisWords: null,
}
const finding = (rule: string, answer: 'met' | 'unknown' | 'not met', says: string) =>
  ({ rule, severity: 'relative', answer, stale: false, says }) as const

/** In the middle of a course; something of substance use was found and gone past. */
const whole: Material = {
  ...nothing,
  diagnosisWords: 'Recurrent depression.',
  chart: {
    ...nothing.chart,
    ownRoute: 'im',
    problems: {
      is: 'listed',
      facts: [problem('Recurrent depression, severe', 'F33.2'), problem('Alcohol use disorder', 'F10.21')],
    },
    medicines: {
      is: 'listed',
      facts: [
        {
          ...row,
          name: 'Sertraline',
          dose: '100 mg',
          frequency: '',
          prescriber: '',
          started: null,
          stopped: null,
          classes: null,
        },
      ],
    },
    allergies: { is: 'none known', facts: [] },
    course: {
      done: 1,
      planned: 6,
      booked: 1,
      lastOn: Day.parse('2026-11-20'),
      next: 2,
      window: { from: Day.parse('2026-11-22'), to: Day.parse('2026-11-25') },
      reviewsDue: [],
      leftOpen: [],
      nothingHad: 0,
      beyondPlan: false,
    },
    plan: {
      drug: 'ketamine',
      doseMg: 40,
      sessions: 6,
      daysBetweenLeast: 2,
      daysBetweenMost: 5,
      goals: 'Sleep through the night',
      notes: '',
    } as Material['chart']['plan'],
    sessions: [
      {
        id: '1',
        planId: 'p',
        planVersionId: 'v',
        route: 'im',
        bookedFor: at('2026-11-20T14:00:00'),
        minutes: 150,
        endedAt: at('2026-11-20T17:00:00'),
        endedAs: 'released',
        arrivedAt: null,
        dosedAt: at('2026-11-20T14:40:00'),
        doseMg: 40,
        receivedMg: 40,
        treatedAt: at('2026-11-20T14:40:00'),
      },
      {
        id: '2',
        planId: 'p',
        planVersionId: 'v',
        route: 'im',
        bookedFor: at('2026-11-24T14:00:00'),
        minutes: 150,
        endedAt: null,
        endedAs: null,
        arrivedAt: null,
        dosedAt: null,
        doseMg: null,
        receivedMg: null,
        treatedAt: null,
      },
    ],
    series: [
      {
        instrument: 'phq-9',
        title: 'PHQ-9',
        range: { low: 0, high: 27 },
        baseline: { at: at('2026-11-18T15:00:00'), total: 20 },
        points: [
          {
            id: 'a',
            at: at('2026-11-18T15:00:00'),
            score: 20,
            low: 20,
            high: 20,
            missing: 0,
            band: null,
            contextKind: 'between',
          },
          {
            id: 'b',
            at: at('2026-11-23T15:00:00'),
            score: 14,
            low: 14,
            high: 14,
            missing: 0,
            band: null,
            contextKind: 'between',
          },
        ],
      } as unknown as Material['chart']['series'][number],
    ],
  },
  determination: {
    state: 'in force',
    because: [],
    determination: {
      route: 'im',
      outcome: 'suitable',
      reasons: 'Two adequate trials failed.',
      by: 'Petra Prescriber',
      at: at('2026-11-19T15:00:00'),
      confirmation: null,
      findings: [
        finding('CI-04a', 'met', 'Heart finding.'),
        finding('CI-03a', 'met', 'Active substance use disorder.'),
        finding('CI-05', 'unknown', 'Liver not known.'),
        finding('CI-06', 'not met', 'Never said.'),
      ],
      addressed: { 'CI-04a': 'Seen by a cardiologist.', 'CI-03a': 'In treatment, sober for a year.' },
    } as unknown as NonNullable<Material['determination']['determination']>,
  },
}

const textIn = (sections: readonly Section[], id: Section['id']) => sections.find((one) => one.id === id)?.text ?? ''

describe('a letter to somebody outside, from the record', () => {
  test('says of everything nobody recorded that it is not known, and makes up nothing', () => {
    const sections = sectionsFor(nothing)
    const { lists } = words
    assert.equal(textIn(sections, 'diagnoses'), lists.problem.unknown)
    assert.equal(textIn(sections, 'medicines'), `${lists.medicine.unknown}\n${lists.allergy.unknown}`)
    assert.equal(textIn(sections, 'determination'), words.noDetermination)
    assert.equal(textIn(sections, 'plan'), `${words.noPlan}\n${words.nothingBooked}`)
    assert.equal(textIn(sections, 'sessions'), words.noSessions)
    assert.equal(textIn(sections, 'substance use'), '')
  })

  test('keeps what is about substance use in a part of its own, and nowhere else', () => {
    const sections = sectionsFor(whole)
    assert.match(textIn(sections, 'substance use'), /Alcohol use disorder .*F10\.21/)
    assert.match(textIn(sections, 'substance use'), /Active substance use disorder\..*sober for a year/)
    for (const { id, text } of sections.filter((one) => one.id !== 'substance use'))
      assert.doesNotMatch(text, /alcohol|substance|sober/i, id)
  })

  test('does not say that there is no problem where every problem is about substance use', () => {
    const problems = { is: 'listed' as const, facts: [problem('Alcohol use disorder', 'F10.20')] }
    const sections = sectionsFor({ ...nothing, chart: { ...nothing.chart, problems } })
    assert.equal(textIn(sections, 'diagnoses'), '')
  })

  test('says what was determined and why, what was met, and how much was not known', () => {
    const text = textIn(sectionsFor(whole), 'determination')
    assert.match(text, /IM injection: determined as “suitable” by Petra Prescriber on November 19, 2026/)
    assert.match(text, /Reasons: Two adequate trials failed\./)
    assert.match(text, /Heart finding\..*Seen by a cardiologist\./)
    assert.match(text, /1 criterion not known/)
    assert.doesNotMatch(text, /Never said/)
    for (const state of ['reopened', 'awaiting confirmation', 'not confirmed', 'none'] as const) {
      const { determination } = whole.determination
      assert.ok(determination)
      const later = sectionsFor({ ...whole, determination: { state, because: [], determination } })
      assert.ok(textIn(later, 'determination').endsWith(words.standsNow[state]), state)
    }
  })

  test('says the plan, each session with its dose, and the scores with their range', () => {
    const sections = sectionsFor(whole)
    assert.match(
      textIn(sections, 'plan'),
      /ketamine 40 mg, 6 sessions, 2 to 5 days apart\.[\s\S]*1 of 6 sessions given[\s\S]*Booked: November 24, 2026[\s\S]*November 22, 2026 and November 25, 2026/,
    )
    assert.equal(textIn(sections, 'sessions'), 'November 20, 2026: IM injection, ketamine 40 mg. Released.')
    assert.match(
      textIn(sections, 'scores'),
      /20 of 27 \(November 18, 2026\)[\s\S]*14 of 27 \(November 23, 2026\)[\s\S]*6 points lower/,
    )
  })

  test('says of somebody who came back what it was before this plan, too', () => {
    const [given, next] = whole.chart.sessions
    const [series] = whole.chart.series
    assert.ok(given && next && series && whole.chart.plan)
    const then = { ...given, id: '0', planId: 'earlier', dosedAt: at('2025-01-06T15:00:00') }
    const baseline = { at: at('2025-01-05T15:00:00'), total: 24 }
    const of = (points: typeof series.points) => ({
      ...whole,
      chart: {
        ...whole.chart,
        plan: { ...whole.chart.plan, planId: 'p' } as typeof whole.chart.plan,
        sessions: [then, given, next],
        series: [{ ...series, baseline, baselineWindow: { from: baseline.at, to: then.dosedAt }, points }],
      },
    })
    const scores = textIn(sectionsFor(of(series.points)), 'scores')
    assert.match(scores, /before the first dose: 24 of 27 \(January 5, 2025\)/)
    assert.match(scores, /before the first dose of this plan: 20 of 27 \(November 18, 2026\)/)
    const late = textIn(sectionsFor(of(series.points.slice(1))), 'scores')
    assert.match(late, /before the first dose of this plan: no complete answers on record/)
    assert.doesNotMatch(textIn(sectionsFor(whole), 'scores'), /this plan/)
  })
  test('does not call a booking to come whose day has passed, and says that nothing is on record of it', () => {
    const later = { ...whole, now: at('2026-11-25T17:00:00') }
    for (const derive of [sectionsFor, sectionsForPatient]) {
      assert.match(textIn(derive(whole), 'plan'), /November 24/)
      assert.doesNotMatch(textIn(derive(later), 'plan'), /November 24/)
      assert.match(textIn(derive(later), 'sessions'), /November 24, 2026: .*nothing (is )?on record/)
      assert.doesNotMatch(textIn(derive({ ...whole, now: at('2026-11-25T03:00:00') }), 'sessions'), /November 24/)
    }
  })
  test('says of a plan that was stopped that it was', () => {
    const steps = [{ id: 'plan', state: 'held', because: ['Petra stopped the plan.'] }] as Material['chart']['steps']
    const material = { ...whole, chart: { ...whole.chart, steps } }
    const plan = (sections: readonly Section[]) => sections.find(({ id }) => id === 'plan')?.text ?? ''
    assert.match(plan(sectionsFor(material)), /^Petra stopped the plan\.$/m)
    assert.ok(plan(sectionsForPatient(material)).includes(words.toPatient.stopped))
    // As the chart says it of a course that was given whole and then ended.
    const whole6 = [
      { id: 'plan', state: 'done', because: ['Petra stopped the plan.'] },
      { id: 'review', state: 'done', because: ['Petra stopped the plan.'] },
    ] as Material['chart']['steps']
    const ended = { ...whole, chart: { ...whole.chart, steps: whole6 } }
    assert.match(plan(sectionsFor(ended)), /^Petra stopped the plan\.$/m)
    assert.ok(plan(sectionsForPatient(ended)).includes(words.toPatient.stopped))
    const going = [{ id: 'plan', state: 'done', because: ['Version 1.'] }] as Material['chart']['steps']
    assert.doesNotMatch(plan(sectionsFor({ ...whole, chart: { ...whole.chart, steps: going } })), /Version 1|stopped/)
  })
  test('says what they had of what was meant to go in, and that it is not known where it is not', () => {
    const sections = (route: 'im' | 'iv' | 'lozenge' | 'esketamine', mg: number | null) => {
      const sessions = whole.chart.sessions.slice(0, 1).map((session) => ({ ...session, route, receivedMg: mg }))
      const material = { ...whole, chart: { ...whole.chart, sessions } }
      return [sectionsFor(material), sectionsForPatient(material)].map((all) => textIn(all, 'sessions')).join(' | ')
    }
    assert.match(sections('im', 40), /ketamine 40 mg\..*ketamine 40 mg$/)
    assert.match(
      sections('iv', null),
      /ketamine amount infused not recorded, 40 mg programmed\..*ketamine, amount not known$/,
    )
    assert.match(sections('iv', 12.5), /ketamine 12.5 of 40 mg infused\..*ketamine 12.5 mg$/)
    assert.match(sections('lozenge', 40), /ketamine 40 mg in lozenges\..*ketamine 40 mg in lozenges$/)
    assert.match(
      sections('lozenge', null),
      /ketamine 40 mg in lozenges, how much of it went in is not known\..*ketamine, amount not known$/,
    )
    assert.match(sections('esketamine', 40), /esketamine 40 mg in devices\..*esketamine 40 mg in sprays$/)
    assert.match(sections('esketamine', 28), /esketamine 28 of 40 mg in devices\..*esketamine 28 mg in sprays$/)
    assert.match(sections('esketamine', 0), /esketamine 0 of 40 mg in devices\..*no medicine was given$/)
    assert.match(sections('esketamine', null), /40 mg in devices, how much.*esketamine, amount not known$/)
  })

  test('has the integrative plan where there is one', () => {
    const text = textIn(sectionsFor({ ...whole, integrative: ['Walk half an hour a day, Thea Therapist.'] }), 'plan')
    assert.match(text, /Walk half an hour/)
  })

  test('the same record gives the same letter', () => {
    assert.deepEqual(sectionsFor(whole), sectionsFor(structuredClone(whole)))
  })
})

describe('the summary for the patient', () => {
  test('reads at about 8th grade, whatever of it was not known', () => {
    for (const material of [nothing, whole]) {
      const lines = sectionsForPatient(material).flatMap(({ text }) => text.split('\n'))
      const text = lines.map((line) => (/[.?!:]$/.test(line) ? line : `${line}.`)).join(' ')
      assert.ok(wordsOf(text).length > 60)
      assert.ok(gradeOf(text) <= 8, `grade ${gradeOf(text).toFixed(1)}`)
    }
  })

  test('says what is not known, and how to get help', () => {
    const sections = sectionsForPatient(nothing)
    assert.equal(textIn(sections, 'diagnoses'), words.toPatient.unknown.problem)
    assert.equal(textIn(sections, 'determination'), words.toPatient.notDecided)
    assert.match(textIn(sections, 'help'), /988/)
  })

  test('has the same doses and scores as the record', () => {
    const sections = sectionsForPatient(whole)
    assert.match(textIn(sections, 'sessions'), /November 20, 2026: ketamine 40 mg/)
    assert.match(textIn(sections, 'scores'), /20 of 27[\s\S]*14 of 27/)
    assert.match(textIn(sections, 'plan'), /1 of 6 so far/)
  })

  test('does not say that it can be tried where the second person did not agree', () => {
    const { determination } = whole.determination
    const decided = (state: Material['determination']['state']) =>
      textIn(
        sectionsForPatient({
          ...whole,
          determination: { state, because: [], ...(determination && { determination }) },
        }),
        'determination',
      )
    assert.match(decided('in force'), /can be tried/)
    assert.equal(decided('not confirmed'), words.toPatient.notDecided)
  })

  test('says that the newest answers give no number, and not only what older ones came to', () => {
    const [series] = whole.chart.series
    assert.ok(series)
    const open = { ...series.points[0], id: 'c', at: at('2026-11-30T15:00:00'), score: null, missing: 1 }
    const scores = (points: unknown[]) => {
      const of = { ...series, points } as typeof series
      return textIn(sectionsForPatient({ ...whole, chart: { ...whole.chart, series: [of] } }), 'scores')
    }
    assert.match(
      scores([...series.points, open]),
      /20 of 27[\s\S]*14 of 27[\s\S]*November 30, 2026 .*left some questions open/,
    )
    assert.match(scores([series.points[0], open]), /20 of 27[\s\S]*November 30, 2026 .*left some questions open/)
    assert.match(scores([open]), /no full set[\s\S]*November 30, 2026 .*left some questions open/)
    assert.doesNotMatch(scores([open, ...series.points]), /left some questions open/)
  })
})
