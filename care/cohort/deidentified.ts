import { dayIn } from '../../science/day-in.ts'
import type { Day, Instant } from '../../science/time.ts'
import { ageOn, minutesBetween } from '../../science/time.ts'
import type { About } from './queries.ts'
import type { Started } from './starter.ts'

type Known = Started & { about: About }
type Cell = string | number | null

/** One column, with what every value of it looks like: a test holds each value of an export against it. */
export type Column = { id: string; looks: RegExp }

/**
 * What may leave without names, one row a score. By the list of 45 CFR 164.514(b)(2)(i) nothing else is read: no name, place,
 * contact, number or code of ours, no free text, and of dates nothing but the year. Ages above 89 are one group. Weeks
 * are counted from the first dose, so that no day can be worked out.
 */
export const columns: readonly Column[] = [
  // Made by chance for each export; nothing here or elsewhere leads from it to anybody.
  { id: 'person', looks: /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/ },
  { id: 'age_at_first_dose', looks: /^(\d|[1-8]\d|90 or older|)$/ },
  { id: 'sex', looks: /^(female|male|intersex|)$/ },
  { id: 'route', looks: /^(im|iv|lozenge|esketamine)$/ },
  { id: 'diagnosis_group', looks: /^[a-z -]{1,24}$/ },
  { id: 'year_of_first_dose', looks: /^(\d{4}|)$/ },
  { id: 'sessions_prescribed', looks: /^\d{1,2}$/ },
  { id: 'doses_given', looks: /^\d{1,4}$/ },
  { id: 'week_of_score', looks: /^(-?\d{1,4}|)$/ },
  { id: 'phq9_total', looks: /^(\d{1,2}|)$/ },
]

/** From this age on everybody is one group. */
const oldest = 90

const weekMinutes = 7 * 1440

/**
 * @param newId chance, once for each person: a random UUID
 * @returns the head and then one row for each score; a person without any has one row with both left empty
 */
export const deidentified = (started: readonly Known[], timeZone: string, newId: () => string): Cell[][] => {
  const rows = started.map((one) => rowsOf(one, timeZone, newId())).sort((a, b) => idOf(a).localeCompare(idOf(b)))
  return [columns.map(({ id }) => id), ...rows.flat()]
}

/** In the order of ids made by chance: the order in which people came would tell of them. */
const idOf = (rows: Cell[][]): string => String(rows[0]?.[0] ?? '')

const rowsOf = (
  { about, route, diagnosis, planned, dosedAt, scores }: Known,
  timeZone: string,
  id: string,
): Cell[][] => {
  const [first] = dosedAt
  if (!first) return []
  const day = dayIn(timeZone, first) as Day
  const age = ageOn(about.birthDate, day)
  const old = age !== undefined && age >= oldest
  // Of the oldest no year is told that would say how much older they are than that.
  const common = [id, age === undefined ? null : old ? '90 or older' : age, about.sex, route, diagnosis]
  const course = [old ? null : Number(day.slice(0, 4)), planned, dosedAt.length]
  const told = scores.length === 0 ? [[null, null]] : scores.map(({ at, total }) => [weekOf(first, at), total])
  return told.map((score) => [...common, ...course, ...score])
}

const weekOf = (first: Instant, at: Instant): number => Math.floor(minutesBetween(first, at) / weekMinutes)
