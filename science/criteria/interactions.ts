import { decide, everyRoute, type Finding, type Recorded, type Route, type Rule } from '../decide.ts'
import type { RuledClass } from '../medicines/classes.ts'
import type { MedicineFacts } from '../medicines/taken.ts'
import { generalReview, labelReview, register } from '../register.ts'
import { policy } from '../sources.ts'
import { studies } from '../studies.ts'
import type { Day } from '../time.ts'
import { any } from '../truth.ts'

export type InteractionRule = Rule<MedicineFacts> & { needs: readonly RuledClass[] }

/** A row of the table: it applies when something of any of these classes is taken. */
const row = (
  id: string,
  needs: readonly RuledClass[],
  more: Pick<InteractionRule, 'severity' | 'says' | 'source'> & Partial<InteractionRule>,
): InteractionRule => ({
  id,
  section: 'Medicines',
  routes: everyRoute,
  needs,
  holdsWhen: (facts) => any(...needs.map((name) => facts[name])),
  settledBy: 'Complete the medicine list, and identify any that was not recognized.',
  reviewBy: generalReview,
  overriddenBy: ['prescriber'],
  ...more,
})

/** What other medicines do to ketamine or esketamine. The software never says that somebody should stop one. */
export const interactions: readonly InteractionRule[] = [
  row('DDI-01', ['benzodiazepine', 'zDrug'], {
    severity: 'review',
    says: 'Takes a benzodiazepine or a Z-drug: more sedation, and the effect on mood may be shorter. Monitor sedation; a clinician considers the timing, and the patient does not stop it on their own.',
    source: studies.veraart,
    further: [studies.andrade, register.spravatoInteractions],
  }),
  row('DDI-02', ['opioid', 'gabapentinoid', 'sedatingAntihistamine', 'barbiturate', 'alcohol', 'otherDepressant'], {
    severity: 'review',
    says: 'Takes an opioid, a gabapentinoid, a sedating antihistamine, a barbiturate, alcohol or another CNS depressant: sedation and respiratory depression are additive. Monitor SpO2 more closely.',
    source: register.spravatoInteractions,
    further: [register.ketamineLabelMemory],
    reviewBy: labelReview,
    perRoute: {
      esketamine: {
        says: 'Takes an opioid, a gabapentinoid, a sedating antihistamine, a barbiturate, alcohol or another CNS depressant: sedation and respiratory depression are additive. Monitor SpO2 more closely. The REMS form asks about opioids.',
        source: register.spravatoInteractions,
        further: [register.remsFormOverview],
      },
    },
  }),
  row('DDI-03', ['stimulant'], {
    severity: 'review',
    says: 'Takes a psychostimulant or modafinil: blood pressure may rise more. Monitor it more closely.',
    source: register.spravatoInteractions,
    further: [register.spravatoLabelCopy],
    reviewBy: labelReview,
  }),
  row('DDI-04', ['maoi'], {
    severity: 'review',
    says: 'Takes an MAO inhibitor: the label warns of a rise in blood pressure; case reports with tranylcypromine were uneventful. Monitor blood pressure more closely.',
    source: register.spravatoInteractions,
    further: [studies.veraart],
    reviewBy: labelReview,
  }),
  row('DDI-05', ['lamotrigine'], {
    severity: 'info',
    says: 'Takes lamotrigine: it may weaken the effect (2 of 5 studies). For information; it is not stopped for this.',
    source: studies.veraart,
    further: [studies.andrade],
  }),
  row('DDI-06', ['lithium'], {
    severity: 'info',
    says: 'Takes lithium: no significant interaction was found.',
    source: studies.veraart,
  }),
  row('DDI-07', ['bluntingAntipsychotic'], {
    severity: 'review',
    says: 'Takes clozapine, haloperidol or risperidone: low-quality evidence that the effect is blunted. Check for psychosis too.',
    source: studies.veraart,
  }),
  row('DDI-08', ['theophylline'], {
    severity: 'relative',
    says: 'Takes theophylline or aminophylline: together they may lower the seizure threshold. Consider an alternative.',
    source: register.ketamineLabelMemory,
    reviewBy: labelReview,
    perRoute: {
      esketamine: {
        source: policy('theophylline with esketamine, by analogy with the ketamine label'),
        further: [register.ketamineLabelMemory],
      },
    },
  }),
  row('DDI-09', ['pressor'], {
    severity: 'review',
    says: 'Takes a sympathomimetic, vasopressin, a decongestant or a lot of caffeine: blood pressure and heart rate may rise more.',
    source: register.ketamineLabelMemory,
    reviewBy: labelReview,
    perRoute: {
      esketamine: {
        says: 'Takes a sympathomimetic, vasopressin, a decongestant or a lot of caffeine: blood pressure and heart rate may rise more. A nasal decongestant is used at least 1 hour before the spray.',
        source: register.spravatoPatientUse,
        further: [register.ketamineLabelMemory],
      },
    },
  }),
  row('DDI-10', ['thyroidHormone'], {
    severity: 'info',
    routes: ['im', 'iv', 'lozenge'],
    says: 'Takes thyroid hormone: over-replacement adds to a rise in heart rate and blood pressure.',
    source: studies.thyroidMemory,
    reviewBy: labelReview,
  }),
  row('DDI-11', ['opioidAntagonist'], {
    severity: 'info',
    says: 'Takes naltrexone or another opioid antagonist: a small crossover study found a blunted effect, other reports did not.',
    source: studies.williamsMemory,
    further: [studies.yoonMemory],
  }),
  row('DDI-12', ['strongCyp3a4Inhibitor'], {
    severity: 'review',
    says: 'Takes a strong CYP3A4 inhibitor: exposure rises, less by this route than by mouth. A clinician takes it into account.',
    source: studies.andrade,
    further: [studies.peltoniemiMemory],
    perRoute: {
      lozenge: {
        says: 'Takes a strong CYP3A4 inhibitor: exposure rises, most of all by mouth. A clinician takes it into account.',
      },
    },
  }),
  row('DDI-13', ['cyp2b6Inhibitor'], {
    severity: 'review',
    routes: ['lozenge'],
    says: 'Takes a CYP2B6 inhibitor (ticlopidine; clopidogrel is weaker): exposure by mouth rises. A clinician takes it into account.',
    source: studies.andrade,
    further: [studies.peltoniemiMemory],
  }),
  row('DDI-14', ['enzymeInducer'], {
    severity: 'review',
    says: 'Takes an enzyme inducer: exposure falls, less by this route than by mouth. Expect a weaker effect.',
    source: studies.andrade,
    further: [studies.peltoniemiMemory],
    perRoute: {
      lozenge: { says: 'Takes an enzyme inducer: exposure falls, by mouth especially. Expect a weaker effect.' },
    },
  }),
  row('DDI-15', ['antidepressant'], {
    severity: 'info',
    says: 'Takes an SSRI, an SNRI or another antidepressant: generally compatible; one cohort saw higher blood pressure peaks with an SSRI. It is not stopped for this.',
    source: studies.andrade,
    further: [register.szarmach],
  }),
  row('DDI-16', ['nmdaLike'], {
    severity: 'review',
    says: 'Takes memantine, dextromethorphan or amantadine: same target; the effect may be stronger or weaker, with little data.',
    source: policy('medicines with the same target are reviewed'),
  }),
  row('DDI-17', ['antihypertensive'], {
    severity: 'info',
    says: 'Takes blood pressure medicine: ask on arrival whether a dose was missed.',
    source: policy('a missed dose of blood pressure medicine is asked for'),
  }),
  row('DDI-18', ['psychedelic'], {
    severity: 'review',
    says: 'Uses nitrous oxide, another NMDA antagonist or a psychedelic: effects may add up.',
    source: policy('other NMDA antagonists and psychedelics are reviewed'),
  }),
]

/** Every interaction for the route: met, not met or unknown. */
export const interactionsOf = (facts: Recorded<MedicineFacts>, at: { route: Route; today: Day }): Finding[] =>
  decide(interactions, facts, at)
