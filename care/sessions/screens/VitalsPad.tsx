import { useRef, useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { DraftKept } from '../../../web/controls/DraftKept.tsx'
import { showTime } from '../../../web/time.ts'
import { deviceWords } from '../../../web/words/en/devices.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { lastNotTaken, stillNotTaken, takenAs } from '../not-taken.ts'
import { notTakenText } from '../note/sentence.ts'
import { lastTaken, type Reading, readingNames, Vitals } from '../vitals.ts'
import { bluetooth } from './bluetooth.ts'
import { FromDevices } from './FromDevices.tsx'
import { CrisisFields, LooksTaps } from './Looks.tsx'
import { NotTakenFields } from './NotTaken.tsx'
import { QuickNumber } from './Quick.tsx'
import { isWhole, verdictOn } from './quick-number.ts'
import { useDevices } from './use-devices.ts'
import { padDraftId, useKeepPad, useKeptPad } from './use-pad-draft.ts'
import type { Here } from './use-session.ts'
import { When } from './When.tsx'
import { saidMoment, type WhenTyped } from './when.ts'

const words = sessionWords.vitals
const fields = [...readingNames, 'pain'] as const
type FieldName = (typeof fields)[number]
type Typed = Partial<Record<FieldName, string>>
type Rest = Omit<Vitals, Reading | 'pain' | 'confirmed' | 'devices'>

const asking = (name: FieldName, text: string | undefined) => {
  const verdict = text ? verdictOn(name, Number(text)) : 'usual'
  return typeof verdict === 'object' ? verdict : undefined
}

const numbersOf = (typed: Typed) =>
  Object.fromEntries(Object.entries(typed).flatMap(([name, text]) => (text ? [[name, Number(text)]] : []))) as Partial<
    Record<FieldName, number>
  >

/**
 * Nine values, made for one hand and five seconds: a number that is whole reaches for the next field, and the rest is
 * one tap each. Every field starts empty; the last value stands beneath it, to compare.
 */
export const VitalsPad = ({
  here,
  onDone,
  start,
}: {
  here: Here
  onDone?: (() => void) | undefined
  start?: Vitals
}) => {
  const draftId = start ? undefined : padDraftId(here.answer.row.id, here.session.doses.length > 0)
  const kept = useKeptPad<Typed, Rest>(draftId)
  const [typed, setTyped] = useState<Typed>(() => kept?.typed ?? typedFrom(start))
  const [rest, setRest] = useState<Rest>(kept?.rest ?? start ?? {})
  const [again, setAgain] = useState(kept !== undefined)
  const [confirmed, setConfirmed] = useState<Record<string, string>>({})
  const [when, setWhen] = useState<WhenTyped>({})
  const happenedAt = saidMoment(when, here)
  const [wrong, setWrong] = useState<string>()
  const inputs = useRef<Partial<Record<FieldName, HTMLInputElement | null>>>({})
  const pad = useRef<HTMLDivElement>(null)
  const devices = useDevices(typed, (values) => setTyped((was) => ({ ...was, ...values })))
  const lastSays = (name: FieldName): string | undefined => {
    const sets = here.session.vitals
    const last = lastTaken(sets, name)
    const lastValue =
      last && (last.inNewest ? words.last(last.value) : words.lastAt(last.value, showTime(last.at, here.timeZone)))
    return [lastValue, notTakenText(lastNotTaken(sets, takenAs(name)))].filter(Boolean).join('; ') || undefined
  }
  // What a device sent is read again from the device; what is said to be of an earlier time is not offered as of now.
  const byHand = Object.fromEntries(
    Object.entries(typed).filter(([name, text]) => text && devices.mark(name as FieldName) === undefined),
  )
  const entered = { ...rest, ...numbersOf(typed) }
  const notTaken = stillNotTaken(entered)
  const blank = Object.keys(byHand).length === 0 && Object.keys(withoutBlanks(rest)).length === 0
  const drop = useKeepPad(draftId, blank || happenedAt ? undefined : { typed: byHand, rest: withoutBlanks(rest) })
  const startOver = () => {
    drop()
    setTyped({})
    devices.clear()
    setRest({})
    setConfirmed({})
    setWhen({})
    setWrong(undefined)
    setAgain(false)
  }

  /** The next number; after the last the first of the taps, where the keyboard on the glass goes away. */
  const onward = (name: FieldName) => {
    const next = fields[fields.indexOf(name) + 1]
    const reached = next ? inputs.current[next] : pad.current?.querySelector<HTMLInputElement>('input[type="radio"]')
    reached?.focus()
    return next
  }
  /** A number that was asked about is right: its button goes, and the first that is still empty is next. */
  const toOpen = () => {
    const open = fields.find((name) => !typed[name])
    const reached = open ? inputs.current[open] : pad.current?.querySelector<HTMLInputElement>('input[type="radio"]')
    reached?.focus()
  }
  // A number, Tab, a number: the Tab after a whole number would skip a field, and the next number stand under a wrong name.
  const byItself = useRef<FieldName | 'taps'>(undefined)
  const justReached = (name: FieldName | 'taps') => {
    const reached = byItself.current === name
    byItself.current = undefined
    return reached
  }
  const left = (name: FieldName | 'taps') => {
    if (byItself.current === name) byItself.current = undefined
  }
  const type = (name: FieldName, text: string) => {
    setTyped({ ...typed, [name]: text })
    devices.typedOver(name)
    setWrong(undefined)
    byItself.current = isWhole(name, text) ? (onward(name) ?? 'taps') : undefined
  }
  const change = (more: Partial<Rest>) => {
    setRest({ ...rest, ...more })
    setWrong(undefined)
  }
  const unlikely = readingNames.filter((name) => {
    const asked = asking(name, typed[name])
    return asked && 'ask' in asked
  })
  const open = unlikely.filter((name) => confirmed[name] !== typed[name])
  const save = async () => {
    if (open.length > 0) return setWrong(words.confirmFirst)
    if (devices.open) return setWrong(deviceWords.confirmFirst)
    const set = {
      ...withoutBlanks({ ...entered, notTaken }),
      ...devices.origins(),
      ...(unlikely.length > 0 ? { confirmed: unlikely } : {}),
    }
    const parsed = Vitals.safeParse(set)
    if (!parsed.success) return setWrong(parsed.error.issues[0]?.message ?? words.nothing)
    await here.write('vitals', parsed.data, happenedAt ? { happenedAt } : {})
    startOver()
    onDone?.()
  }
  return (
    <div ref={pad} className="stack vitals-pad">
      {again && <DraftKept onStartOver={startOver} />}
      <FromDevices devices={devices} timeZone={here.timeZone} />
      <div className="quick-row">
        {fields.map((name) => {
          const asked = asking(name, typed[name])
          return (
            <QuickNumber
              key={name}
              label={name === 'pain' ? words.pain : words.readings[name]}
              unit={name === 'pain' ? '' : words.units[name]}
              hint={devices.mark(name) ?? notTakenText(notTaken?.[takenAs(name)]) ?? lastSays(name)}
              text={typed[name] ?? ''}
              wrong={asked && 'refuse' in asked ? asked.refuse : undefined}
              inputRef={(element) => {
                inputs.current[name] = element
              }}
              onText={(text) => type(name, text)}
              onNext={() => onward(name)}
              justReached={() => justReached(name)}
              onLeft={() => left(name)}
            />
          )
        })}
      </div>
      {open.map((name) => {
        const asked = asking(name, typed[name])
        return (
          <div key={name} className="number-ask" role="status">
            <p>{asked && 'ask' in asked ? asked.ask : ''}</p>
            <Button
              kind="quiet"
              onPress={() => {
                setConfirmed({ ...confirmed, [name]: typed[name] ?? '' })
                toOpen()
              }}
            >
              {words.isRight(`${words.readings[name]} ${typed[name]} ${words.units[name]}`)}
            </Button>
          </div>
        )
      })}
      <LooksTaps set={rest} change={change} justReached={() => justReached('taps')} onLeft={() => left('taps')} />
      <NotTakenFields set={entered} change={change} />
      <details>
        <summary>{words.more}</summary>
        <div className="stack">
          <CrisisFields set={rest} change={change} />
          <When value={when} onChange={setWhen} />
          {!bluetooth() && <p className="soft">{deviceWords.cannot}</p>}
        </div>
      </details>
      <div className="stack pad-save" data-gap="tight">
        {wrong && (
          <p className="field-error" role="alert">
            {wrong}
          </p>
        )}
        <Button wide onPress={save}>
          {words.save}
        </Button>
      </div>
    </div>
  )
}

const typedFrom = (set: Vitals | undefined): Typed =>
  Object.fromEntries(fields.flatMap((name) => (set?.[name] === undefined ? [] : [[name, String(set[name])]])))

const withoutBlanks = <Set extends object>(set: Set): Set =>
  Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined && value !== '')) as Set
