import { showDay } from '../../../../web/time.ts'
import { givingWords as words } from '../../../../web/words/en/giving.ts'
import type { PlanToday } from '../../queries-standing.ts'

/** What the signed plan has given today: before the clearance to whoever decides, and again where it is given. */
export const SignedPlan = ({ plan, timeZone, more = '' }: { plan: PlanToday; timeZone: string; more?: string }) => (
  <div>
    <p>
      {words.plan(plan.drug, plan.doseMg)}
      {plan.route === 'iv' && words.planOver(plan.infusionMinutes)}
      {plan.drug === 'ketamine' && plan.weightKg ? words.planByWeight(plan.doseMg / plan.weightKg, plan.weightKg) : ''}
    </p>
    {plan.drug === 'ketamine' && <p className="soft">{weightText(plan, timeZone)}</p>}
    <p className="soft">
      {words.planBy(plan.signedBy, plan.number)}
      {more}
    </p>
  </div>
)

const weightText = ({ weightKg, weightRecordedAt }: PlanToday, timeZone: string): string =>
  weightKg === null
    ? words.noWeight
    : words.weightOf(weightRecordedAt ? showDay(weightRecordedAt, timeZone) : undefined)
