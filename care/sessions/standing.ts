import { gates } from '../../science/criteria/gates.ts'
import { type Criterion, weigh } from '../../science/criterion.ts'
import type { Finding } from '../../science/decide.ts'
import type { Day } from '../../science/time.ts'
import { all, is } from '../../science/truth.ts'
import { says } from '../../web/words/en/says/sessions.ts'
import type { NotPossible } from '../evaluation/basis.ts'
import { type Reevaluation, reevaluation } from '../evaluation/reevaluation.ts'
import type { Waiting } from './waiting.ts'
import type { Watching } from './watching.ts'

/** What must stand before anybody is booked or dosed, each with the sentence of the stage that knows it. */
export type Standing = {
  determination: { inForce: boolean; because: string; reopened: boolean; again?: Again }
  consent: { inForce: boolean; because: string }
  /** Who answered in the evaluation that pregnancy is not possible; while the determination is in force. */
  notPossible?: NotPossible
  plan: { inForce: boolean; because: string }
  /** Of a plan for the nasal spray: what its prescriber verified of the programme. */
  programme?: { enrolled: boolean; certified: boolean }
  /** How many patients whoever is responsible has, this one counted; absent before a session is looked at. */
  watching?: Watching
  /** Alerts about what was answered on another day that nobody has closed; absent before a session is looked at. */
  waiting?: readonly Waiting[]
}

/** By which day its prescriber said to evaluate again; null: none was set. Of a determination in force. */
export type Again = { by: Day | null }

type Facts = { determination?: boolean; consent?: boolean; plan?: boolean }

const criterion = (key: keyof Facts & keyof Standing, because: string): Criterion<Facts> => ({
  ...gates[key],
  needs: [key],
  metWhen: (facts) => facts[key],
  says: `${gates[key].says} ${because}`,
  settledBy: because,
})

/** The three as criteria, met or not: nobody can go past one that is not, only mend it. */
export const standingFindings = ({ determination, consent, plan, programme }: Standing, today: Day): Finding[] => [
  ...weigh<Facts>(
    [
      criterion('determination', determination.because),
      criterion('consent', consent.because),
      criterion('plan', plan.because),
    ],
    { determination: determination.inForce, consent: consent.inForce, plan: plan.inForce },
    { today },
  ),
  ...(programme ? weigh([enrolled], programme, { today }) : []),
]

/**
 * The day by which to evaluate again, looked at before each dose: once it has passed a prescriber says why to go on.
 * It keeps nobody from being booked, and takes nothing back that was determined.
 */
export const againFindings = ({ determination: { again } }: Standing, today: Day): Finding[] =>
  again
    ? weigh<{ again?: Reevaluation }>([evaluatedAgain(again)], { again: reevaluation(again.by, today) }, { today })
    : []

const evaluatedAgain = ({ by }: Again): Criterion<{ again?: Reevaluation }> => ({
  ...gates.evaluatedAgain,
  needs: ['again'],
  metWhen: ({ again }) => is(again, 'ahead'),
  says: says.evaluateAgain(by),
  settledBy: says.determineAnew,
})

const enrolled: Criterion<{ enrolled?: boolean; certified?: boolean }> = {
  ...gates.enrolled,
  needs: ['enrolled', 'certified'],
  metWhen: (facts) => all(facts.enrolled, facts.certified),
  says: says.enrolment,
  settledBy: says.verifyEnrolment,
}
