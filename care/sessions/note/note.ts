import { dayIn } from '../../../science/day-in.ts'
import type { Route } from '../../../science/decide.ts'
import type { Protocol } from '../../../science/routes/protocol.ts'
import { type Day, type Instant, minutesBetween } from '../../../science/time.ts'
import { withWhich } from '../../../science/twice-in.ts'
import { noteWords as words } from '../../../web/words/en/notes.ts'
import { roomWords } from '../../../web/words/en/room.ts'
import { sayDay, sayTime } from '../../../web/words/words.ts'
import { billableFacts } from '../billable.ts'
import { beforeDoseKeys, beforeReleaseKeys } from '../facts.ts'
import { type Entry, entriesOf } from '../log.ts'
import { takenValues } from '../not-taken.ts'
import type { Session } from '../session.ts'
import { factLine } from './fact-line.ts'
import { givenLines } from './given.ts'
import { nextDueMissed } from './missed.ts'
import { type RatedHere, ratedLine } from './rated.ts'
import { seenLines } from './seen.ts'
import { entrySentence, valueText } from './sentence.ts'

/** What the log does not hold: names, and the clinic's zone. */
export type NoteContext = {
  clinicName: string
  timeZone: string
  patientName: string
  patientNumber: number
  birthDate: Day | string
  roomName: string
  responsibleName: string
  bookedFor: Instant
  people: Readonly<Record<string, string>>
  protocol: Protocol
  /** What clinicians rated in this session. */
  rated: readonly RatedHere[]
}

export type NoteSection = {
  heading: string
  lines: string[]
  table?: { columns: readonly string[]; rows: string[][] } | undefined
}
export type Note = { title: string; sections: NoteSection[] }

