import { generalReview } from './register.ts'
import { policy, type Source } from './sources.ts'
import type { Day } from './time.ts'

/** A number that says when somebody looks at a patient again. No source gives it, and it says so. */
export type HouseNumber = { value: number; unit: string; says: string; source: Source; reviewBy: Day }

const house = (value: number, unit: string, says: string, why = 'no published figure'): HouseNumber => ({
  value,
  unit,
  says,
  source: policy(why),
  reviewBy: generalReview,
})

/** When a course is looked at, a patient is asked and an alert is taken up, where the clinic has not said otherwise. */
export const houseNumbers = {
  earlyReview: house(
    3,
    'sessions',
    'A decision to go on is asked for after this session, besides the end of the course',
    'a decision to go on should not wait for the end of a course',
  ),
  daysBetweenPhq9: house(7, 'days', 'Between one PHQ-9 and the next while treatment goes on'),
  nextDayCheckHours: house(72, 'hours', 'After a session its next-day check is not asked for any more'),
  monthly: house(30, 'days', 'Between one questionnaire and the next once a course is over, or in maintenance'),
  quarterly: house(90, 'days', 'Between one AUDIT-C or TAPS-1 and the next'),
  endOfCourseFrom: house(
    14,
    'days',
    'After the last dose everything measured before is measured again, from this day',
    'the window of McInnes et al. 2022, as a clinic’s calendar',
  ),
  endOfCourseTo: house(
    31,
    'days',
    'After the last dose everything measured before is measured again, to this day',
    'the window of McInnes et al. 2022, as a clinic’s calendar',
  ),
  beforeSessionMinutes: house(
    120,
    'minutes',
    'Before a session its questions are sent, or at the patient’s own hour before',
  ),
  latestBeforeSession: house(
    30,
    'minutes',
    'Before a session its questions are not sent any more, and asked on arrival',
  ),
  baselineDays: house(14, 'days', 'Before the first dose answers may be a baseline', 'the window of the definitions'),
  askedAgainBefore: house(7, 'days', 'Before the first session what was asked too early for a baseline is asked again'),
  waitsForFirstDose: house(120, 'days', 'After an evaluation questions are still sent ahead of a first dose'),
  hoursBetweenMessages: house(20, 'hours', 'Between one message that asks and the next, sent by themselves'),
  unansweredBeforeSeldom: house(3, 'links', 'Unanswered in a row: questionnaires are then asked by the month only'),
  ratingLate: house(7, 'days', 'A clinician’s rating that is due waits for the next visit, and is overdue after these'),
  silentInInduction: house(14, 'days', 'Without a PHQ-9 during induction somebody is silent (Q2)'),
  silentLater: house(35, 'days', 'Without a PHQ-9 in maintenance or after a course somebody is silent (Q2)'),
  maintenanceFrom: house(14, 'days', 'A plan whose sessions lie this far apart or further is maintenance'),
  followedDays: house(400, 'days', 'After the last session questionnaires are still asked by themselves'),
  refillDaysEarly: house(2, 'days', 'Before a take-home supply ends the next one may begin without being called early'),
  urgentAlertMinutes: house(15, 'minutes', 'Within which somebody takes up an urgent alert'),
  highAlertMinutes: house(60, 'minutes', 'Within which somebody takes up a high alert'),
  reviewAlertMinutes: house(24 * 60, 'minutes', 'Within which somebody takes up an alert for review'),
  roomUrgentMinutes: house(1, 'minutes', 'Within which somebody takes up an emergency during a session'),
  roomHighMinutes: house(5, 'minutes', 'Within which somebody takes up any other alert during a session'),
  boardSilenceMinutes: house(
    2,
    'minutes',
    'The board is silent after somebody silenced it; a new alarm sounds at once',
  ),
  checkMinutes: house(30, 'minutes', 'Booked from the arrival to the dose: questions, readings and the clearance'),
  dissolvingMinutes: house(15, 'minutes', 'Booked for a lozenge to dissolve'),
  leastOwnerMinutes: house(5, 'minutes', 'Nobody has an alert for less than this before it goes to the next person'),
} as const satisfies Record<string, HouseNumber>
