import { dayIn } from '../science/day-in.ts'
import { addMinutes } from '../science/time.ts'
import type { Chance } from './chance.ts'
import { demoSettings } from './clinic.ts'
import {
  answerNextDay,
  answerPhq9,
  closeAlerts,
  copyFromPaper,
  improvement,
  phq9Answers,
  type Rates,
  rate,
  severity,
  takeBackAnswers,
} from './course/answering.ts'
import { book } from './course/booking.ts'
import { type Asked, withdrawConsent } from './course/consenting.ts'
import { keepDispensed } from './course/dispensing.ts'
import { answer } from './course/evaluating.ts'
import { noteMood } from './course/own-course.ts'
import { sendForm } from './course/papers.ts'
import { review, type SignedPlan, signPlan } from './course/planning.ts'
import { bodyFrom } from './course/vital-signs.ts'
import { beginLetter, nameRecipient, signAndSend, signRelease } from './course/writing.ts'
import { type Booking, bookingsOf, inductionSessions, readingsOf, totalAfter } from './course-days.ts'
import type { Clinic } from './life.ts'
import type { Course } from './person.ts'
import { sessionDay } from './session-day.ts'

/** What has been agreed by the time the course begins. */
export type Begun = {
  stage: Course
  patientId: string
  evaluationId: string
  asked: Asked
  plan: SignedPlan
  escort: { name: string; phone: string; relation: string }
  chance: Chance
}

/** Where the patient has come to since. */
type Story = Begun & { given: number; phq9On: number; ratedOn: number; lowest: number }

/** Session after session, with the answers from home in between, up to now. */
export const liveCourse = async (world: Clinic, begun: Begun): Promise<void> => {
  const { stage, patientId, chance } = begun
  // Nobody is treated on a Sunday, except who is here today.
  const bookings = bookingsOf(stage).map((one) => ({ ...one, day: world.calendar.working(one.day) }))
  const first = bookings[0]?.day ?? 0
  const story: Story = { ...begun, given: 0, phq9On: first - 8, ratedOn: first, lowest: stage.phq9.from }
  const body = bodyFrom(chance)
  let before: { day: number; sessionId?: string } | undefined
  for (const booking of bookings) {
    const { day, attempt, misses = [] } = booking
    const { slot, doseAt } = placeOf(world, booking)
    if (before) await world.until(world.calendar.at(before.day, '17:20'))
    const sessionId = await book(world, patientId, slot)
    if (before?.sessionId) await nextMorning(world, story, before.day, before.sessionId)
    if (before && stage.weekly && story.given > inductionSessions) await weekByWeek(world, story, before.day, day)
    const wornOff = story.given > inductionSessions ? stage.weekly?.at(-1) : undefined
    if (day <= 0 && day - story.phq9On >= 6)
      await answersPhq9(world, story, day - 1, wornOff ?? totalAfter(stage, story.given, chance))
    const news = stage.twist === 'something new' && story.given === inductionSessions + 3 ? ['medicines'] : []
    const readings = readingsOf(stage.twist, story.given)
    const { plan, escort } = story
    await sessionDay(world, sessionId, {
      patientId,
      doseAt,
      plan,
      escort,
      body,
      chance,
      attempt,
      misses,
      readings,
      news,
      rates: ratedAt(story, booking),
    })
    before = attempt === 'given' ? { day, sessionId } : { day }
    if (attempt !== 'given') continue
    if (ratedAt(story, booking).length > 0) story.ratedOn = day
    story.given += 1
    if (story.given === inductionSessions && stage.maintenance) {
      await nextMorning(world, story, day, sessionId)
      await goOn(world, story, day)
      before = { day }
    }
    if (story.given === 3 && stage.twist !== 'review not done') await firstReview(world, story, day)
  }
  if (before?.sessionId) await nextMorning(world, story, before.day, before.sessionId)
  await afterwards(world, story, before?.day ?? 0)
}

/** How it goes after so many sessions, on the scale of CGI-I. */
const levelOf = ({ stage: { phq9 }, given }: Story): number => {
  const left = given >= inductionSessions ? phq9.to : phq9.from + ((phq9.to - phq9.from) * given) / inductionSessions
  return 2 * left <= phq9.from ? 2 : 4 * left <= 3 * phq9.from ? 3 : 4
}

