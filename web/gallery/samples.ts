import type { Course } from '../controls/course.ts'
import type { FindingShown } from '../controls/finding.ts'
import type { Moment } from '../controls/Timeline.tsx'

const source = { label: 'A made-up source for the gallery', address: 'https://example.org/label', status: 'secondary' }

export const findings = [
  {
    rule: 'X-1',
    severity: 'absolute',
    answer: 'met',
    says: 'Aneurysmal vascular disease is recorded.',
    source,
    reviewBy: '2027-02-23',
  },
  {
    rule: 'X-2',
    severity: 'review',
    answer: 'met',
    says: 'Systolic 152 mmHg. Recheck after rest.',
    settledBy: 'A second reading.',
    source,
  },
  {
    rule: 'X-3',
    severity: 'block',
    answer: 'unknown',
    says: 'Not known. Measure the heart rate.',
    source,
    stale: true,
  },
  { rule: 'X-4', severity: 'relative', answer: 'not met', says: 'Not found in what was recorded.', source },
] satisfies (FindingShown & { rule: string })[]

const day = (date: string) => `2026-${date}T15:00:00.000Z`

export const course: Course = {
  title: 'PHQ-9',
  lowest: 0,
  highest: 27,
  timeZone: 'America/Chicago',
  bands: [
    { from: 0, to: 4, label: 'minimal' },
    { from: 5, to: 9, label: 'mild' },
    { from: 10, to: 14, label: 'moderate' },
    { from: 15, to: 19, label: 'moderately severe' },
    { from: 20, to: 27, label: 'severe' },
  ],
  scores: [
    { at: day('09-28'), value: 21 },
    { at: day('10-06'), value: 18 },
    { at: day('10-13'), value: 18 },
    { at: day('10-21'), value: 12 },
    { at: day('11-03'), value: 14 },
    { at: day('11-17'), value: 9 },
  ],
  doses: ['10-05', '10-09', '10-12', '10-16', '10-20', '11-02'].map((date, index) => ({
    at: day(date),
    label: `Session ${index + 1}`,
  })),
}

export const moments: Moment[] = [
  { id: '1', at: day('11-17'), title: 'Arrived', by: 'Fran Frontdesk' },
  {
    id: '2',
    at: '2026-11-17T15:12:00.000Z',
    title: 'Blood pressure 128/82 mmHg',
    by: 'Kim Monitor',
    correctedBy: '138/82 mmHg, by Kim Monitor at 9:14 AM',
  },
  { id: '3', at: '2026-11-17T15:30:00.000Z', title: 'Dose given', by: 'Pat Prescriber', signal: 'info' },
  {
    id: '4',
    at: '2026-11-17T15:45:00.000Z',
    title: 'Sedation score overdue',
    signal: 'attention',
    detail: 'Due at 9:40 AM.',
  },
]

export const rows = [
  { at: '9:30 AM', bp: '128/82', hr: '76', by: 'Kim Monitor' },
  { at: '9:45 AM', bp: '142/90', hr: '88', by: 'Kim Monitor' },
  { at: '10:00 AM', bp: '136/86', hr: '102', by: 'Kim Monitor' },
]
