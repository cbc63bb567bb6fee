import type { Route } from '../decide.ts'
import { register } from '../register.ts'
import { policy } from '../sources.ts'
import { studies } from '../studies.ts'
import { type Fact, fact, labelFact } from './fact.ts'
import { publicSources as more, usual } from './sources.ts'

/** What the four treatments are compared in, in the order it is shown. */
export const aspects = [
  'what',
  'setting',
  'onset',
  'visit',
  'control',
  'approval',
  'coverage',
  'cost',
  'usedFor',
  'plus',
  'minus',
] as const
export type Aspect = (typeof aspects)[number]

const visits = policy('how long a visit is planned for')
const selfPay = (id: string) =>
  labelFact(id, 'You usually pay for it yourself. One large insurer calls it experimental.', register.aetna)
const offLabel = (id: string) =>
  labelFact(id, 'Off-label: the FDA has not approved it for mood.', register.ketamineHospira)

/** Every cell of the comparison. */
export const treatments: Record<Route, Record<Aspect, Fact>> = {
  iv: {
    what: fact('PT-IV-01', 'Ketamine drips slowly into a vein in your arm.', register.ketamineHospira),
    setting: fact('PT-IV-02', 'In the clinic. Staff monitor you the whole time.', register.sanacora),
    onset: fact('PT-IV-03', 'You feel it within minutes.', usual),
    visit: fact('PT-IV-04', 'The drip takes about 40 minutes. Plan for one and a half to two and a half hours.', [
      studies.elektD,
      visits,
    ]),
    control: fact('PT-IV-05', 'The most precise. The rate can be changed, and the drip can be stopped.', usual),
    approval: offLabel('PT-IV-06'),
    coverage: selfPay('PT-IV-07'),
    cost: labelFact('PT-IV-08', 'Often 300 to 550 dollars a visit. Some clinics charge up to 1,000.', [
      more.pricesOfDrips,
      more.prices,
    ]),
    usedFor: fact(
      'PT-IV-09',
      'Depression that other medicines did not help. Thoughts of suicide, for short-term relief. Some kinds of long-lasting pain. PTSD, where trials disagree.',
      [studies.canmat, studies.abbar, register.asra, studies.abdallah],
    ),
    plus: fact(
      'PT-IV-10',
      'It is the best-studied way to give ketamine. It acts fast, it can be adjusted at any moment, and staff monitor you the whole time.',
      studies.canmat,
    ),
    minus: fact(
      'PT-IV-11',
      'It costs a lot, needs a needle in a vein and takes many visits. It often does not include therapy.',
      usual,
    ),
  },
  im: {
    what: fact(
      'PT-IM-01',
      'Ketamine is given as a shot into the muscle of a thigh or shoulder.',
      register.ketamineHospira,
    ),
    setting: fact('PT-IM-02', 'In the clinic. Staff monitor you the whole time.', register.sanacora),
    onset: fact('PT-IM-03', 'You feel it in about 5 to 10 minutes.', more.intramuscular),
    visit: fact('PT-IM-04', 'Plan for one and a half to two hours.', visits),
    control: fact('PT-IM-05', 'The dose is exact. Once given, it cannot be changed or stopped.', usual),
    approval: offLabel('PT-IM-06'),
    coverage: selfPay('PT-IM-07'),
    cost: labelFact('PT-IM-08', 'About 275 to 800 dollars a visit.', more.prices),
    usedFor: fact(
      'PT-IM-09',
      'Depression that other medicines did not help, thoughts of suicide, and trauma. Higher doses can bring on stronger, dreamlike states. It has far fewer studies than the drip.',
      [register.imPractice, studies.canmat, usual],
    ),
    plus: fact('PT-IM-10', 'It is quick, and needs no line in a vein and little equipment.', usual),
    minus: fact(
      'PT-IM-11',
      'It can feel more intense, it cannot be turned down, and the spot may be sore. It is not well studied for mood.',
      [usual, studies.canmat],
    ),
  },
  lozenge: {
    what: fact(
      'PT-LO-01',
      'A lozenge with ketamine, made by a pharmacy, melts under your tongue or in your cheek.',
      register.fdaCompounded2023,
    ),
    setting: fact(
      'PT-LO-02',
      'With a therapist, or at home to keep you well, if your clinician prescribes that. The FDA warns that no one monitors you at home.',
      register.fdaCompounded2023,
    ),
    onset: fact('PT-LO-03', 'You feel it in about half an hour.', usual),
    visit: fact('PT-LO-04', 'Plan for two to three hours when a therapist is with you.', visits),
    control: fact(
      'PT-LO-05',
      'The least precise. How much gets into your blood varies from person to person.',
      register.chong,
    ),
    approval: fact(
      'PT-LO-06',
      'Off-label, and made to order by a pharmacy. The FDA has not approved any such lozenge.',
      register.fdaCompounded2023,
    ),
    coverage: selfPay('PT-LO-07'),
    cost: labelFact(
      'PT-LO-08',
      'About 75 to 300 dollars a dose. With therapy, about 800 to 1,400 dollars a visit.',
      more.prices,
    ),
    usedFor: fact('PT-LO-09', 'Therapy with ketamine, and keeping a benefit going. The evidence for this is weak.', [
      studies.canmat,
      register.sublingualCohorts,
    ]),
    plus: fact(
      'PT-LO-10',
      'There is no needle, it costs less, it can be easier to get, and it can be combined with therapy.',
      usual,
    ),
    minus: fact(
      'PT-LO-11',
      'It is slow, its effect varies, and it tastes bitter. It is not meant for severe or urgent needs. At home no one monitors you.',
      [usual, register.fdaCompounded2023],
    ),
  },
  esketamine: {
    what: labelFact('PT-ES-01', 'You spray esketamine into your own nose while staff watch.', register.remsSite),
    setting: labelFact(
      'PT-ES-02',
      'Only in a clinic that is certified for it. You can never take it home.',
      register.remsSite,
    ),
    onset: fact('PT-ES-03', 'You feel it in about 10 to 20 minutes.', usual),
    visit: labelFact('PT-ES-04', 'You stay for at least two hours after the spray.', register.rems),
    control: labelFact(
      'PT-ES-05',
      'There are two strengths. The first visits follow a set schedule. Later it is once a week or every two weeks.',
      [register.spravatoEpocrates, register.spravatoTapering],
    ),
    approval: labelFact(
      'PT-ES-06',
      'Approved for depression that two or more medicines did not help, alone or with a pill. Also approved, with a pill, for depression with sudden thoughts of suicide.',
      [register.spravatoEpocrates, studies.approvalAlone],
    ),
    coverage: labelFact(
      'PT-ES-07',
      'Often covered by insurance if the plan agrees first. That is called prior authorization. Medicaid covers it in some places.',
      [register.cigna, studies.bcbsnd, usual],
    ),
    cost: labelFact(
      'PT-ES-08',
      'Billed at about 900 to 1,600 dollars a visit before insurance. What you pay depends on your plan.',
      more.prices,
    ),
    usedFor: labelFact(
      'PT-ES-09',
      'Depression that other medicines did not help. Depression with sudden thoughts of suicide. It has not been shown to prevent suicide.',
      [register.spravatoEpocrates, register.spravatoSafetyCopy],
    ),
    plus: labelFact(
      'PT-ES-10',
      'It is approved, often covered, quick, and needs no needle. A safety program covers each visit.',
      [register.rems, register.spravatoEpocrates],
    ),
    minus: labelFact(
      'PT-ES-11',
      'Two visits a week at first. Only two strengths. No driving until the next day, after a good night’s sleep. You have to enroll in its safety program, called REMS.',
      [register.spravatoEpocrates, register.spravatoLabel2019, register.rems],
    ),
  },
}