/** The improvement each week of the course; later how ill they still are, at every session three weeks apart. */
const ratedAt = (story: Story, { day, attempt }: Booking): Rates[] => {
  if (attempt !== 'given' || story.given === 0) return []
  if (story.given > inductionSessions) return [severity(levelOf(story) + 1)]
  return day - story.ratedOn >= 7 ? [improvement(levelOf(story))] : []
}

const placeOf = ({ calendar }: Clinic, { day, doseIn, room = 0 }: Booking) => {
  if (doseIn !== undefined) {
    const doseAt = addMinutes(calendar.now, doseIn)
    return { doseAt, slot: calendar.slotAt(addMinutes(doseAt, -30), room) }
  }
  const slot = calendar.take(day)
  return { slot, doseAt: addMinutes(calendar.at(day, slot.time), 30) }
}

const nextMorning = async (
  world: Clinic,
  { patientId, plan }: Story,
  day: number,
  sessionId: string,
): Promise<void> => {
  await world.until(world.calendar.at(day + 1, '09:30'))
  await answerNextDay(world, patientId, sessionId)
  // Those of the last days still wait for somebody.
  if (plan.route === 'esketamine' && day < -3)
    await sendForm(world.monitor, patientId, sessionId, dayIn(demoSettings.timeZone, world.now()))
}

const answersPhq9 = async (world: Clinic, story: Story, day: number, total: number, item9 = 0): Promise<void> => {
  await world.until(world.calendar.at(day, '18:10'))
  await answerPhq9(world, story.patientId, phq9Answers(total, story.chance, { item9 }))
  story.phq9On = day
  const rose = total >= story.lowest + riseThatAlerts
  story.lowest = Math.min(story.lowest, total)
  // What came up in the last days still waits for somebody.
  if (day > -3) return
  if (!rose) {
    await closeAlerts(
      world,
      story.patientId,
      'Called the patient: no thoughts of suicide. What comes next is talked over.',
    )
    return
  }
  // The same evening: the next morning they may be here for a session.
  await world.until(world.calendar.at(day, '18:50'))
  await closeAlerts(
    world,
    story.patientId,
    'Called the patient: a hard week, no thoughts of suicide. Seen the same week.',
  )
}

/** From so many points on the server raises an alert about a PHQ-9 that went up. */
const riseThatAlerts = 5

/** Between two sessions far apart: a mood each evening, and a PHQ-9 each week that follows the table. */
const weekByWeek = async (world: Clinic, story: Story, from: number, to: number): Promise<void> => {
  const { stage, patientId, chance } = story
  for (let day = from + 2; day < Math.min(to - 1, 0); day += 1) {
    const week = (day - from) / 7
    const total = Number.isInteger(week) ? stage.weekly?.[week - 1] : undefined
    if (total !== undefined) await answersPhq9(world, story, day, total)
    await world.until(world.calendar.at(day, '20:30'))
    await noteMood(world, patientId, Math.min(10, Math.max(2, 8 - Math.floor((day - from) / 5) + chance.whole(-1, 1))))
  }
}

const firstReview = async (world: Clinic, { patientId, plan }: Story, day: number): Promise<void> => {
  await world.until(world.calendar.at(day, '16:50'))
  const reason = 'Sleeps better and tolerates it well; the patient wants to go on.'
  await review(world, patientId, plan, { point: 'after session', afterSession: 3, decision: 'continue', reason })
}

const finalReview = async (
  world: Clinic,
  { patientId, plan }: Story,
  decision: 'continue' | 'stop',
  reason: string,
): Promise<void> => {
  await review(world, patientId, plan, { point: 'at the end', afterSession: inductionSessions, decision, reason })
  if (decision === 'stop')
    await closeAlerts(world, patientId, 'Asked about thoughts of suicide at the last visit; a call is planned.')
}

