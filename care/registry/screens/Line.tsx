import { Link } from '@tanstack/react-router'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import type { Signal } from '../../../web/controls/Shape.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useMay, useTimeZone } from '../../../web/me.ts'
import { showDate, showDay } from '../../../web/time.ts'
import { registryWords as words } from '../../../web/words/en/registry.ts'
import { AskPatient } from '../../outcomes/screens/AskPatient.tsx'
import type { Listed, Overdue } from '../listed.ts'

export const Who = ({ row: { patientId, name, number } }: { row: Listed }) => (
  <>
    <Link to={`/patients/${patientId}` as never}>
      <bdi>{name}</bdi>
    </Link>{' '}
    <span className="soft registry-number">{words.number(number)}</span>
  </>
)

export const CourseOf = ({ row: { plan, route, done, planned, lastDoseAt } }: { row: Listed }) => {
  const timeZone = useTimeZone()
  const where = [
    ...(route ? [words.routes[route]] : []),
    ...(plan === 'none' ? [words.noPlan] : plan === 'stopped' ? [words.stopped] : []),
    ...(planned === null ? [] : [words.sessionOf(done, planned)]),
    lastDoseAt ? words.lastDose(showDay(lastDoseAt, timeZone)) : words.noDose,
  ]
  return <span className="soft">{where.join(' · ')}</span>
}

/** What was found, each with the numbers that led there. */
export const Found = ({ row }: { row: Listed }) => {
  const timeZone = useTimeZone()
  const lines: [Signal, string][] = [
    ...(row.alerts ? [['attention', words.alerts(row.alerts)] satisfies [Signal, string]] : []),
    changeLine(row.change, (at) => showDay(at, timeZone)),
    ...(row.rems ?? []).map(({ dueOn, overdue }): [Signal, string] =>
      overdue ? ['attention', words.remsLate(showDate(dueOn))] : ['info', words.remsDue(showDate(dueOn))],
    ),
    ...(row.reviewsDue.length > 0
      ? [['info', words.reviewAfter(row.reviewsDue.map(({ afterSession }) => afterSession))] satisfies [Signal, string]]
      : []),
    ...row.overdue.map((late): [Signal, string] => ['info', overdueLine(late, timeZone)]),
    ...silentLine(row.silent, (at) => showDay(at, timeZone)),
  ]
  return (
    <ul className="registry-found">
      {lines.map(([signal, line]) => (
        <li key={line}>
          {signal === 'none' ? <span className="soft">{line}</span> : <State signal={signal}>{line}</State>}
        </li>
      ))}
    </ul>
  )
}

const changeLine = (change: Listed['change'], showAt: (at: string) => string): [Signal, string] => {
  if (change.state === 'not treated') return ['none', words.notTreated]
  if (change.state === 'unknown') return ['held', words.unknown[change.because]]
  const { baseline, latest } = change
  const now = latest.low === latest.high ? String(latest.low) : words.between(latest.low, latest.high)
  const numbers = [baseline, now, showAt(latest.at)] as const
  switch (change.state) {
    case 'worse':
      return ['attention', words.worse(...numbers)]
    case 'may be worse':
      return ['held', words.mayBeWorse(...numbers)]
    case 'relapse suspected':
      return ['attention', words.relapse.suspected(...numbers)]
    case 'relapse attempted':
      return ['attention', words.relapse.attempted(...numbers)]
    case 'relapse admitted':
      return ['attention', words.relapse.admitted(...numbers)]
    case 'relapse confirmed':
      return ['attention', words.relapse.confirmed(...numbers)]
    case 'not worse':
      return ['none', words.notWorse(...numbers)]
  }
}

const overdueLine = ({ what, since }: Overdue, timeZone: string): string => {
  if (what === 'session') return words.sessionSince(showDate(since))
  return what === 'ratings'
    ? words.ratingsSince(showDay(since, timeZone))
    : words.questionnairesSince(showDay(since, timeZone))
}

const silentLine = (silent: Listed['silent'], showAt: (at: string) => string): [Signal, string][] =>
  silent === null
    ? []
    : [
        [
          'held',
          silent.lastAnswerAt ? words.silentSince(showAt(silent.since)) : words.neverAnswered(showAt(silent.since)),
        ],
      ]

/** One tap: the page where the most pressing thing is done, or the link that asks again. */
export const NextStep = ({ row }: { row: Listed }) => {
  const { patientId, name, reasons } = row
  const mayAsk = useMay('outcomes.ask')
  const mayBook = useMay('sessions.book')
  const mayAlerts = useMay('alerts.read')
  const chart = { to: `/patients/${patientId}`, says: words.openChart }
  const [first] = reasons
  const session = row.overdue.find(({ what }) => what === 'session')
  const late = first === 'overdue' ? row.overdue[0]?.what : undefined
  const asks = first === 'silent' || first === 'unknown' || late === 'questionnaires'
  if (asks && mayAsk) return <AskPatient patientId={patientId} name={name} sessions={[]} />
  const form = row.rems?.[0]
  const { to, says } =
    first === 'alert' && mayAlerts
      ? { to: '/alerts', says: words.openAlerts }
      : first === 'rems' && form
        ? { to: `/patients/${patientId}/sessions/${form.sessionId}/rems`, says: words.openRems }
        : first === 'review'
          ? { to: `/patients/${patientId}/plan`, says: words.openReview }
          : late === 'ratings'
            ? { to: `/patients/${patientId}`, says: words.rate }
            : first === 'overdue' && session && mayBook
              ? { to: `/sessions/book?patient=${patientId}`, says: words.bookSession }
              : chart
  return (
    <ButtonLink to={to} label={words.actLabel(says, name)}>
      {says}
    </ButtonLink>
  )
}