/** '2:05 PM' in the clinic's zone, with the day where it is not the session's, and which of two where it comes twice. */
export const timeIn = (timeZone: string, day: string): Time => {
  const clock = new Intl.DateTimeFormat('en-US', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
  return (at) => {
    const time = withWhich(sayTime(clock.format(new Date(at))), timeZone, at)
    const other = dayIn(timeZone, at)
    return other === day ? time : `${sayDay(other)}, ${time}`
  }
}

/**
 * The note of a session, made from its log and what was rated in it. Pure: the same log gives the same note. What nobody recorded
 * stands there as not recorded. Once signed, it is kept word for word (`routes.ts`).
 */
export const noteFrom = (session: Session, context: NoteContext): Note => {
  const day = dayIn(context.timeZone, session.arrivedAt ?? context.bookedFor)
  const time = timeIn(context.timeZone, day)
  const by = (id: string) => context.people[id] ?? id
  const say = (entry: Entry): string => {
    const late = entry.late ? ` (${words.late(time(entry.recordedAt))})` : ''
    const said = entrySentence(entry, time)
    return `${time(entry.happenedAt)} ${said}${/[.!?]$/.test(said) ? '' : '.'} ${by(entry.recordedBy)}${late}.`
  }
  const { route } = context.protocol
  const sections: NoteSection[] = [
    { heading: words.headings.session, lines: headLines(session, context, day, time) },
    { heading: words.headings.before, lines: beforeDoseKeys(route).map((key) => factLine(session, key, time, by)) },
    { heading: words.headings.rated, lines: context.rated.map((one) => ratedLine(one, time)) },
    { heading: words.headings.clearance, lines: clearanceLines(session, say) },
    { heading: words.headings.dose, lines: givenLines(session, say, time) },
    {
      heading: words.headings.observations,
      lines: seenLines(session.vitals, time, by),
      table: { columns: words.columns, rows: session.vitals.map((entry) => vitalsRow(entry, session, time, by)) },
    },
    { heading: words.headings.effects, lines: effectLines(session, say, time) },
    { heading: words.headings.remarks, lines: entriesOf(session.log, 'remark').map(say) },
    { heading: words.headings.missed, lines: nextDueMissed(session, context.protocol, time) },
    { heading: words.headings.ending, lines: endingLines(session, route, say, time, by) },
    { heading: roomWords.billable.heading, lines: billableLines(session, time, by) },
    { heading: words.headings.corrections, lines: correctionLines(session, say, time, by) },
    { heading: words.headings.afterwards, lines: session.afterwards.map(say) },
    { heading: words.headings.addenda, lines: session.addenda.map(say) },
  ]
  return {
    title: words.title,
    sections: sections.filter(({ lines, table }) => lines.length > 0 || (table && table.rows.length > 0)),
  }
}

type Say = (entry: Entry) => string
type Time = (at: Instant) => string
type By = (id: string) => string

const headLines = (session: Session, context: NoteContext, day: string, time: Time): string[] => {
  const { patientName, patientNumber, birthDate, clinicName, roomName, responsibleName, protocol } = context
  const { arrivedAt, givenAt, ended } = session
  return [
    words.patient(patientName, patientNumber, birthDate),
    words.place(clinicName, roomName, day, responsibleName),
    words.protocol(protocol.title, protocol.id, protocol.version, words.phases[session.phase]),
    [
      words.bookedFor(time(context.bookedFor)),
      arrivedAt ? words.arrived(time(arrivedAt)) : words.noArrival,
      givenAt && ended ? words.doseToEnd(Math.floor(minutesBetween(givenAt, ended.happenedAt))) : '',
    ]
      .filter(Boolean)
      .join(' '),
  ]
}

const clearanceLines = (session: Session, say: Say): string[] => {
  const decisions = session.log.filter((entry) => entry.kind === 'cleared' || entry.kind === 'not cleared')
  return decisions.flatMap((entry) => {
    const { data } = entry as Entry<'cleared'> | Entry<'not cleared'>
    const answers = 'answers' in data ? data.answers : []
    const held = data.findings.filter(({ holds }) => holds)
    return [
      say(entry),
      ...held.map(({ rule, answer, says }) => {
        const reason = answers.find((given) => given.rule === rule)?.reason
        return `${rule} (${answer}): ${says}${reason ? words.goOn(reason) : ''}`
      }),
    ]
  })
}

const vitalsRow = (
  { data, happenedAt, recordedAt, recordedBy, late, corrections }: Entry<'vitals'>,
  session: Session,
  time: Time,
  by: By,
): string[] => {
  const { firstDoseAt } = session
  const minutes = firstDoseAt === undefined ? undefined : Math.round(minutesBetween(firstDoseAt, happenedAt))
  const since = minutes === undefined || minutes <= 0 ? '' : ` (+${minutes})`
  // Whoever reads the row alone is told that it read otherwise; how, stands under the corrections.
  const about = [late ? words.late(time(recordedAt)) : [], corrections.length > 0 ? words.rowCorrected : []].flat()
  return [
    [`${time(happenedAt)}${since}`, ...about].join(', '),
    ...takenValues.map((name) => valueText(data, name) ?? '–'),
    by(recordedBy),
  ]
}

const effectLines = (session: Session, say: Say, time: Time): string[] =>
  session.sideEffects.map(({ entry, endedAt }) => `${say(entry)} ${endedAt ? words.ended(time(endedAt)) : words.noEnd}`)

const endingLines = (session: Session, route: Route, say: Say, time: Time, by: By): string[] => {
  const { ended } = session
  if (!ended) return []
  if (ended.kind !== 'released') return [say(ended)]
  return [
    ...beforeReleaseKeys(route).map((key) => factLine(session, key, time, by)),
    ...ended.data.criteria.map(({ rule, answer, says }) => `${rule} ${answer}: ${says}`),
    say(ended),
  ]
}

/** Times that a bill may rest on, for a session that has ended. */
const billableLines = (session: Session, time: Time, by: By): string[] => {
  if (!session.ended) return []
  const { infusions, observation, responsible, entered } = billableFacts(session)
  const say = roomWords.billable
  return [
    ...infusions.map(({ from, until, ranMinutes }) => say.infusion(time(from), time(until), ranMinutes)),
    ...(observation ? [say.observation(time(observation.from), time(observation.until), observation.minutes)] : []),
    ...responsible.map(({ staffId, from, until, minutes }) =>
      say.responsible(by(staffId), time(from), time(until), minutes),
    ),
    ...entered.map(({ staffId, first, last, entries }) => say.entered(by(staffId), time(first), time(last), entries)),
  ]
}

const correctionLines = (session: Session, say: Say, time: Time, by: By): string[] =>
  session.log.flatMap((entry) => {
    const { original, corrections, withdrawn } = entry
    if (!original) return []
    const before = { ...entry, happenedAt: original.happenedAt, data: original.data } as Entry
    return [
      words.firstWritten(`${time(before.happenedAt)} ${entrySentence(before, time)}`),
      ...corrections.map(({ data, recordedAt, recordedBy }) =>
        words.corrected(time(recordedAt), by(recordedBy), data.reason),
      ),
      withdrawn ? words.withdrawn : words.standsNow(say(entry)),
    ]
  })

/** The note as text, line by line: what is signed, and what its hash is of. */
export const noteText = ({ title, sections }: Note): string =>
  [
    title,
    ...sections.flatMap(({ heading, lines, table }) => [
      '',
      heading,
      ...lines,
      ...(table ? [table.columns.join(' | '), ...table.rows.map((row) => row.join(' | '))] : []),
    ]),
    '',
  ].join('\n')