/** After the course: every three weeks, on a new version of the plan. */
const goOn = async (world: Clinic, story: Story, lastDay: number): Promise<void> => {
  const { patientId, plan, stage } = story
  await answersPhq9(world, story, lastDay + 14, stage.phq9.to)
  await world.until(world.calendar.at(lastDay + 15, '10:00'))
  await rate(world, patientId, [severity(levelOf(story) + 1), improvement(levelOf(story))])
  await finalReview(world, story, 'continue', 'Much better; every three weeks from now on to keep it.')
  const spaced = {
    sessions: 24,
    daysBetweenLeast: 14,
    daysBetweenMost: 35,
    goals: 'Stay well with as little as possible.',
  }
  story.plan = await signPlan(
    world,
    patientId,
    { doseMg: plan.doseMg, ...spaced },
    'Maintenance after a good course.',
    plan,
  )
}

/** What came after the last session, as the table says. */
const afterwards = async (world: Clinic, story: Story, lastDay: number): Promise<void> => {
  const { stage, given } = story
  const { from, to } = stage.phq9
  if (given === inductionSessions) {
    await answersPhq9(world, story, lastDay + 16, to)
    await world.until(world.calendar.at(lastDay + 17, '11:00'))
    const reason =
      2 * to <= from ? 'Reached what was hoped for.' : 'Not enough of an effect; other ways were discussed.'
    await rate(world, story.patientId, [severity(levelOf(story) + 1), improvement(levelOf(story))])
    await finalReview(world, story, 'stop', reason)
  }
  if (stage.letter) await writeLetter(world, story, stage.letter, lastDay)
  for (const [days, total] of stage.later ?? []) await answersPhq9(world, story, lastDay + days, total)
  await twistOf(world, story, lastDay)
}

const outside = {
  referrer: { name: 'Dr. Refer Example', organisation: 'Example Family Practice', reach: 'Fax 503 555 0180' },
  therapist: { name: 'Thera Pistova', organisation: '', reach: '503 555 0181' },
} as const

/** To somebody outside: sent once the patient has released it, or a draft that waits for that. */
const writeLetter = async (
  world: Clinic,
  { patientId }: Story,
  { to, days, until }: NonNullable<Course['letter']>,
  lastDay: number,
): Promise<void> => {
  await world.until(world.calendar.past(lastDay + days, '15:10'))
  const recipientId = await nameRecipient(world.frontDesk, patientId, { relation: to, ...outside[to] })
  if (until === 'sent') await signRelease(world.frontDesk, patientId, recipientId)
  const letter = await beginLetter(world, patientId, to, recipientId)
  if (until === 'sent') await signAndSend(world, letter)
}

const twistOf = async (world: Clinic, story: Story, lastDay: number): Promise<void> => {
  const { stage, patientId, evaluationId, asked } = story
  const { until, calendar } = world
  if (stage.twist === 'item 9 today') {
    await until(addMinutes(calendar.now, -50))
    await answerPhq9(world, patientId, phq9Answers(stage.phq9.to, story.chance, { item9: 1 }))
  }
  if (stage.twist === 'pregnant meanwhile') {
    await until(calendar.past(lastDay + 3, '10:40'))
    await answer(world, patientId, evaluationId, { pregnancy: 'pregnant' })
  }
  if (stage.twist === 'consent withdrawn') {
    await until(calendar.past(lastDay + 2, '09:10'))
    await withdrawConsent(world, patientId, asked, 'Has thought it over and does not want any more of it.')
  }
  if (stage.twist === 'paper in the wrong chart') {
    await until(calendar.past(lastDay + 18, '09:20'))
    const another = await copyFromPaper(world, patientId, { instrument: 'gad-7', total: 15 })
    const misread = await copyFromPaper(world, patientId, { instrument: 'asrm', total: 3 })
    await until(calendar.past(lastDay + 18, '09:35'))
    await takeBackAnswers(world, patientId, another, 'Paper of another patient, copied into this chart.')
    const why = 'The paper says 5.'
    await copyFromPaper(world, patientId, { instrument: 'asrm', total: 5 }, { corrects: misread, why })
  }
  if (stage.twist === 'refilled early') {
    await until(calendar.past(0, '12:20'))
    const dayOf = (day: number) => dayIn(demoSettings.timeZone, calendar.at(day, '12:00'))
    const supply = (day: number) => ({ dispensedOn: dayOf(day), units: 12, mgPerUnit: 100, coversDays: 28 })
    const lost = { units: 3, lostOn: dayOf(-40).slice(0, 7) }
    await keepDispensed(world, patientId, [supply(-60), supply(-42), { ...supply(-14), coversDays: null }], lost)
  }
}
