import { useState } from 'react'
import { Instant } from '../../../../science/time.ts'
import { useNow } from '../../../../web/clock.ts'
import { Button } from '../../../../web/controls/Button.tsx'
import { DraftKept } from '../../../../web/controls/DraftKept.tsx'
import { Elapsed } from '../../../../web/controls/Elapsed.tsx'
import { Notice } from '../../../../web/controls/Notice.tsx'
import { NumberField } from '../../../../web/controls/NumberField.tsx'
import { Shape } from '../../../../web/controls/Shape.tsx'
import { State } from '../../../../web/controls/State.tsx'
import { TextArea } from '../../../../web/controls/TextArea.tsx'
import { useTyped } from '../../../../web/controls/useTyped.ts'
import { intoView } from '../../../../web/focus.ts'
import { showTime } from '../../../../web/time.ts'
import { givingWords as words } from '../../../../web/words/en/giving.ts'
import { says } from '../../../../web/words/en/says/sessions.ts'
import { fasterThanPlan } from '../../dose.ts'
import { type Given, givenIn, mgSoFar } from '../../given.ts'
import { InfusionChanged } from '../../giving.ts'
import { entrySentence } from '../../note/sentence.ts'
import { overBefore, pumpAfterStop, stopOf } from '../../over.ts'
import { Taps } from '../Quick.tsx'
import type { Here } from '../use-session.ts'
import { When } from '../When.tsx'
import { saidMoment, type WhenTyped } from '../when.ts'
import { Lines } from './Lines.tsx'

const signals = { running: 'info', paused: 'attention', 'run out': 'attention', stopped: 'none' } as const

/** Every infusion of the session with what has gone in by now, and the lines that are still in. */
export const Infusions = ({ here }: { here: Here }) => {
  const now = Instant.parse(useNow(1))
  const { session } = here
  return (
    <>
      {givenIn(session, now).map((given) => (
        <OneInfusion key={given.entry.id} here={here} now={now} given={given} />
      ))}
      {session.givenAt !== undefined && session.lines.some(({ removedAt }) => removedAt === undefined) && (
        <Lines here={here} />
      )}
    </>
  )
}

const OneInfusion = ({ here, now, given: { entry, infusion } }: { here: Here; now: Instant; given: Given }) => {
  const [open, setOpen] = useState<What | 'missed'>()
  if (!infusion || entry.data.route !== 'iv') return null
  const { state, rateMlPerH, deliveredMg, deliveredMl, pausedSince, ranOutAt, stoppedAt } = infusion
  const time = (at: string) => showTime(at, here.timeZone)
  const uncounted = pumpAfterStop(here.session, entry.id)
  const close = () => setOpen(undefined)
  return (
    <section className="stack infusion" aria-label={words.infusion}>
      <div className="row">
        <h2>{words.infusion}</h2>
        <State signal={signals[state]}>{words.states[state]}</State>
      </div>
      <p className="infusion-given" aria-live="off">
        {words.delivered(deliveredMg, entry.data.mg, state === 'stopped')}
      </p>
      <p>
        {words.volumeOf(deliveredMl, entry.data.volumeMl, state === 'stopped')}
        {state === 'running' && `, ${words.at(rateMlPerH)}`}
      </p>
      <p className="soft">
        {words.ofPlan(
          mgSoFar(here.session, now),
          entry.data.planMg,
          entry.data.planMinutes,
          here.session.givenAt !== undefined,
        )}
      </p>
      {state !== 'stopped' && <Elapsed since={entry.happenedAt} what={words.sinceStart} />}
      {pausedSince && <Elapsed since={pausedSince} what={words.sincePause} />}
      {state === 'run out' && ranOutAt && <p>{words.ranOut(time(ranOutAt))}</p>}
      {stoppedAt && <p className="soft">{words.stopped(time(stoppedAt))}</p>}
      {uncounted.length > 0 && (
        <p>
          <Shape signal="attention" />{' '}
          {words.afterStop(uncounted.map((one) => `${time(one.happenedAt)} ${entrySentence(one, time)}`).join(', '))}
        </p>
      )}
      {state !== 'stopped' && (
        <div className="row">
          {state === 'paused' ? (
            <Button onPress={() => here.write('infusion changed', { doseId: entry.id, what: 'resumed' })}>
              {words.resume}
            </Button>
          ) : (
            state === 'running' && <Button onPress={() => setOpen('paused')}>{words.pause}</Button>
          )}
          {state !== 'run out' && (
            <Button kind="quiet" onPress={() => setOpen('rate changed')}>
              {words.changeRate}
            </Button>
          )}
          <Button kind="quiet" onPress={() => setOpen('stopped')}>
            {words.stop}
          </Button>
        </div>
      )}
      {open && open !== 'missed' && (
        // Somebody else's stop takes no words away that are being typed here.
        <ChangePump key={open} here={here} doseId={entry.id} what={open} onDone={close} />
      )}
      {state === 'stopped' &&
        !here.session.ended &&
        (!open || open === 'missed') &&
        (open === 'missed' ? (
          <Missed here={here} doseId={entry.id} onDone={close} />
        ) : (
          <div>
            <Button kind="plain" onPress={() => setOpen('missed')}>
              {words.wasMissed}
            </Button>
          </div>
        ))}
    </section>
  )
}

