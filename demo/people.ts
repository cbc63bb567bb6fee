import type { Route } from '../science/decide.ts'
import type { Attempt, Course, Early, Person, Stage } from './person.ts'

const given = (count: number): Attempt[] => Array.from({ length: count }, () => 'given')

/** Without a route it is an injection into a muscle. */
type Line = readonly [string, string, string, Person['sex'], number, number, Stage, Route?]
const early = (at: Early['at'], began: number): Early => ({ at, began })
const course = (attempts: readonly Attempt[], from: number, to: number, more: Partial<Course> = {}): Course => ({
  at: 'course',
  attempts,
  phq9: { from, to },
  ...more,
})

/** Not there yet: between the first call and the first session. */
const beforeTreatment: Line[] = [
  ['Testa', 'Sampleton', '1984-03-05', 'female', 68, 35, early('registered', 0)],
  ['Mockus', 'Trialsky', '1971-11-19', 'male', 91, 45, early('intake begun', -1)],
  ['Proba', 'Placeholder', '1999-07-30', 'female', 57, 30, early('intake done', -4)],
  ['Prea', 'Visitwell', '1982-04-18', 'female', 78, 40, early('intake gone through', -5)],
  ['Demetria', 'Halfway', '1990-01-22', 'female', 74, 35, early('evaluating', -3)],
  ['Unno', 'Ungiven', '1963-09-08', 'male', 82, 40, early('evaluating', -6)],
  ['Partia', 'Mockford', '1978-05-14', 'intersex', 66, 35, early('evaluating', -9)],
  ['Duo', 'Secondsby', '1959-12-01', 'male', 88, 45, early('awaiting confirmation', -4)],
  ['Verity', 'Twicely', '1967-08-17', 'female', 71, 35, early('awaiting confirmation', -8)],
  ['Nono', 'Fictiva', '1988-02-11', 'male', 79, 40, early('not suitable', -40)],
  ['Pausa', 'Dummett', '1995-10-03', 'female', 60, 30, early('not suitable', -110)],
  ['Waita', 'Laterson', '1981-06-25', 'female', 64, 30, early('not yet', -21)],
  ['Solva', 'Readymade', '1975-04-09', 'female', 70, 35, early('determined', -5)],
  ['Askel', 'Paperby', '1969-03-28', 'male', 93, 45, early('consent asked', -6)],
  ['Querya', 'Wonderley', '1992-12-12', 'female', 58, 30, early('question open', -5)],
  ['Signa', 'Inkwell', '1986-09-20', 'female', 77, 40, early('consent signed', -6)],
  ['Plano', 'Examplar', '1974-07-07', 'male', 85, 40, early('planned', -8)],
  ['Agenda', 'Specimen', '1997-05-31', 'female', 62, 30, early('planned', -7)],
]

/** In the house today, one in each phase, so that the board is alive. */
const today: Line[] = [
  [
    'Roomy',
    'Overduer',
    '1980-10-10',
    'male',
    83,
    40,
    course(given(3), 19, 9, { next: { doseIn: -38, room: 0, misses: [30] } }),
  ],
  [
    'Twelva',
    'Minuteman',
    '1993-02-27',
    'female',
    61,
    35,
    course(given(1), 17, 8, { next: { doseIn: -12, room: 1 } }),
    'iv',
  ],
  [
    'Justa',
    'Dosewell',
    '1977-08-04',
    'female',
    69,
    56,
    course(given(5), 21, 7, { next: { doseIn: -4, room: 2 } }),
    'esketamine',
  ],
  ['Clara', 'Clearly', '1966-01-15', 'female', 73, 35, course(given(2), 18, 12, { next: { doseIn: 3, room: 3 } })],
  [
    'Checka',
    'Listman',
    '1989-11-23',
    'male',
    87,
    200,
    course(given(4), 20, 8, { next: { doseIn: 9, room: 4 } }),
    'lozenge',
  ],
  ['Arriva', 'Doorway', '1998-04-18', 'female', 55, 25, course([], 16, 7, { next: { doseIn: 26, room: 5 } })],
  ['Homer', 'Released', '1972-06-13', 'male', 90, 45, course(given(2), 22, 11, { next: { doseIn: -112, room: 5 } })],
  ['Later', 'Thisday', '1985-12-29', 'male', 80, 40, course(given(4), 17, 6, { next: { doseIn: 95, room: 0 } })],
  ['Soona', 'Bookings', '1994-03-16', 'female', 63, 30, course([], 19, 8, { next: { doseIn: 125, room: 1 } })],
]