/** What a page about one treatment says besides. */
export const treatmentMore: Record<Route, readonly Fact[]> = {
  iv: [
    fact('PT-IV-20', 'A first set is often six drips over two to four weeks. Some clinics give four to eight.', [
      register.oliver,
      register.registry2022,
    ]),
    fact(
      'PT-IV-21',
      'More drips later can help the benefit last. No good trial says how often, so you and your clinician go by how you are doing.',
      [register.phillips, studies.canmat],
    ),
  ],
  im: [
    fact(
      'PT-IM-20',
      'There are no good counts of side effects for the shot. It is not well studied. We do not use the spray’s numbers for it.',
      register.sideEffectsReview,
    ),
    fact(
      'PT-IM-22',
      'Clinics describe about two hours in a quiet room, and time to talk afterward if you like.',
      usual,
    ),
    fact('PT-IM-21', 'How many shots help, and for how long, is not well studied either.', studies.canmat),
  ],
  lozenge: [
    fact(
      'PT-LO-20',
      'In one home program, 63 of 100 people who finished had at least half of their symptoms gone. No one was given a placebo, and people who dropped out were not counted.',
      studies.hull,
      { says: 'of those who finished had at least half of their symptoms gone', people: 63 },
    ),
    fact(
      'PT-LO-21',
      'In 2023 the FDA reported a person who took ketamine by mouth at home and whose breathing became too slow. Home use has more risk, since no one is there to notice.',
      register.fdaCompounded2023,
    ),
    fact('PT-LO-22', 'Spit or swallow as you are told. It changes how much gets into your body.', register.chong),
  ],
  esketamine: [
    labelFact(
      'PT-ES-20',
      'The usual plan is two visits a week for four weeks, then one a week for four weeks. After that it is once a week or every two weeks.',
      [register.spravatoEpocrates, register.spravatoTapering],
    ),
    labelFact(
      'PT-ES-24',
      'You and your clinician enroll in the safety program (REMS) before the first spray. After each visit the clinic reports to it how you did.',
      [register.rems, more.remsPatients],
    ),
    fact(
      'PT-ES-21',
      'Of the three short trials, one clearly met its main goal. A longer trial on relapse helped to get it approved.',
      [more.threeShortTrials, more.fdaTrialsMemory],
    ),
    labelFact(
      'PT-ES-22',
      'The effect on mood was first measured a day later. What you feel after 10 to 20 minutes is the drug itself, not yet its effect on mood.',
      studies.approvalAlone,
    ),
    labelFact(
      'PT-ES-23',
      'If you take it for depression with thoughts of suicide, a daily pill is still part of the plan. Some insurers ask for one too.',
      [register.spravatoEpocrates, studies.bcbsnd],
    ),
  ],
}
