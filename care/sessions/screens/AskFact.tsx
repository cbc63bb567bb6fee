import { useEffect, useRef, useState } from 'react'
import type { Instrument } from '../../../science/instruments/instrument.ts'
import { Button } from '../../../web/controls/Button.tsx'
import { TimeField } from '../../../web/controls/DateField.tsx'
import { dropDraft } from '../../../web/controls/drafts.ts'
import { Field } from '../../../web/controls/Field.tsx'
import { TextArea } from '../../../web/controls/TextArea.tsx'
import { useTyped } from '../../../web/controls/useTyped.ts'
import { intoView, useFocusStaysNear } from '../../../web/focus.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { FactsRecorded } from '../facts.ts'
import { asked, type BeforeKey } from './before.ts'
import { Taps } from './Quick.tsx'
import type { Here } from './use-session.ts'
import { agoOn } from './when.ts'

const words = sessionWords.before
const yesNo = [
  { value: true, label: sessionWords.vitals.yes },
  { value: false, label: sessionWords.vitals.no },
]

/** One question, asked in its own way. Saving writes one fact; a tap that says everything saves at once. */
export const AskFact = ({ here, name, onDone }: { here: Here; name: BeforeKey; onDone: () => void }) => {
  const [wrong, setWrong] = useState<string>()
  // A tap that says everything takes the question away, and itself with it.
  const place = useRef<HTMLDivElement>(null)
  useFocusStaysNear(place)
  useEffect(() => intoView(place.current), [])
  const draft = `session.fact.${here.answer.row.id}.${name}`
  const save = async (value: unknown) => {
    const parsed = FactsRecorded.safeParse({ facts: { [name]: value } })
    if (!parsed.success) return setWrong(parsed.error.issues[0]?.message)
    await here.write('facts', parsed.data)
    dropDraft(draft)
    onDone()
  }
  const how = asked[name]
  return (
    <div className="stack asked" ref={place}>
      {(how === 'moment' || how === 'moment or none') && <Moment here={here} draft={draft} save={save} />}
      {how === 'moment or none' && (
        <div>
          <Button kind="quiet" onPress={() => save(false)}>
            {words.noneToday}
          </Button>
        </div>
      )}
      {how === 'yes or no' && (
        <Taps label={words.questions[name]} options={yesNo} value={undefined} onChange={(value) => void save(value)} />
      )}
      {how === 'pregnancy' && (
        <Taps
          label={words.questions[name]}
          options={(['pregnant', 'test negative', 'cannot become pregnant'] as const).map((value) => ({
            value,
            label: words.pregnancyOptions[value],
          }))}
          value={undefined}
          onChange={(value) => void save(value)}
        />
      )}
      {how === 'escort' && <EscortField draft={draft} save={save} />}
      {how === 'words' && <WordsField draft={draft} label={words.questions[name]} save={save} />}
      {typeof how === 'object' && <ListField instrument={how} draft={draft} save={save} />}
      {wrong && (
        <p className="field-error" role="alert">
          {wrong}
        </p>
      )}
      {here.session.facts[name] && (
        <div>
          <Button kind="plain" onPress={() => save(null)}>
            {words.notKnown}
          </Button>
        </div>
      )}
    </div>
  )
}

type Save = (value: unknown) => Promise<void>

type MomentTyped = { time?: string | undefined; yesterday?: boolean | undefined }

const Moment = ({ here, draft, save }: { here: Here; draft: string; save: Save }) => {
  const [typed, setTyped] = useTyped<MomentTyped>(draft, {})
  const { time, yesterday } = typed
  const at =
    time && yesterday !== undefined
      ? agoOn(yesterday ? 'yesterday' : 'today', here.now, time, here.timeZone)
      : undefined
  const open = !time ? words.timeToday : yesterday === undefined ? sessionWords.book.day : undefined
  const why = open ? sessionWords.book.missing(open) : at ? undefined : words.notYetToday
  return (
    <div className="row">
      <TimeField
        name="time"
        label={words.timeToday}
        value={time}
        onChange={(next) => setTyped({ ...typed, time: next })}
      />
      <Taps
        label={sessionWords.book.day}
        options={[
          { value: false, label: words.sameDay },
          { value: true, label: words.yesterday },
        ]}
        value={yesterday}
        onChange={(next) => setTyped({ ...typed, yesterday: next })}
      />
      <Button why={why} onPress={() => save(at)}>
        {words.save}
      </Button>
    </div>
  )
}

type EscortTyped = { name?: string | undefined; phone?: string | undefined; relation?: string | undefined }

const EscortField = ({ draft, save }: { draft: string; save: Save }) => {
  const [typed, setTyped] = useTyped<EscortTyped>(draft, {})
  const { name, phone, relation } = typed
  const escort = { name: name ?? '', phone: phone ?? '', ...(relation ? { relation } : {}) }
  return (
    <div className="stack">
      <div className="columns">
        <Field
          name="escortName"
          label={words.escortName}
          value={name}
          onChange={(next) => setTyped({ ...typed, name: next })}
        />
        <Field
          name="escortPhone"
          type="tel"
          label={words.escortPhone}
          value={phone}
          onChange={(next) => setTyped({ ...typed, phone: next })}
        />
        <Field
          name="escortRelation"
          label={words.escortRelation}
          note={sessionWords.day.mayStay}
          value={relation}
          onChange={(next) => setTyped({ ...typed, relation: next })}
        />
      </div>
      <div className="row">
        <Button onPress={() => save(escort)}>{words.save}</Button>
        <Button kind="quiet" onPress={() => save(false)}>
          {words.nobody}
        </Button>
      </div>
    </div>
  )
}

const WordsField = ({ draft, label, save }: { draft: string; label: string; save: Save }) => {
  const [said, setSaid] = useTyped<string | undefined>(draft, undefined)
  return (
    <div className="stack">
      <TextArea name="words" label={label} value={said} onChange={setSaid} />
      <div>
        <Button onPress={() => save(said ?? '')}>{words.save}</Button>
      </div>
    </div>
  )
}

/** A list of questions; those nobody answered stay not known. */
const ListField = ({ instrument, draft, save }: { instrument: Instrument; draft: string; save: Save }) => {
  const [answers, setAnswers] = useTyped<Record<string, string>>(draft, {})
  return (
    <div className="stack">
      {instrument.stem && <p>{instrument.stem}</p>}
      {instrument.items.map(({ linkId, text, answers: offered }) => (
        <Taps
          key={linkId}
          label={text}
          options={offered.map(({ value, text: label }) => ({ value: String(value), label }))}
          value={answers[linkId]}
          onChange={(value) => {
            const { [linkId]: _, ...others } = answers
            setAnswers(value === undefined ? others : { ...others, [linkId]: value })
          }}
        />
      ))}
      {instrument.asksAboutSuicide && <p className="soft">{words.crisisLine}</p>}
      {instrument.notValidated && <p className="soft">{words.notValidated}</p>}
      <div>
        <Button onPress={() => save(answers)}>{words.save}</Button>
      </div>
    </div>
  )
}
