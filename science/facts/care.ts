import { register } from '../register.ts'
import { policy } from '../sources.ts'
import { studies } from '../studies.ts'
import { fact, labelFact } from './fact.ts'
import { publicSources as more } from './sources.ts'

const house = policy('what a clinic asks of everybody before and after a visit')
const talk = policy('what a clinic talks over with everybody')

/** A treatment day, before, during and after. */
export const dayFacts = {
  before: [
    fact(
      'PD-01',
      'First comes a visit to talk and a full check: your mood, your health, your medicines, what you have tried. Insurance may pay for that visit.',
      [register.sanacora, talk],
    ),
    labelFact(
      'PD-02',
      'For the spray: no food for two hours and no drinks for half an hour before. For the others your clinic tells you, and it is often longer.',
      [register.spravatoEpocrates, house],
    ),
    fact('PD-18', 'You can usually stay on your daily pills for depression. Ask us, and change none by yourself.', [
      studies.andrade,
      house,
    ]),
    fact(
      'PD-03',
      'Bring a list of your medicines. Take your blood pressure pills unless you are told not to. Do not stop anything by yourself.',
      [register.spravatoInteractions, house],
    ),
    fact('PD-04', 'No alcohol or drugs for a day before and a day after.', house),
    labelFact('PD-05', 'Line up a grown-up who takes you home. You cannot drive yourself.', register.spravatoLabel2019),
    labelFact('PD-06', 'Tell us if you may be pregnant, feel ill, have chest pain, or think of suicide.', [
      register.spravatoLabel2019,
      house,
    ]),
  ],
  during: [
    fact(
      'PD-07',
      'You sit or lie in a quiet room. Staff check your blood pressure, your pulse, your breathing and how awake you are.',
      [register.sanacora, register.rems],
    ),
    labelFact(
      'PD-08',
      'You may feel floaty, dreamlike, dizzy or sleepy. Some feel sick or scared. It is mostly gone in one to two hours.',
      [more.aspireReactions, more.wanMemory],
    ),
    fact(
      'PD-09',
      'A scary moment can happen and passes. You can speak up at any time, and staff stay close.',
      register.sideEffectsReview,
    ),
  ],
  after: [
    labelFact(
      'PD-10',
      'You stay until staff have checked you and a clinician lets you go. With the spray that is two hours or more.',
      register.rems,
    ),
    labelFact(
      'PD-11',
      'No driving, no machines, no bike and no swimming until the next day after a good sleep. Do not sign papers or look after children alone.',
      [register.spravatoLabel2019, house],
    ),
    fact('PD-12', 'You may be tired, a bit sick or have a headache that day. We ask how you are the day after.', [
      more.aspireReactions,
      house,
    ]),
    fact('PD-13', 'Visits to look at how you do are part of the plan. It changes when you do.', register.sanacora),
  ],
  course: [
    fact(
      'PD-14',
      'A set of drips is often six visits in two to four weeks. The spray is eight visits in four weeks, then one a week for four weeks, then one a week or every two weeks.',
      [register.oliver, register.spravatoEpocrates, register.spravatoTapering],
    ),
    fact('PD-15', 'If nothing has changed after four to six visits, we stop and think again with you.', [
      policy('when a course is looked at again'),
      register.phillips,
    ]),
    labelFact(
      'PD-16',
      'Missed a visit of the spray? Tell us. The plan may need to change if you feel worse.',
      register.spravatoMissedDose,
    ),
    fact(
      'PD-17',
      'If it does not work, that is not your fault. There are other ways: other pills, talk therapy, TMS and ECT.',
      talk,
    ),
  ],
} as const

/** Money. */
export const costFacts = {
  usual: [
    labelFact(
      'PC-01',
      'Insurance often pays for the spray, if the plan agrees first. The plan may ask what you have tried.',
      [register.cigna, register.caremark],
    ),
    labelFact('PC-02', 'Insurance usually does not pay for the drip, the shot or the lozenge.', register.aetna),
    fact('PC-03', 'The first visit to check whether treatment fits may be billed to insurance. Ask your plan.', talk),
    fact(
      'PC-07',
      'A clinic can ask your plan what it pays, if you allow it. Have it looked up before you start.',
      talk,
    ),
    labelFact(
      'PC-08',
      'The maker of the spray has a savings program. Some people with private insurance pay 10 dollars a visit through it, up to a limit each year. Ask what holds now.',
      more.savings,
    ),
    fact(
      'PC-04',
      'A whole set costs the price of a visit times the number of visits, plus the first check. Therapy may come on top.',
      talk,
    ),
  ],
  rights: [
    labelFact(
      'PC-05',
      'If you have no insurance, or do not use it, you have a right to a written price before care starts. It is called a Good Faith Estimate.',
      [more.goodFaithEstimate, more.goodFaithContent],
    ),
    labelFact(
      'PC-06',
      'If the bill is at least 400 dollars more than that estimate, you can dispute it. Keep a copy.',
      more.goodFaithEstimate,
    ),
  ],
} as const

/** Ketamine-assisted psychotherapy with one's own therapist. */
export const kapFacts = {
  how: [
    fact(
      'PK-01',
      'In KAP, talk therapy comes before, during or after ketamine. Your own therapist can be part of it.',
      more.dore,
    ),
    fact(
      'PK-02',
      'The clinic checks you, prescribes and gives the medicine. Your therapist gets you ready, stays with you and helps you make sense of it.',
      talk,
    ),
    fact(
      'PK-03',
      'What your therapist sees of your record, and what the clinic sees of your therapy, is up to you. You sign for it and can take it back.',
      policy('a release that the patient signs'),
    ),
    fact('PK-04', 'A visit takes two to three hours. Talk afterward is best in the first days.', [
      policy('how long a visit is planned for'),
      register.imPractice,
    ]),
  ],
  proof: [
    fact(
      'PK-05',
      'One report of 235 people in three practices saw less depression and anxiety. There was no group without ketamine, so nobody knows how much the drug or the therapy did.',
      more.dore,
    ),
    fact(
      'PK-06',
      'There is no government license for KAP. There are private trainings. Ask any therapist what they have done.',
      more.kapTrainingMemory,
    ),
    labelFact(
      'PK-07',
      'You usually pay for the visits and the medicine yourself: about 800 to 1,400 dollars a visit in one listing.',
      more.prices,
    ),
  ],
} as const
