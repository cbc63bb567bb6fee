import { z } from 'zod'
import { sessionLength } from '../../../science/routes/length.ts'
import { protocols } from '../../../science/routes/protocols.ts'
import { isTimeZone } from '../../../science/time.ts'
import { says } from '../../../web/words/en/says/accounts.ts'
import { PublicSide } from './public-side.ts'

const text = (most: number) => z.string().trim().max(most, says.atMostCharacters(most))
/** What is left out altogether is looked into all the same, so that every missing part is named. */
const asParts = (value: unknown): unknown => value ?? {}
const needed = (most: number, what: string) => text(most).min(1, what)

/** Where the clinic is and how to call it. A patient's page shows the telephone. */
export const Address = z.object({
  street: needed(200, says.street),
  further: text(200).optional(),
  city: needed(100, says.city),
  region: text(100).optional(),
  postalCode: needed(20, says.postalCode),
  country: text(100).optional(),
  phone: needed(40, says.phone),
})
export type Address = z.infer<typeof Address>

type Parts = Partial<Record<'street' | 'further' | 'city' | 'region' | 'postalCode', string | undefined>>

/** As an envelope has it in the United States, of the clinic or of a location; what nobody has typed is left out. */
export const addressLines = ({ street, further, city, region, postalCode }: Parts): string[] => {
  const place = [city, [region, postalCode].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  return [street, further, place].filter((line): line is string => Boolean(line))
}

export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const
export type Weekday = (typeof weekdays)[number]

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, says.time)

/** A stretch of opening time in the clinic's own zone. */
export const CoverHours = z
  .object({ days: z.array(z.enum(weekdays)).min(1, says.oneDay), from: TimeOfDay, until: TimeOfDay })
  .refine(({ from, until }) => from < until, { path: ['until'], message: says.laterThanStart })
export type CoverHours = z.infer<typeof CoverHours>

/** Who reads what patients send, when, and what happens outside those hours: patients are told exactly this. */
export const MessageCover = z.object({
  who: needed(200, says.whoReads),
  hours: z.preprocess((value) => value ?? [{}], z.array(z.preprocess(asParts, CoverHours)).min(1, says.hours).max(7)),
  outOfHours: needed(500, says.outOfHours),
})
export type MessageCover = z.infer<typeof MessageCover>

const Booked = z.int(says.wholeNumber).min(15, says.atLeast(15)).max(720, says.atMost(720))
/** The label's two hours and what comes before them: longer, never shorter. */
const leastSpray = sessionLength(protocols.esketamine).minutes
const BookedSpray = z.int(says.wholeNumber).min(leastSpray, says.atLeast(leastSpray)).max(720, says.atMost(720))

/** What the clinic decides for itself. What it has not decided is absent: see `clinic/safety/due.ts` for what holds then. */
export const Policy = z.object({
  /** Patients one monitor may watch at the same time. */
  patientsPerMonitor: z.int(says.wholeNumber).min(1, says.atLeast(1)).max(12, says.atMost(12)).optional(),
  /** How long the board stays silent after somebody silenced it, in minutes. */
  boardSilenceMinutes: z.int(says.wholeNumber).min(1, says.atLeast(1)).max(10, says.atMost(10)).optional(),
  /** How long after it was raised an alert has to be taken up by somebody, in minutes. */
  urgentAlertMinutes: z.int(says.wholeNumber).min(1, says.atLeast(1)).max(240, says.atMost(240)).optional(),
  highAlertHours: z.int(says.wholeNumber).min(1, says.atLeast(1)).max(72, says.atMost(72)).optional(),
  /** Hour of the day, clinic's zone, at which the next-day check is sent. */
  nextDayCheckAt: TimeOfDay.optional(),
  /** Days between one asking of the questionnaires and the next, in induction and later; never longer than silence is (Q2). */
  inductionQuestionDays: z.int(says.wholeNumber).min(3, says.atLeast(3)).max(14, says.atMost(14)).optional(),
  laterQuestionDays: z.int(says.wholeNumber).min(7, says.atLeast(7)).max(35, says.atMost(35)).optional(),
  /** How long a session is booked, by route, in minutes. */
  bookingMinutes: z.object({ im: Booked, iv: Booked, lozenge: Booked, esketamine: BookedSpray }).partial().optional(),
  /** After how many months a drill is older than the clinic wants it to be. */
  drillEveryMonths: z.int(says.wholeNumber).min(1, says.atLeast(1)).max(60, says.atMost(60)).optional(),
  /** Whether waste of a controlled drug needs a second person who saw it. */
  wasteWitness: z.enum(['yes', 'no']).optional(),
  /** What the pages that everybody can read say about the clinic. */
  publicSide: PublicSide.optional(),
})
export type Policy = z.infer<typeof Policy>

/** What the owner says about the clinic when setting it up, and changes later. */
export const ClinicSettings = z.object({
  name: needed(120, says.clinicName),
  address: z.preprocess(asParts, Address),
  timeZone: z.string(says.timeZone).refine(isTimeZone, says.listedTimeZone),
  emergencyPlan: needed(8000, says.emergencyPlan),
  messageCover: z.preprocess(asParts, MessageCover),
  policy: Policy.optional(),
})
export type ClinicSettings = z.infer<typeof ClinicSettings>
