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
    'A decision whether to continue is due after this session, and at the end of the course',
    'a decision to go on should not wait for the end of a course',
  ),
  daysBetweenPhq9: house(7, 'days', 'Between one PHQ-9 and the next during treatment'),
  nextDayCheckHours: house(72, 'hours', 'After a session, until its next-day check is no longer asked for'),
  monthly: house(30, 'days', 'Between one questionnaire and the next once a course is over, or in maintenance'),
  quarterly: house(90, 'days', 'Between one AUDIT-C or TAPS-1 and the next'),
  endOfCourseFrom: house(
    14,
    'days',
    'After the last dose, everything measured before is measured again from this day',
    'the window of McInnes et al. 2022, as a clinic’s calendar',
  ),
  endOfCourseTo: house(
    31,
    'days',
    'After the last dose, everything measured before is measured again until this day',
    'the window of McInnes et al. 2022, as a clinic’s calendar',
  ),
  beforeSessionMinutes: house(
    120,
    'minutes',
    'Before a session, when its questions are sent, unless the patient chose an hour',
  ),
  latestBeforeSession: house(
    30,
    'minutes',
    'Before a session, when its questions are no longer sent but asked on arrival',
  ),
  baselineDays: house(
    14,
    'days',
    'Before the first dose, when answers may count as a baseline',
    'the window of the definitions',
  ),
  askedAgainBefore: house(
    7,
    'days',
    'Before the first session, when what was asked too early for a baseline is asked again',
  ),
  waitsForFirstDose: house(120, 'days', 'After an evaluation, how long questions are still sent ahead of a first dose'),
  hoursBetweenMessages: house(20, 'hours', 'Between one automatic request and the next'),
  unansweredBeforeSeldom: house(3, 'links', 'Unanswered in a row, after which questionnaires are asked only monthly'),
  ratingLate: house(7, 'days', 'A clinician rating that is due waits for the next visit, and is overdue after this'),
  silentInInduction: house(14, 'days', 'Without a PHQ-9 during induction, after which a patient counts as silent (Q2)'),
  silentLater: house(
    35,
    'days',
    'Without a PHQ-9 in maintenance or after a course, after which a patient counts as silent (Q2)',
  ),
  maintenanceFrom: house(14, 'days', 'A plan with sessions at least this far apart is maintenance'),
  followedDays: house(400, 'days', 'After the last session, how long questionnaires are still sent automatically'),
  refillDaysEarly: house(
    2,
    'days',
    'Before a take-home supply ends, how early the next one may begin without counting as early',
  ),
  urgentAlertMinutes: house(15, 'minutes', 'To acknowledge an urgent alert'),
  highAlertMinutes: house(60, 'minutes', 'To acknowledge a high alert'),
  reviewAlertMinutes: house(24 * 60, 'minutes', 'To acknowledge an alert for review'),
  roomUrgentMinutes: house(1, 'minutes', 'To acknowledge an emergency during a session'),
  roomHighMinutes: house(5, 'minutes', 'To acknowledge any other alert during a session'),
  boardSilenceMinutes: house(
    2,
    'minutes',
    'The board stays silent after someone silences it; a new alarm sounds at once',
  ),
  checkMinutes: house(30, 'minutes', 'Booked from the arrival to the dose: questions, readings and the clearance'),
  dissolvingMinutes: house(15, 'minutes', 'Booked for a lozenge to dissolve'),
  leastOwnerMinutes: house(5, 'minutes', 'Minimum time someone has an alert before it goes to the next person'),
} as const satisfies Record<string, HouseNumber>
