import { createContext, useContext } from 'react'
import { Shape } from '../../../web/controls/Shape.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useTimeZone } from '../../../web/me.ts'
import { showMoment } from '../../../web/time.ts'
import { intakeWords } from '../../../web/words/en/intake.ts'
import { reportedWords as words } from '../../../web/words/en/reported.ts'
import { questions } from '../../intake/questions.ts'
import { showValue } from '../../intake/screens/shown.ts'
import { type Answer, type Item, isClosed } from '../../intake/standing.ts'
import type { EvaluationAnswer } from '../read.ts'
import { isSaid, openConcerns, reportedAbout } from '../reported.ts'
import { GoThrough } from './GoThrough.tsx'
import './reported.css'

/** The evaluation around a question, for what the patient said about it. */
export const ReportedContext = createContext<{ data: EvaluationAnswer; patientId: string } | undefined>(undefined)

const told = ({ question, entry, value }: Answer): string => {
  if (entry !== null && value === null) return words.tookBack
  if (value === null) return words.notSure
  if (entry === null && value === true && questions[question].kind === 'list') return words.listed
  return showValue(question, value)
}

/** What the patient said beside one question of the evaluation. Nothing when they said nothing. */
export const ReportedBeside = ({ name }: { name: string }) => {
  const around = useContext(ReportedContext)
  const items = reportedAbout(around?.data.reported ?? null, name)
  if (items.length === 0) return null
  return (
    <ul className="reported">
      {items.map((item) => (
        <ReportedItem key={item.now.id} item={item} />
      ))}
    </ul>
  )
}

/** One answer of the patient: what, when, what a clinician made of it, and the step to make something of it. */
export const ReportedItem = ({ item }: { item: Item }) => {
  const timeZone = useTimeZone()
  const { now, before } = item
  const earlier = before.filter(({ value }) => JSON.stringify(value) !== JSON.stringify(now.value))
  return (
    <li>
      <p className="reported-question">{intakeWords.questions[now.question]}</p>
      <p className="as-typed">
        <strong>{told(now)}</strong>
      </p>
      <p className="soft">
        {fromWhere(now, timeZone)} · {stateOf(now, timeZone)}
      </p>
      {now.confirmed === null && isClosed(item) && <State signal="attention">{words.again}</State>}
      {earlier.length > 0 && (
        <details className="quiet-details">
          <summary>{words.earlier(earlier.length)}</summary>
          <ul>
            {earlier.map((one) => (
              <li key={one.id} className="as-typed">
                {told(one)}{' '}
                <span className="soft">
                  {fromWhere(one, timeZone)} · {stateOf(one, timeZone)}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {now.confirmed === null && isSaid(item) && <GoThroughHere answer={now} />}
    </li>
  )
}

const fromWhere = ({ from, answeredAt }: Answer, timeZone: string): string =>
  (from ? words.before[from] : words.reported)(showMoment(answeredAt, timeZone))

const stateOf = ({ confirmed }: Answer, timeZone: string): string => {
  if (!confirmed) return words.notConfirmed
  const { became, changed, by, at } = confirmed
  const say = became === 'talked about' ? words.talked : changed ? words.changed : words.confirmed
  return say(by, showMoment(at, timeZone))
}

const GoThroughHere = ({ answer }: { answer: Answer }) => {
  const around = useContext(ReportedContext)
  if (!around?.data.evaluation) return null
  return <GoThrough answer={answer} data={around.data} patientId={around.patientId} />
}

/** What the patient reports about the facts of a finding and nobody has gone through: seen at once, and no more than seen. */
export const ReportedConcerns = ({ facts }: { facts: readonly string[] }) => {
  const around = useContext(ReportedContext)
  const timeZone = useTimeZone()
  const items = new Map(
    facts.flatMap((fact) =>
      openConcerns(around?.data.reported ?? null, fact).map((item) => [item.now.id, item] as const),
    ),
  )
  if (items.size === 0) return null
  return (
    <ul className="reported-concerns">
      {[...items.values()].map(({ now }) => (
        <li key={now.id}>
          <Shape signal="attention" />
          <span className="as-typed">
            {intakeWords.questions[now.question]} {words.concern(told(now), showMoment(now.answeredAt, timeZone))}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Where an answer of the evaluation came from, when it came from what the patient said. */
export const useSource = (answerId: string | undefined): string | undefined => {
  const around = useContext(ReportedContext)
  const timeZone = useTimeZone()
  const from = around?.data.reported?.items
    .flatMap(({ now, before }) => [now, ...before])
    .find(({ confirmed }) => answerId !== undefined && confirmed?.becameId === answerId)
  if (!from?.confirmed) return undefined
  const say = from.confirmed.changed ? words.sourceOwn : words.source
  return say(showMoment(from.answeredAt, timeZone))
}
