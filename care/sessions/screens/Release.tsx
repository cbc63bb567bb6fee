import { useRef, useState } from 'react'
import { held } from '../../../science/decide.ts'
import { aldrete, padss } from '../../../science/scales/recovery.ts'
import type { ScoredScale } from '../../../science/scales/scale.ts'
import { addMinutes, minutesBetween } from '../../../science/time.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Field } from '../../../web/controls/Field.tsx'
import { Finding } from '../../../web/controls/Finding.tsx'
import { State } from '../../../web/controls/State.tsx'
import { showTime } from '../../../web/time.ts'
import { roomWords } from '../../../web/words/en/room.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { beforeReleaseKeys, InstructionsHow } from '../facts.ts'
import { releaseFindings } from '../gates.ts'
import { factValue } from '../session.ts'
import { Taps } from './Quick.tsx'
import { useOnce } from './use-once.ts'
import type { Here } from './use-session.ts'

const words = sessionWords.release
type Question = keyof typeof words.questions
const yesNo = [
  { value: true, label: sessionWords.vitals.yes },
  { value: false, label: sessionWords.vitals.no },
]

/** Asked once: that they were given, and how. */
const howGiven = [
  ...InstructionsHow.options.map((value) => ({ value, label: words.instructionOptions[value] })),
  { value: false, label: words.instructionsNotYet },
]

/** The looks before leaving, every criterion, and the release itself to a named adult. */
export const Release = ({ here }: { here: Here }) => {
  const { session, protocol, answer, now } = here
  const questions = beforeReleaseKeys(protocol.route).filter((key): key is Question =>
    Object.hasOwn(words.questions, key),
  )
  const criteria = releaseFindings(protocol, session, { now, today: answer.today })
  const waiting = held(criteria)
  const stayEnds = session.givenAt && addMinutes(session.givenAt, protocol.limits.minimumStayMinutes.value)
  // Until the shortest stay is nearly over it is one line.
  const near = stayEnds !== undefined && minutesBetween(now, stayEnds) < 15
  return (
    <section className="stack" aria-labelledby="release-title">
      <div className="row">
        <h2 id="release-title">{words.title}</h2>
        <State signal={waiting.length > 0 ? 'held' : 'none'}>
          {words.met(criteria.length - waiting.length, criteria.length)}
        </State>
      </div>
      <p className="soft">{words.lead}</p>
      {stayEnds !== undefined && stayEnds > now && <p>{words.stayEnds(showTime(stayEnds, here.timeZone))}</p>}
      <details open={near}>
        <summary>{words.check}</summary>
        <div className="stack">
          {questions.map((key) => (
            <Taps
              key={key}
              label={words.questions[key]}
              options={key === 'instructionsGiven' ? howGiven : yesNo}
              value={factValue(session, key)}
              onChange={(value) => void here.write('facts', { facts: { [key]: value ?? null } })}
            />
          ))}
          <p className="soft">{words.oneScore}</p>
          <Score here={here} scale={padss} name="padss" title={words.padss} />
          <Score here={here} scale={aldrete} name="aldrete" title={words.aldrete} />
        </div>
      </details>
      <details open={near}>
        <summary>{words.criteria}</summary>
        {[...waiting, ...criteria.filter(({ holds }) => !holds)].map((finding) => (
          <Finding key={finding.rule} finding={finding} />
        ))}
      </details>
      <Leave here={here} waiting={waiting.length} />
    </section>
  )
}

const Score = ({
  here,
  scale,
  name,
  title,
}: {
  here: Here
  scale: ScoredScale
  name: 'padss' | 'aldrete'
  title: string
}) => {
  const rated = (factValue(here.session, name) ?? {}) as Record<string, number>
  // Taps come faster than the log does: each one sends all that were made here, so that none overwrites another.
  const tapped = useRef<Record<string, number | null>>({})
  return (
    <details>
      <summary>{title}</summary>
      <div className="stack">
        {scale.items.map((item) => (
          <Taps
            key={item.id}
            label={item.title}
            options={item.levels.map(({ value, says }) => ({ value, label: String(value), hint: says }))}
            value={rated[item.id]}
            onChange={(value) => {
              tapped.current = { ...tapped.current, [item.id]: value ?? null }
              void here.write('facts', { facts: { [name]: { ...rated, ...tapped.current } } })
            }}
          />
        ))}
      </div>
    </details>
  )
}

const Leave = ({ here, waiting }: { here: Here; waiting: number }) => {
  const [toName, setToName] = useState<string>()
  const [toPhone, setToPhone] = useState<string>()
  const [id] = useOnce()
  const named = factValue(here.session, 'escort')
  const { data: instructions } = InstructionsHow.safeParse(factValue(here.session, 'instructionsGiven'))
  const why =
    waiting > 0 ? words.waits(waiting) : !toName ? words.nameFirst : !instructions ? words.instructionsFirst : undefined
  return (
    <div className="stack">
      {named && named.name !== toName && (
        <div>
          <Button
            kind="quiet"
            onPress={() => {
              setToName(named.name)
              setToPhone(named.phone)
            }}
          >
            {words.itIs(named.name, named.relation)}
          </Button>
        </div>
      )}
      <div className="columns">
        <Field name="toName" label={words.to} value={toName} onChange={setToName} />
        <Field
          name="toPhone"
          type="tel"
          label={words.phone}
          note={sessionWords.day.mayStay}
          value={toPhone}
          onChange={setToPhone}
        />
      </div>
      <div>
        <ButtonLink to={`/sessions/${here.answer.row.id}/instructions`}>{roomWords.leaflet.print}</ButtonLink>
      </div>
      <Button
        wide
        why={why}
        onPress={async () => {
          await here.step('release', {
            id,
            toName,
            instructions,
            ...(toPhone ? { toPhone } : {}),
          })
          await here.refresh()
        }}
      >
        {words.release(toName ?? '')}
      </Button>
    </div>
  )
}
