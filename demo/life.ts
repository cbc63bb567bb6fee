import { addMinutes } from '../science/time.ts'
import type { Chance } from './chance.ts'
import { closeAlerts, nothingManic, phq9Answers, rate, severity } from './course/answering.ts'
import { askConsent, askQuestion, countersign, signAsTherapist, signConsent } from './course/consenting.ts'
import {
  confirm,
  determine,
  enter,
  episode,
  evaluate,
  examined,
  nothingFound,
  planBeside,
  screen,
} from './course/evaluating.ts'
import type { Somebody } from './course/hands.ts'
import { type SignedPlan, signPlan } from './course/planning.ts'
import { assign, keepLists, register } from './course/registering.ts'
import { aStory, firstParts, goThrough, tell } from './course/taking-in.ts'
import { firstDay } from './course-days.ts'
import { liveCourse } from './life-in-course.ts'
import type { Person, Stage } from './person.ts'
import type { World } from './session-day.ts'

export type Clinic = World & { secondPrescriber: Somebody; therapist: Somebody & { staffId: string } }

/** One made-up person, from the first telephone call to where the table says that they are. */
export const live = async (world: Clinic, person: Person, number: number, chance: Chance): Promise<void> => {
  const { stage } = person
  const { until, calendar } = world
  const first = stage.at === 'course' ? firstDay(stage) : stage.began + 10
  const day = (before: number) => calendar.past(first - before, timeOf(chance))
  const later = (minutes: number) => addMinutes(world.now(), minutes)

  await until(day(10))
  const patientId = await registerPerson(world, person, number)
  if (stage.at === 'registered') return
  if (stage.at === 'intake begun') return tell(world, patientId, firstParts(aStory, 3), { whole: false })
  if (stage.at === 'intake done') return tell(world, patientId, aStory)
  if (stage.at === 'intake gone through') {
    await tell(world, patientId, aStory)
    await until(day(8))
    await evaluate(world, patientId, { systolic: 128, diastolic: 78, heartRate: 72 })
    return goThrough(world, patientId)
  }

  await until(day(8))
  const evaluationId = await evaluatePerson(world, person, patientId, chance)
  if (stage.at === 'evaluating') return
  await until(later(50))
  if (!(await determinePerson(world, person, patientId, evaluationId)) || stage.at === 'determined') return
  if (number % 3 === 0) await besideSessions(world, patientId, evaluationId, number)

  await until(day(7))
  // Lozenges go with psychotherapy here: the therapist is on the team before consent is asked for, and signs too.
  const therapist = person.route === 'lozenge' ? world.therapist : undefined
  if (therapist) await assign(world, patientId, therapist.staffId)
  const asked = await askConsent(world, patientId, person.route, therapist?.staffId)
  if (stage.at === 'consent asked') return
  await until(later(12))
  if (stage.at === 'question open') {
    await askQuestion(world, asked, 'Can I go to my daughter’s school play in the evening of the same day?')
    return
  }
  const unsure = stage.at === 'consent signed'
  const textHash = await signConsent(world, asked, person.name.join(' '), { unsure })
  if (stage.at === 'consent signed') return
  await until(later(90))
  await countersign(world, patientId, asked, textHash)
  if (therapist) await signAsTherapist(therapist, patientId, asked, textHash)

  await until(day(6))
  const plan = await planFor(world, person, patientId)
  if (stage.at !== 'course') return
  if (chance.next() < 0.4 && !therapist) await assign(world, patientId, world.therapist.staffId)
  await liveCourse(world, { stage, patientId, evaluationId, asked, plan, escort: relativeOf(person, number), chance })
}

const timeOf = (chance: Chance): string =>
  `${String(chance.whole(9, 14)).padStart(2, '0')}:${String(chance.whole(0, 59)).padStart(2, '0')}`

/** Telephone numbers 555-0100 to 555-0199 are kept free for such uses, and example.test is nobody’s. */
export const phoneOf = (number: number): string => `503 555 01${String(number % 100).padStart(2, '0')}`

