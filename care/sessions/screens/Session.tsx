import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Button } from '../../../web/controls/Button.tsx'
import { ButtonLink } from '../../../web/controls/ButtonLink.tsx'
import { Elapsed } from '../../../web/controls/Elapsed.tsx'
import { Notice } from '../../../web/controls/Notice.tsx'
import { PageTitle } from '../../../web/controls/PageTitle.tsx'
import { ProblemNotice } from '../../../web/controls/ProblemNotice.tsx'
import { Skeleton } from '../../../web/controls/Skeleton.tsx'
import { State } from '../../../web/controls/State.tsx'
import { useTopAfter } from '../../../web/focus.ts'
import { useParam } from '../../../web/params.ts'
import { showTime, timeBeside } from '../../../web/time.ts'
import { givingWords } from '../../../web/words/en/giving.ts'
import { roomWords } from '../../../web/words/en/room.ts'
import { sessionWords } from '../../../web/words/en/sessions.ts'
import { showing } from '../alerts.ts'
import { beforeDoseFindings } from '../gates.ts'
import { mgSoFar } from '../given.ts'
import { orderForRule } from '../orders.ts'
import { roomClockOf } from '../room-clock.ts'
import { bookingOf } from '../session.ts'
import { phaseWithCheck } from '../session-view.ts'
import { BeforeDose } from './BeforeDose.tsx'
import { Clear } from './Clear.tsx'
import { DimButton } from './DimButton.tsx'
import { ExpectedCourse } from './ExpectedCourse.tsx'
import { GiveDose, Given, mayGiveMore } from './GiveDose.tsx'
import { Log } from './Log.tsx'
import { Orders } from './Orders.tsx'
import { Release } from './Release.tsx'
import { SaveState } from './SaveState.tsx'
import './session.css'
import { AddEffect, OpenEffects } from './SideEffects.tsx'
import { useOnce } from './use-once.ts'
import { atThisMoment, type Here, useSession } from './use-session.ts'
import { Waste } from './Waste.tsx'
import { Watching } from './Watching.tsx'
import { HandOver, Stop, Write } from './Written.tsx'

const words = sessionWords.now

/** One patient's treatment day on one screen: what is due next is first, and under the thumb. */
export const Session = () => {
  const id = useParam('sessionId')
  const { read, here, own, second, onRead } = useSession(id)
  useTopAfter(here && stepOf(here.session))
  if (read.error && !here) return <ProblemNotice problem={read.error} onRetry={() => void read.refetch()} />
  if (!here) return <Skeleton title lines={6} />
  return (
    <div className="stack session" data-gap="wide">
      <Head here={here} />
      <div className="session-top">
        <SaveState path={`/api/sessions/${id}`} own={own} here={here} />
        {second && (
          <Notice signal="attention" title={words.second} live>
            <p>{second.says}</p>
            {second.first && <p>{words.secondWhen(showTime(second.first.at, here.timeZone))}</p>}
            <div>
              <Button kind="quiet" onPress={onRead}>
                {words.secondRead}
              </Button>
            </div>
          </Notice>
        )}
        <Alarms here={here} />
      </div>
      <NextStep here={here} />
      {here.session.phase === 'arrived' || here.session.phase === 'cleared' ? <Also here={here} /> : null}
      <ExpectedCourse here={here} />
      <Log here={here} />
    </div>
  )
}

/** What is to be done next, as `NextStep` shows it. */
const stepOf = ({ ended, doses, clearance, arrivedAt }: Here['session']): string => {
  if (ended) return 'ended'
  if (doses.length > 0) return 'watch'
  if (clearance) return 'give'
  return arrivedAt ? 'ask' : 'wait'
}

const Head = ({ here }: { here: Here }) => {
  const { answer, session, protocol, now, timeZone } = here
  const { row, plan } = answer
  const clock = roomClockOf(session)
  const phase = phaseWithCheck(
    session,
    beforeDoseFindings(protocol, session, answer.standing, { now, today: answer.today }),
  )
  return (
    <PageTitle
      title={row.patientName}
      over={[row.roomName, plan?.place ? words.ofCourse(plan.place, plan.sessions) : protocol.title].join(' · ')}
      state={<State>{sessionWords.phases[phase]}</State>}
    >
      <span className="row">
        {clock && !session.ended ? (
          <Elapsed since={clock.since} what={sessionWords.since[clock.from]} big />
        ) : (
          <span>{words.booked(timeBeside(now, timeZone)(bookingOf(session)?.bookedFor ?? row.bookedFor))}</span>
        )}
        <span>{words.responsible(row.responsibleName)}</span>
        <DimButton />
        <Link to={`/patients/${row.patientId}`}>{words.chart}</Link>
      </span>
      {plan && plan.reviewsDue > 0 && <span>{words.reviewDue}</span>}
      {plan?.changeAwaited && <span>{words.changeAwaited}</span>}
    </PageTitle>
  )
}

