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
      'First comes a visit to talk, with a full check: your mood, your health, your medicines, and what you have tried. Insurance may pay for that visit.',
      [register.sanacora, talk],
    ),
    labelFact(
      'PD-02',
      'For the spray: no food for two hours and no drinks for half an hour before. For the others your clinic will tell you; it is often longer.',
      [register.spravatoEpocrates, house],
    ),
    fact(
      'PD-18',
      'You can usually stay on your daily pills for depression. Ask us, and do not change any on your own.',
      [studies.andrade, house],
    ),
    fact(
      'PD-03',
      'Bring a list of your medicines. Take your blood pressure pills unless you are told not to. Do not stop anything on your own.',
      [register.spravatoInteractions, house],
    ),
    fact('PD-04', 'No alcohol or drugs for a day before and a day after.', house),
    labelFact('PD-05', 'Arrange for an adult to take you home. You cannot drive yourself.', register.spravatoLabel2019),
    labelFact('PD-06', 'Tell us if you may be pregnant, feel ill, have chest pain, or are thinking about suicide.', [
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
      'You may feel floaty, dreamlike, dizzy or sleepy. Some people feel sick or scared. It is mostly gone in one to two hours.',
      [more.aspireReactions, more.wanMemory],
    ),
    fact(
      'PD-09',
      'A scary moment can happen, and it passes. You can speak up at any time, and staff stay close.',
      register.sideEffectsReview,
    ),
  ],
  after: [
    labelFact(
      'PD-10',
      'You stay until staff have checked you and a clinician says you can go. With the spray that is two hours or more.',
      register.rems,
    ),
    labelFact(
      'PD-11',
      'No driving, no machines, no biking and no swimming until the next day, after a good night’s sleep. Do not sign legal papers or look after children alone.',
      [register.spravatoLabel2019, house],
    ),
    fact('PD-12', 'You may be tired, a bit sick or have a headache that day. We ask how you are the day after.', [
      more.aspireReactions,
      house,
    ]),
    fact('PD-13', 'Check-in visits are part of the plan. The plan changes as you do.', register.sanacora),
  ],
  course: [
    fact(
      'PD-14',
      'A set of drips is often six visits in two to four weeks. The spray is eight visits in four weeks, then one a week for four weeks, then one a week or every two weeks.',
      [register.oliver, register.spravatoEpocrates, register.spravatoTapering],
    ),
    fact('PD-15', 'If nothing has changed after four to six visits, we stop and rethink the plan with you.', [
      policy('when a course is looked at again'),
      register.phillips,
    ]),
    labelFact(
      'PD-16',
      'Missed a spray visit? Tell us. The plan may need to change if you feel worse.',
      register.spravatoMissedDose,
    ),
    fact(
      'PD-17',
      'If it does not work, that is not your fault. There are other options: other pills, talk therapy, TMS and ECT.',
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
    fact(
      'PC-03',
      'The first visit, to see whether treatment is right for you, may be billed to insurance. Ask your plan.',
      talk,
    ),
    fact('PC-07', 'A clinic can ask your plan what it covers, if you allow it. Have that done before you start.', talk),
    labelFact(
      'PC-08',
      'The maker of the spray has a savings program. Some people with private insurance pay 10 dollars a visit through it, up to a limit each year. Ask what the current terms are.',
      more.savings,
    ),
    fact(
      'PC-04',
      'A full course costs the price of a visit times the number of visits, plus the first check. Therapy may cost extra.',
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
      'The clinic checks you, prescribes and gives the medicine. Your therapist helps you prepare, stays with you and helps you make sense of it.',
      talk,
    ),
    fact(
      'PK-03',
      'What your therapist sees of your record, and what the clinic sees of your therapy, is up to you. You sign for it, and you can take that back.',
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
      'One report of 235 people in three practices found less depression and anxiety. There was no group without ketamine, so no one knows how much came from the drug or the therapy.',
      more.dore,
    ),
    fact(
      'PK-06',
      'There is no government license for KAP. There are private trainings. Ask any therapist what training they have.',
      more.kapTrainingMemory,
    ),
    labelFact(
      'PK-07',
      'You usually pay for the visits and the medicine yourself: about 800 to 1,400 dollars a visit in one listing.',
      more.prices,
    ),
  ],
} as const