const relativeOf = ({ name }: Person, number: number) => ({
  name: `Nearby ${name[1]}`,
  phone: phoneOf(number + 50),
  relation: number % 2 === 0 ? 'Partner' : 'Sister',
})

const registerPerson = (world: Clinic, person: Person, number: number): Promise<string> => {
  const { born, sex } = person
  const [givenName, familyName] = person.name
  const identity = {
    givenName,
    familyName,
    birthDate: born,
    sex,
    phone: phoneOf(number),
    email: `${givenName}.${familyName}@example.test`.toLowerCase(),
    reachBy: number % 5 === 0 ? (['call'] as const) : number % 3 === 0 ? (['sms'] as const) : (['mail'] as const),
  }
  return register(
    world,
    { ...identity, reachBy: [...identity.reachBy] },
    {
      contacts: [{ kind: 'emergency', isAdult: true, ...relativeOf(person, number) }],
      pharmacy: 'Example Pharmacy',
      payer: number % 4 === 0 ? '' : 'Placeholder Health Plan',
    },
  )
}

const medicines = ['Sertraline 100 mg', 'Venlafaxine 150 mg', 'Bupropion 300 mg', 'Escitalopram 10 mg'] as const
/** Some take something besides: with an interaction, without one, or what nobody recognises. */
const besides = [
  'Lorazepam 0.5 mg',
  'Lisinopril 20 mg',
  'Metformin 500 mg',
  'Placebomycin 10 mg',
  'Lamictal 100 mg',
] as const

/** What was tried before, the laboratory and a look into the monitoring programme. Some of it nobody remembers. */
const keepEntries = async (world: Clinic, patientId: string, evaluationId: string, chance: Chance): Promise<void> => {
  const day = addMinutes(world.now(), -3 * 24 * 60).slice(0, 10)
  const keep = (kind: 'trial' | 'result' | 'pdmp', content: object) =>
    enter(world, patientId, evaluationId, kind, content)
  const tried = { what: 'antidepressant', result: 'no response', stopped: 'no benefit', inEpisode: true }
  await keep('trial', {
    ...tried,
    medicine: 'Sertraline',
    mgPerDay: 150,
    leastMgPerDay: 100,
    weeks: chance.whole(6, 14),
  })
  const weeks = chance.next() < 0.3 ? null : chance.whole(4, 12)
  await keep('trial', { ...tried, medicine: 'Venlafaxine XR', mgPerDay: 225, leastMgPerDay: 150, weeks })
  for (const [test, highest] of [
    ['alt', 40],
    ['ast', 40],
    ['alp', 120],
    ['ggt', 60],
  ] as const)
    await keep('result', { test, value: chance.whole(12, highest - 4), lowest: 0, highest, takenOn: day })
  await keep('result', { test: 'egfr', value: chance.whole(82, 110), takenOn: day })
  await keep('pdmp', { queriedOn: day, programme: 'Example state', found: 'nothing that matters here' })
}