/** What the newest observations show, with the clinic's own plan beside it. Nothing here suggests a treatment. */
const Alarms = ({ here }: { here: Here }) => {
  const found = showing(here.protocol, here.session, here.answer.today)
  const [worst] = found
  // Not everything that happens shows in a reading: the plan is within reach in every session.
  if (!worst) return here.session.ended ? null : <EmergencyPlan here={here} />
  return (
    <Notice signal={worst.severity === 'emergency' ? 'emergency' : 'attention'} title={worst.says} live>
      {found.slice(1).map(({ rule, says }) => (
        <p key={rule}>{says}</p>
      ))}
      <p className="soft">{words.fromLast}</p>
      <Orders events={found.map(({ rule }) => orderForRule(rule))} policy={here.answer.clinic.policy} />
      <EmergencyPlan here={here} open={worst.severity === 'emergency'} />
    </Notice>
  )
}

const EmergencyPlan = ({ here, open = false }: { here: Here; open?: boolean }) => (
  <details open={open}>
    <summary>{words.emergencyPlan}</summary>
    <p className="emergency-plan">{here.answer.clinic.emergencyPlan || words.noPlan}</p>
  </details>
)

const NextStep = ({ here }: { here: Here }) => {
  const { session, answer } = here
  if (session.ended) return <Ended here={here} />
  if (!session.arrivedAt) return <Arrive here={here} />
  if (session.doses.length > 0) {
    return (
      <>
        <Given here={here} />
        <Watching here={here} />
        <OpenEffects here={here} />
        <Also here={here} />
        <Waste here={here} />
        <Release here={here} />
      </>
    )
  }
  if (session.clearance && answer.plan) {
    return (
      <>
        <GiveDose here={here} plan={answer.plan} />
        <BeforeDose here={here} />
      </>
    )
  }
  return (
    <>
      <BeforeDose here={here} />
      <Clear here={here} />
    </>
  )
}

const Arrive = ({ here }: { here: Here }) => {
  const [id] = useOnce()
  return (
    <Button
      wide
      onPress={async () => {
        await here.step('arrive', { id, happenedAt: atThisMoment() })
        await here.refresh()
      }}
    >
      {words.arrive}
    </Button>
  )
}

const Ended = ({ here }: { here: Here }) => {
  const { session } = here
  const { ended } = session
  const { row } = here.answer
  if (!ended) return null
  const at = timeBeside(here.now, here.timeZone)(ended.happenedAt)
  const by = here.nameOf(ended.recordedBy)
  return (
    <section className="stack">
      {ended.kind === 'released' && <p>{sessionWords.release.done(ended.data.toName, at, by)}</p>}
      {ended.kind === 'stopped' && (
        <p>
          {sessionWords.stop.ways[ended.data.as]}, {at}: {ended.data.reason}
        </p>
      )}
      <div className="row">
        <ButtonLink to={`/patients/${row.patientId}/sessions/${row.id}/note`} kind="main">
          {words.note}
        </ButtonLink>
        <Addendum here={here} />
      </div>
      {session.doses.length > 0 && <Waste here={here} />}
    </section>
  )
}

const Addendum = ({ here }: { here: Here }) => {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button kind="quiet" onPress={() => setOpen(true)}>
        {sessionWords.addendum.add}
      </Button>
      <Write here={here} open={open} onClose={() => setOpen(false)} kind="addendum" />
    </>
  )
}

/** What can be written at any time between arrival and end. */
const Also = ({ here }: { here: Here }) => {
  const [open, setOpen] = useState<'effect' | 'remark' | 'stop' | 'hand' | 'another'>()
  const close = () => setOpen(undefined)
  const { plan } = here.answer
  const { route } = here.protocol
  const more = route !== 'esketamine' && mayGiveMore(here, mgSoFar(here.session, here.now))
  return (
    <section className="stack">
      <div className="row session-also">
        <Button kind="quiet" onPress={() => setOpen('effect')}>
          {sessionWords.effect.add}
        </Button>
        <Button kind="quiet" onPress={() => setOpen('remark')}>
          {sessionWords.remark.add}
        </Button>
        {more && (
          <Button kind="quiet" onPress={() => setOpen(open === 'another' ? undefined : 'another')}>
            {givingWords.another[route]}
          </Button>
        )}
        <ButtonLink to={`/sessions/${here.answer.row.id}/sheet`} kind="plain">
          {roomWords.sheet.print}
        </ButtonLink>
        <ButtonLink to={`/sessions/${here.answer.row.id}/instructions`} kind="plain">
          {roomWords.leaflet.print}
        </ButtonLink>
        <Button kind="plain" onPress={() => setOpen('hand')}>
          {sessionWords.handOver.add}
        </Button>
        <Button kind="plain" onPress={() => setOpen('stop')}>
          {sessionWords.stop.add}
        </Button>
      </div>
      {open === 'another' && more && plan && <GiveDose here={here} plan={plan} onDone={close} />}
      <AddEffect here={here} open={open === 'effect'} onClose={close} />
      <Write here={here} open={open === 'remark'} onClose={close} kind="remark" />
      <HandOver here={here} open={open === 'hand'} onClose={close} />
      <Stop here={here} open={open === 'stop'} onClose={close} />
    </section>
  )
}
