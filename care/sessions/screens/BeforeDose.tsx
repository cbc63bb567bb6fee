import { useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { SourcedLines } from '../../../web/controls/SourcedLines.tsx'
import { State } from '../../../web/controls/State.tsx'
import { intoView } from '../../../web/focus.ts'
import { useMay } from '../../../web/me.ts'
import { showMoment, timeBeside } from '../../../web/time.ts'
import { recordWords } from '../../../web/words/en/records.ts'
import { roomWords } from '../../../web/words/en/room.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { RatingsDue, useLeftToRate } from '../../outcomes/screens/Ratings.tsx'
import { EnrolmentOnRecord } from '../../rems/screens/EnrolmentOnRecord.tsx'
import { beforeDoseKeys } from '../facts.ts'
import { beforeDoseFindings, lastSeenBefore } from '../gates.ts'
import { lastNotTaken, takenAs } from '../not-taken.ts'
import { factText } from '../note/fact-line.ts'
import { notTakenText } from '../note/sentence.ts'
import { phaseWithCheck } from '../session-view.ts'
import { type Reading, readingNames } from '../vitals.ts'
import { AskFact } from './AskFact.tsx'
import { askedInRoom, type BeforeKey } from './before.ts'
import type { Here } from './use-session.ts'
import { VitalsPad } from './VitalsPad.tsx'

const words = sessionWords.before

type Question = BeforeKey | 'baseline'

/**
 * The questions before the dose, one line each: what is known and since when, or "Not known". One is open at a time; what
 * was typed in another one waits there until it is saved or left.
 */
export const BeforeDose = ({ here }: { here: Here }) => {
  const { session, answer, now } = here
  const [open, setOpen] = useState<Question>()
  const [begun, setBegun] = useState<ReadonlySet<Question>>(new Set())
  const keys = beforeDoseKeys(here.protocol.route)
  const needed = keys.filter((key) => key !== 'sinceLastWords')
  const measured = readingNames.every((name) => session.baseline[name])
  const missing = needed.filter((key) => !session.facts[key]).length + (measured ? 0 : 1)
  const findings = beforeDoseFindings(here.protocol, session, answer.standing, { now, today: answer.today })
  const checked = phaseWithCheck(session, findings) === 'checked'
  const mayClear = useMay('sessions.clear')
  const rating = useLeftToRate(answer.row.patientId, askedInRoom)
  const begin = (question: Question) => {
    setOpen(question)
    setBegun((now) => new Set([...now, question]))
  }
  const leave = (question: Question) => {
    setOpen((now) => (now === question ? undefined : now))
    setBegun((now) => new Set([...now].filter((one) => one !== question)))
  }
  const toggle = (question: Question) => () => (open === question ? leave(question) : begin(question))
  return (
    <section className="stack" aria-labelledby="before-title">
      <div className="row">
        <h2 id="before-title">{words.title}</h2>
        <Left missing={missing} rating={rating} />
      </div>
      <p className="soft">{words.lead}</p>
      {missing === 0 && checked && !mayClear && (
        <Notice title={words.next} live>
          <p>{words.nextHelp}</p>
        </Notice>
      )}
      <ul className="questions">
        <li>
          <Line
            label={words.baseline}
            known={baselineText(here)}
            begun={begun.has('baseline')}
            open={open === 'baseline'}
            onOpen={toggle('baseline')}
          />
          {begun.has('baseline') && (
            <div hidden={open !== 'baseline'} ref={intoView}>
              <VitalsPad here={here} onDone={() => leave('baseline')} />
            </div>
          )}
        </li>
        {keys.map((key) => (
          <li key={key}>
            <Line
              label={words.questions[key]}
              known={knownText(here, key)}
              needed={key !== 'sinceLastWords'}
              begun={begun.has(key)}
              open={open === key}
              onOpen={toggle(key)}
            />
            {key === 'pregnancy' && !session.facts[key] && open !== key && <SaidInEvaluation here={here} />}
            {key === 'escort' && !session.facts[key] && open !== key && <OnRecord here={here} />}
            {key === 'remsEnrolled' && answer.enrolment && (
              <EnrolmentOnRecord patientId={answer.row.patientId} enrolment={answer.enrolment} />
            )}
            {begun.has(key) && (
              <div hidden={open !== key}>
                <AskFact here={here} name={key} onDone={() => leave(key)} />
              </div>
            )}
          </li>
        ))}
      </ul>
      <RatingsDue
        patientId={answer.row.patientId}
        context={{ kind: 'session', id: answer.row.id }}
        askedHere={askedInRoom}
      />
      <details>
        <summary>{roomWords.protocol.steps}</summary>
        <SourcedLines lines={here.protocol.beforeDose} today={here.answer.today} />
      </details>
    </section>
  )
}

/**
 * That pregnancy is not possible was answered in the evaluation: whoever is with the patient confirms it with one tap, as
 * their own word of today. Nothing is taken over by itself, and where nobody said it the question is asked like any other.
 */
const SaidInEvaluation = ({ here: { answer, timeZone, write } }: { here: Here }) => {
  const { notPossible } = answer.standing
  if (!notPossible) return null
  return (
    <div className="row">
      <p className="soft">{words.saidInEvaluation(notPossible.by, showMoment(notPossible.at, timeZone))}</p>
      <Button kind="quiet" onPress={() => write('facts', { facts: { pregnancy: 'cannot become pregnant' } })}>
        {words.stillNotPossible}
      </Button>
    </div>
  )
}

/**
 * Who stands in the registration for the way home: one tap says that it is they today, as the word of whoever taps. Nobody
 * is taken over by themselves, and a minor is no answer; of whom nobody has said whether they are an adult, the tap says that too.
 */
const OnRecord = ({ here: { answer, timeZone, write } }: { here: Here }) =>
  answer.escorts?.map(({ id, name, phone, relation, isAdult, by, at }) => (
    <div className="row" key={id}>
      <p className="soft">
        {words.onRecord([name, relation, phone, recordWords.adult[`${isAdult}`]], by, showMoment(at, timeZone))}
      </p>
      {isAdult !== false && (
        <Button
          kind="quiet"
          onPress={() => write('facts', { facts: { escort: { name, phone, ...(relation ? { relation } : {}) } } })}
        >
          {isAdult ? words.todayToo(name) : words.adultToday(name)}
        </Button>
      )}
    </div>
  ))

/** What is left of everything that stands below. Nothing is said to be answered before it was read. */
const Left = ({ missing, rating }: { missing: number; rating: ReturnType<typeof useLeftToRate> }) => {
  if (!rating && missing === 0) return rating === null ? <State signal="held">{words.ratingsNotRead}</State> : null
  const left = rating ?? { toRate: 0, unanswered: 0 }
  const open = missing + left.toRate + left.unanswered
  return <State signal={open > 0 ? 'held' : 'none'}>{words.left(missing, left)}</State>
}

const Line = ({
  label,
  known,
  needed = true,
  begun,
  open,
  onOpen,
}: {
  label: string
  known: string | undefined
  /** Without it nothing is held. */
  needed?: boolean
  /** Something may be typed in it that is not saved. */
  begun: boolean
  open: boolean
  onOpen: () => void
}) => {
  const verb = open ? sessionWords.day.keep : known === undefined ? words.ask : words.change
  return (
    <div className="question-row">
      <div>
        <p className="question-label">{label}</p>
        {known !== undefined ? (
          <p>{known}</p>
        ) : needed ? (
          <State signal="held">{words.unknown}</State>
        ) : (
          <p className="soft">{words.nothingWritten}</p>
        )}
        {begun && !open && <p className="soft">{words.begun}</p>}
      </div>
      <Button kind="quiet" onPress={onOpen} label={`${verb}: ${label}`}>
        {verb}
      </Button>
    </div>
  )
}

const knownText = ({ session, timeZone, now }: Here, key: BeforeKey): string | undefined => {
  const fact = session.facts[key]
  return fact && factText(key, fact.value, timeBeside(now, timeZone))
}

const baselineText = ({ session, protocol, timeZone, now }: Here): string | undefined => {
  const { baseline, vitals } = session
  const whyNot = (name: Reading) => notTakenText(lastNotTaken(vitals, takenAs(name)))
  if (readingNames.every((name) => baseline[name] === undefined && !whyNot(name))) return undefined
  const { readings, units } = sessionWords.vitals
  const said = readingNames.map((name) => {
    const value = baseline[name]?.value
    const shown = value === undefined ? (whyNot(name) ?? words.unknown.toLowerCase()) : `${value} ${units[name]}`
    return `${readings[name]} ${shown}`
  })
  const seen = protocol.baseline.map((kind) => ({ kind, at: lastSeenBefore(session, kind) }))
  const left = seen.filter(({ at }) => at === undefined).map(({ kind }) => kind)
  const oldest = seen.flatMap(({ at }) => (at === undefined ? [] : [at])).sort()[0]
  const open = left.length > 0 ? `; ${words.stillToLookAt(sessionWords.observed(left))}` : ''
  return `${said.join(', ')}${oldest ? ` (${timeBeside(now, timeZone)(oldest)})` : ''}${open}`
}