const evaluatePerson = async (
  world: Clinic,
  { stage, weightKg }: Person,
  patientId: string,
  chance: Chance,
): Promise<string> => {
  const signs = { systolic: chance.whole(112, 134), diastolic: chance.whole(66, 84), heartRate: chance.whole(60, 82) }
  if (stage.at === 'evaluating') {
    const { pressureRiseHazard, currentPsychosis, ketamineMisuse, pregnancy, childPugh, ...half } = nothingFound
    return evaluate(world, patientId, { ...Object.fromEntries(Object.entries(half).slice(0, 14)), ...signs })
  }
  const allergies = chance.next() < 0.8 ? 'none' : [{ substance: 'Penicillin', reaction: 'Rash' }]
  await keepLists(world, patientId, {
    problems: [{ words: 'Recurrent depressive disorder, current episode severe', code: 'F33.2' }],
    medicines: [
      { name: chance.one(medicines), frequency: 'Once a day' },
      ...(chance.next() < 0.4 ? [{ name: chance.one(besides), frequency: 'Once a day' }] : []),
    ],
    allergies,
  })
  const evaluationId = await evaluate(world, patientId, {
    ...nothingFound,
    ...examined,
    ...episode,
    ...signs,
    weight: weightKg,
    height: chance.whole(158, 188),
    ...(stage.at === 'awaiting confirmation' || confirmedBySecond(stage) ? { pressureRiseHazard: true } : {}),
    ...(stage.at === 'not suitable' ? { currentPsychosis: true, needsHigherLevelOfCare: true } : {}),
    ...(stage.at === 'not yet' ? { activeSubstanceUseDisorder: true } : {}),
    diagnosis: 'Recurrent depression; two adequate trials of antidepressants without response.',
  })
  await keepEntries(world, patientId, evaluationId, chance)
  await screen(
    world,
    patientId,
    evaluationId,
    'asq',
    Object.fromEntries(['1', '2', '3', '4', '5'].map((q) => [q, 'no'])),
  )
  const total = stage.at === 'course' ? stage.phq9.from : chance.whole(14, 22)
  const item9 = total > 20 ? 1 : 0
  await screen(world, patientId, evaluationId, 'phq-9', phq9Answers(total, chance, { item9 }))
  const ill = severity(total > 19 ? 6 : total > 14 ? 5 : 4)
  const here = { contextKind: 'evaluation', contextId: evaluationId }
  await rate(world, patientId, [ill, nothingManic], here)
  if (item9 > 0) await closeAlerts(world, patientId, 'Talked about it in the evaluation; a safety plan is agreed.')
  return evaluationId
}

/** What goes with the sessions of some: most of it to be looked at in the coming months, some of it overdue. */
const besideSessions = (world: Clinic, patientId: string, evaluationId: string, number: number): Promise<void> => {
  const dayIn = (days: number) => addMinutes(world.now(), days * 24 * 60).slice(0, 10)
  return planBeside(world, patientId, evaluationId, [
    { kind: 'medicine to continue', words: 'The antidepressant as it is', owner: 'Prescriber', reviewOn: dayIn(280) },
    {
      kind: 'lifestyle',
      words: 'Out of the house every morning, half an hour on foot',
      owner: 'The patient',
      reviewOn: dayIn(number % 2 === 0 ? 30 : 260),
    },
  ])
}

const confirmedBySecond = (stage: Stage): boolean => stage.at === 'course' && stage.twist === 'second confirmation'

/** @returns whether the way is open to consent */
const determinePerson = async (world: Clinic, { stage, route }: Person, patientId: string, evaluationId: string) => {
  if (stage.at === 'not suitable' || stage.at === 'not yet') {
    const reasons =
      stage.at === 'not yet'
        ? 'Drinks heavily at present; a treatment for that comes first. Look again in three months.'
        : 'Hears voices at present and needs more care than this clinic gives. Referred on the same day.'
    await determine(world, patientId, evaluationId, { outcome: stage.at, reasons, route })
    return false
  }
  const id = await determine(world, patientId, evaluationId, {
    route,
    outcome: 'suitable',
    reasons: 'Recurrent depression, two adequate trials without response; the patient knows the alternatives.',
    addressed: 'Discussed with the cardiologist, whose letter is in the file; pressure is checked before every dose.',
  })
  if (stage.at === 'awaiting confirmation') return false
  if (confirmedBySecond(stage)) {
    await world.until(addMinutes(world.now(), 180))
    await confirm(world.secondPrescriber, patientId, id, 'Read the cardiologist’s letter and saw the patient; agreed.')
  }
  return true
}

const planFor = (world: Clinic, { doseMg, route }: Person, patientId: string): Promise<SignedPlan> =>
  signPlan(
    world,
    patientId,
    { doseMg, sessions: 6, daysBetweenLeast: 2, daysBetweenMost: 5, goals: 'Sleep through the night; back to work.' },
    'First course.',
    undefined,
    route,
  )