/** Between two sessions, with what can come between. */
const between: Line[] = [
  ['Onea', 'Beginner', '1982-05-02', 'female', 67, 35, course(given(1), 18, 9, { next: { day: 2 } }), 'iv'],
  ['Halvard', 'Midcourse', '1970-10-21', 'male', 94, 45, course(given(4), 20, 7, { next: { day: 1 } })],
  ['Revia', 'Dueson', '1991-09-09', 'female', 59, 30, course(given(3), 19, 11, { last: -2, twist: 'review not done' })],
  ['Noah', 'Shower', '1987-07-24', 'male', 84, 40, course(['given', 'given', 'no-show'], 16, 9, { next: { day: 3 } })],
  ['Cancella', 'Rainday', '1996-01-06', 'female', 56, 25, course(['given', 'cancelled'], 17, 8, { next: { day: 2 } })],
  [
    'Stoppa',
    'Homeward',
    '1964-02-20',
    'female',
    76,
    35,
    course(['given', 'given', 'given', 'stopped'], 21, 10, { next: { day: 4 } }),
  ],
  ['Hyper', 'Tensley', '1961-06-18', 'male', 97, 50, course(given(3), 18, 8, { last: -5, twist: 'high pressure' })],
  ['Nina', 'Itemson', '1983-11-11', 'female', 65, 30, course(given(4), 22, 14, { last: -3, twist: 'item 9 today' })],
  [
    'Neue',
    'Findings',
    '1990-08-08',
    'female',
    64,
    30,
    course(given(2), 17, 9, { last: -6, twist: 'pregnant meanwhile' }),
  ],
  [
    'Withdra',
    'Wallace',
    '1979-03-03',
    'male',
    81,
    40,
    course(given(2), 19, 12, { last: -12, twist: 'consent withdrawn' }),
  ],
]

/** Through the course: each way it can end, and what came after. */
const finished: Line[] = [
  [
    'Betta',
    'Halfless',
    '1976-12-05',
    'female',
    72,
    35,
    course(given(6), 20, 9, {
      last: -75,
      twist: 'paper in the wrong chart',
      letter: { to: 'referrer', days: 18, until: 'sent' },
      later: [
        [44, 8],
        [70, 9],
      ],
    }),
  ],
  [
    'Respons',
    'Ivesley',
    '1968-04-30',
    'male',
    89,
    45,
    course(given(6), 18, 8, {
      last: -120,
      twist: 'slow to wake',
      later: [
        [45, 7],
        [75, 8],
        [105, 7],
      ],
    }),
  ],
  [
    'Parto',
    'Wayward',
    '1985-10-17',
    'male',
    86,
    40,
    course(given(6), 21, 14, { last: -60, twist: 'second confirmation', later: [[45, 15]] }),
  ],
  [
    'Samey',
    'Stillman',
    '1973-01-27',
    'male',
    92,
    150,
    course(given(6), 19, 18, { last: -90, later: [[50, 17]], twist: 'refilled early' }),
    'lozenge',
  ],
  [
    'Remi',
    'Ssionado',
    '1992-06-06',
    'female',
    60,
    30,
    course(given(6), 17, 3, {
      last: -150,
      later: [
        [45, 2],
        [80, 4],
        [120, 3],
      ],
    }),
  ],
  [
    'Agayn',
    'Downhill',
    '1965-07-01',
    'female',
    75,
    35,
    course(given(6), 20, 6, {
      last: -130,
      later: [
        [45, 7],
        [80, 12],
        [95, 14],
      ],
    }),
  ],
  [
    'Wursa',
    'Thanbefore',
    '1998-12-20',
    'female',
    58,
    25,
    course(given(4), 14, 20, { last: -10, letter: { to: 'therapist', days: 8, until: 'draft' }, later: [[9, 20]] }),
  ],
  [
    'Maynta',
    'Nance',
    '1971-05-23',
    'female',
    70,
    35,
    course(given(6), 21, 6, { last: -110, maintenance: 4, weekly: [6, 7, 12] }),
  ],
  [
    'Keepa',
    'Going',
    '1960-11-02',
    'male',
    95,
    45,
    course(given(6), 19, 8, { last: -150, maintenance: 6, twist: 'something new' }),
  ],
  [
    'Steady',
    'Interval',
    '1994-02-14',
    'male',
    78,
    84,
    course(given(6), 18, 5, { last: -70, maintenance: 2 }),
    'esketamine',
  ],
]

/** Everybody in the demo clinic, and where they have come to. Names that nobody could take for a real person’s. */
export const people: readonly Person[] = [...finished, ...between, ...today, ...beforeTreatment].map(
  ([givenName, familyName, born, sex, weightKg, doseMg, stage, route = 'im']) => ({
    name: [givenName, familyName],
    born,
    sex,
    weightKg,
    doseMg,
    route,
    stage,
  }),
)
