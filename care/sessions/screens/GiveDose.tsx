import type { PlanToday } from '../queries-standing.ts'
import { Decisions } from './giving/Decide.tsx'
import { GiveIm } from './giving/Im.tsx'
import { Infusions } from './giving/Infusion.tsx'
import { GiveIv } from './giving/Iv.tsx'
import { GiveLozenge, Lozenges } from './giving/Lozenge.tsx'
import { GiveDevice, hasNextDevice } from './giving/Spray.tsx'
import type { Here } from './use-session.ts'

const forms = { im: GiveIm, iv: GiveIv, lozenge: GiveLozenge, esketamine: GiveDevice } as const

/** What was given, in the way of its route. The plan's dose stands beside the fields and is not filled into them. */
export const GiveDose = (props: { here: Here; plan: PlanToday; onDone?: () => void }) => {
  const Form = forms[props.plan.route]
  return <Form {...props} />
}

/** What is going on with what was given: a running infusion, a lozenge in the mouth, the next device. */
export const Given = ({ here }: { here: Here }) => {
  const { plan } = here.answer
  const { route } = here.protocol
  return (
    <>
      <Decisions here={here} />
      {route === 'iv' && <Infusions here={here} />}
      {route === 'lozenge' && <Lozenges here={here} />}
      {route === 'esketamine' && plan && hasNextDevice(here, plan) && <GiveDevice here={here} plan={plan} />}
    </>
  )
}

/** Whether a further dose can be part of this session: the plan is not used up, and nothing of the last is still going in. */
export const mayGiveMore = (here: Here, given: number): boolean =>
  here.protocol.route !== 'esketamine' &&
  here.session.givenAt !== undefined &&
  here.answer.plan !== null &&
  given > 0 &&
  given < here.answer.plan.doseMg
