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
  labelFact(id, 'You usually pay yourself. One large insurer calls it experimental.', register.aetna)
const offLabel = (id: string) =>
  labelFact(id, 'Off-label: the FDA has not approved it for mood.', register.ketamineHospira)

/** Every cell of the comparison. */
export const treatments: Record<Route, Record<Aspect, Fact>> = {
  iv: {
    what: fact('PT-IV-01', 'Ketamine drips slowly into a vein in your arm.', register.ketamineHospira),
    setting: fact('PT-IV-02', 'In the clinic. Staff watch you the whole time.', register.sanacora),
    onset: fact('PT-IV-03', 'You feel it within minutes.', usual),
    visit: fact('PT-IV-04', 'The drip takes about 40 minutes. Plan for one and a half to two and a half hours.', [
      studies.elektD,
      visits,
    ]),
    control: fact('PT-IV-05', 'The most exact. The rate can be changed and the drip can be stopped.', usual),
    approval: offLabel('PT-IV-06'),
    coverage: selfPay('PT-IV-07'),
    cost: labelFact('PT-IV-08', 'Often 300 to 550 dollars a visit. Some clinics ask up to 1,000.', [
      more.pricesOfDrips,
      more.prices,
    ]),
    usedFor: fact(
      'PT-IV-09',
      'Depression that other medicines did not help. Thoughts of suicide, for a short time. Some kinds of long-lasting pain. PTSD, where trials do not agree.',
      [studies.canmat, studies.abbar, register.asra, studies.abdallah],
    ),
    plus: fact(
      'PT-IV-10',
      'It is the best studied way to give ketamine. It acts fast, it can be adjusted at any moment, and staff watch the whole time.',
      studies.canmat,
    ),
    minus: fact(
      'PT-IV-11',
      'It costs a lot, needs a needle in a vein and takes many visits. Often no therapy comes with it.',
      usual,
    ),
  },
  im: {
    what: fact(
      'PT-IM-01',
      'Ketamine is given as a shot into the muscle of a thigh or shoulder.',
      register.ketamineHospira,
    ),
    setting: fact('PT-IM-02', 'In the clinic. Staff watch you the whole time.', register.sanacora),
    onset: fact('PT-IM-03', 'You feel it in about 5 to 10 minutes.', more.intramuscular),
    visit: fact('PT-IM-04', 'Plan for one and a half to two hours.', visits),
    control: fact('PT-IM-05', 'The amount is exact. Once given, it cannot be changed or stopped.', usual),
    approval: offLabel('PT-IM-06'),
    coverage: selfPay('PT-IM-07'),
    cost: labelFact('PT-IM-08', 'About 275 to 800 dollars a visit.', more.prices),
    usedFor: fact(
      'PT-IM-09',
      'Depression that other medicines did not help, thoughts of suicide, and trauma. Higher doses can bring on stronger, dreamlike states. Far fewer studies than for the drip.',
      [register.imPractice, studies.canmat, usual],
    ),
    plus: fact('PT-IM-10', 'It is quick, needs no line in a vein and little gear.', usual),
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
      'With a therapist, or at home to keep a gain, if your clinician prescribes that. The FDA warns that nobody watches you at home.',
      register.fdaCompounded2023,
    ),
    onset: fact('PT-LO-03', 'You feel it in about half an hour.', usual),
    visit: fact('PT-LO-04', 'Plan for two to three hours when a therapist is with you.', visits),
    control: fact(
      'PT-LO-05',
      'The least exact. How much gets into your blood differs from person to person.',
      register.chong,
    ),
    approval: fact(
      'PT-LO-06',
      'Off-label, and made by a pharmacy one by one. The FDA has not approved any such lozenge.',
      register.fdaCompounded2023,
    ),
    coverage: selfPay('PT-LO-07'),
    cost: labelFact(
      'PT-LO-08',
      'About 75 to 300 dollars a dose. With therapy, about 800 to 1,400 dollars a visit.',
      more.prices,
    ),
    usedFor: fact('PT-LO-09', 'Therapy with ketamine, and to keep a gain. The proof for this is weak.', [
      studies.canmat,
      register.sublingualCohorts,
    ]),
    plus: fact(
      'PT-LO-10',
      'No needle, it costs less, it can be easier to get, and therapy can go along with it.',
      usual,
    ),
    minus: fact(
      'PT-LO-11',
      'It is slow and varies, and it tastes bitter. It is not meant for severe or urgent need. At home nobody watches you.',
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
      'Two strengths. The plan of visits is set at first. Later it is once a week or every two weeks.',
      [register.spravatoEpocrates, register.spravatoTapering],
    ),
    approval: labelFact(
      'PT-ES-06',
      'Approved for depression that two or more medicines did not help, alone or with a pill. Also approved, with a pill, for depression with sudden thoughts of suicide.',
      [register.spravatoEpocrates, studies.approvalAlone],
    ),
    coverage: labelFact(
      'PT-ES-07',
      'Often paid by insurance if the plan agrees first. That is called prior authorization. Medicaid pays for it in some places.',
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
      'It is approved, often insured, quick, and needs no needle. A set program watches over each visit.',
      [register.rems, register.spravatoEpocrates],
    ),
    minus: labelFact(
      'PT-ES-11',
      'Two visits a week at first. Only two strengths. No driving until the next day after a good sleep. You have to sign up for its safety program, called REMS.',
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
      'More drips later can keep a gain. No good trial says how often, so you and your clinician look at how you do.',
      [register.phillips, studies.canmat],
    ),
  ],
  im: [
    fact(
      'PT-IM-20',
      'Nobody has good counts of side effects for the shot. It is not well studied. We do not borrow the numbers of the spray for it.',
      register.sideEffectsReview,
    ),
    fact('PT-IM-22', 'Clinics describe about two hours in a quiet room, and a talk after it if you like.', usual),
    fact('PT-IM-21', 'How many shots help, and for how long, is not well studied either.', studies.canmat),
  ],
  lozenge: [
    fact(
      'PT-LO-20',
      'In one home program, 63 of 100 people who finished had at least half of their symptoms gone. Nobody was given a dummy drug, and those who left were not counted.',
      studies.hull,
      { says: 'of those who finished had at least half of their symptoms gone', people: 63 },
    ),
    fact(
      'PT-LO-21',
      'In 2023 the FDA told of a person who took ketamine by mouth at home and breathed too slowly. Home use has more risk, since nobody is there to see it.',
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
      'You and your clinician sign up for the safety program (REMS) before the first spray. After each visit the clinic tells it how you were.',
      [register.rems, more.remsPatients],
    ),
    fact(
      'PT-ES-21',
      'Of the three short trials, one clearly met its main goal. A longer trial on falling ill again helped to get it approved.',
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