/** What was done to the pump and not written down before its stop was. Without its time it would be now, after the stop. */
const Missed = ({ here, doseId, onDone }: Omit<Change, 'what'>) => {
  const [what, setWhat] = useState<Exclude<What, 'stopped'>>()
  return (
    <div className="stack">
      <Taps
        label={words.missed}
        options={(['rate changed', 'paused', 'resumed'] as const).map((value) => ({
          value,
          label: words.missedOf[value],
        }))}
        value={what}
        onChange={setWhat}
      />
      {what ? (
        <ChangePump key={what} here={here} doseId={doseId} what={what} onDone={onDone} missed />
      ) : (
        <div>
          <Button kind="plain" onPress={onDone}>
            {words.keep}
          </Button>
        </div>
      )}
    </div>
  )
}

type What = InfusionChanged['what']
type Typed = WhenTyped & { rateMlPerH?: number | undefined; reason?: string | undefined }
type Change = { here: Here; doseId: string; what: What; onDone: () => void; missed?: boolean }

const ChangePump = ({ here, doseId, what, onDone, missed = false }: Change) => {
  const [{ rateMlPerH, reason, ...when }, change, drop, before] = useTyped<Typed>(`session.pump.${doseId}.${what}`, {})
  const happenedAt = saidMoment(when, here)
  const all = { rateMlPerH, reason, ...when }
  const [wrong, setWrong] = useState<Record<string, string>>({})
  const [sent, setSent] = useState(false)
  const stop = stopOf(here.session, doseId)
  const meanwhile = sent || missed ? undefined : stop
  const dose = here.session.doses.find(({ id }) => id === doseId)?.data
  const save = async () => {
    const typed = {
      doseId,
      what,
      ...(what === 'rate changed' ? { rateMlPerH } : {}),
      ...(reason?.trim() || what === 'stopped' ? { reason: reason ?? '' } : {}),
    }
    const parsed = InfusionChanged.safeParse(typed)
    if (!parsed.success)
      return setWrong(Object.fromEntries(parsed.error.issues.map(({ path, message }) => [path.join('.'), message])))
    // Asked here and not refused by the clinic: a rate that was set is a fact, and comes from a tablet without contact too.
    const faster =
      what === 'rate changed' && dose?.route === 'iv' && rateMlPerH !== undefined && !reason?.trim()
        ? fasterThanPlan(dose, rateMlPerH)
        : undefined
    if (faster) return setWrong({ reason: says.faster(faster.minutes, faster.byPlan) })
    // Nothing happens to a pump after its stop, so whoever writes of it then says when: no "now" of this device is taken.
    const over = happenedAt
      ? overBefore(here.session, {
          kind: 'infusion changed',
          data: parsed.data,
          happenedAt: Instant.parse(happenedAt),
        })
      : stop && words.sayWhen
    if (over) return setWrong({ at: over })
    setSent(true)
    await here.write('infusion changed', parsed.data, happenedAt ? { happenedAt } : {})
    leave()
  }
  const leave = () => {
    drop()
    onDone()
  }
  return (
    <div className="stack asked" ref={intoView}>
      {meanwhile && (
        <Notice
          signal="attention"
          live
          title={words.stoppedMeanwhile(
            here.nameOf(meanwhile.recordedBy),
            showTime(meanwhile.happenedAt, here.timeZone),
          )}
        >
          <p>{words.stoppedMeanwhileHelp}</p>
        </Notice>
      )}
      {before && <DraftKept onStartOver={drop} />}
      {what === 'rate changed' && (
        <NumberField
          name="newRate"
          label={words.newRate}
          unit="mL/h"
          decimals
          value={rateMlPerH}
          error={wrong.rateMlPerH}
          onChange={(rate) => change({ ...all, rateMlPerH: rate })}
        />
      )}
      {what !== 'resumed' && (
        <TextArea
          name="pumpReason"
          label={words.why}
          note={what === 'stopped' ? undefined : words.mayStay}
          error={wrong.reason}
          value={reason}
          onChange={(said) => change({ ...all, reason: said })}
        />
      )}
      <When value={when} onChange={(next) => change({ ...all, ...next })} />
      {wrong.at && (
        <p className="field-error" role="alert">
          {wrong.at}
        </p>
      )}
      <div className="row">
        <Button onPress={save}>{words.save[what]}</Button>
        <Button kind="plain" onPress={leave}>
          {words.keep}
        </Button>
      </div>
    </div>
  )
}
