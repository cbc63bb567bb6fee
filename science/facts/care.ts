import { register } from '../register.ts'
import { policy } from '../sources.ts'
import { studies } from '../studies.ts'
import { fact, labelFact } from './fact.ts'
import { publicSources as more } from './sources.ts'

const house = policy('what a clinic asks of everybody before and after a visit')
const talk = policy('what a clinic talks over with everybody')
const usual = policy('what clinics describe, without a study')

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

/** How often the side effects of the spray were, in trials. */
export const effectFacts = {
  spray: [
    labelFact(
      'PE-01',
      'Feeling unreal or cut off: 41 of 100 with the spray, 9 of 100 with a dummy.',
      more.spravatoReactions,
      { says: 'with the spray', people: 41 },
      { says: 'with a dummy', people: 9 },
    ),
    labelFact(
      'PE-02',
      'Dizzy: 29 of 100 with the spray, 8 of 100 with a dummy.',
      more.spravatoReactions,
      { says: 'with the spray', people: 29 },
      { says: 'with a dummy', people: 8 },
    ),
    labelFact(
      'PE-03',
      'Sick to the stomach: 28 of 100 with the spray, 9 of 100 with a dummy.',
      more.spravatoReactions,
      { says: 'with the spray', people: 28 },
      { says: 'with a dummy', people: 9 },
    ),
    labelFact(
      'PE-04',
      'Sleepy: 23 of 100 with the spray, 9 of 100 with a dummy.',
      more.spravatoReactions,
      { says: 'with the spray', people: 23 },
      { says: 'with a dummy', people: 9 },
    ),
    labelFact(
      'PE-05',
      'Headache: 20 of 100 with the spray, 17 of 100 with a dummy.',
      more.spravatoReactions,
      { says: 'with the spray', people: 20 },
      { says: 'with a dummy', people: 17 },
    ),
    labelFact(
      'PE-06',
      'Higher blood pressure: 10 of 100 with the spray, 3 of 100 with a dummy. It peaks after about 40 minutes and lasts about four hours.',
      [more.spravatoReactions, register.spravatoSummary2020],
      { says: 'with the spray', people: 10 },
      { says: 'with a dummy', people: 3 },
    ),
    labelFact(
      'PE-16',
      'A big rise in blood pressure came at least once in 8 to 19 of 100 with the spray, and in 1 to 4 of 100 with a dummy. It can come after any dose.',
      register.spravatoSummary2020,
      { says: 'with the spray, at least', people: 8 },
      { says: 'with the spray, at most', people: 19 },
      { says: 'with a dummy, at least', people: 1 },
      { says: 'with a dummy, at most', people: 4 },
    ),
    labelFact(
      'PE-18',
      'Numb spots: 18 of 100 with the spray, 2 of 100 with a dummy.',
      more.spravatoReactions,
      { says: 'with the spray', people: 18 },
      { says: 'with a dummy', people: 2 },
    ),
    labelFact(
      'PE-19',
      'An odd taste: 19 of 100 with the spray, 14 of 100 with a dummy.',
      more.spravatoReactions,
      { says: 'with the spray', people: 19 },
      { says: 'with a dummy', people: 14 },
    ),
    labelFact(
      'PE-17',
      'Anxious: 13 of 100 with the spray, 6 of 100 with a dummy.',
      more.spravatoReactions,
      { says: 'with the spray', people: 13 },
      { says: 'with a dummy', people: 6 },
    ),
    labelFact(
      'PE-20',
      'Tired, without energy: 11 of 100 with the spray, 5 of 100 with a dummy.',
      more.spravatoReactions,
      { says: 'with the spray', people: 11 },
      { says: 'with a dummy', people: 5 },
    ),
    labelFact(
      'PE-07',
      'Throwing up: 9 of 100 with the spray, 2 of 100 with a dummy.',
      more.spravatoReactions,
      { says: 'with the spray', people: 9 },
      { says: 'with a dummy', people: 2 },
    ),
    labelFact(
      'PE-09',
      'Unsteady, as if all is spinning: 23 of 100 with the spray, 3 of 100 with a dummy.',
      more.spravatoReactions,
      { says: 'with the spray', people: 23 },
      { says: 'with a dummy', people: 3 },
    ),
    labelFact(
      'PE-08',
      'Blurred vision: 12 of 100 with the spray, 5 of 100 with a dummy.',
      more.aspireReactions,
      { says: 'with the spray', people: 12 },
      { says: 'with a dummy', people: 5 },
    ),
    labelFact(
      'PE-15',
      'These are the people who told of it. Staff also looked, with scales: 61 to 84 of 100 felt cut off for a while, and 48 to 61 of 100 were less awake. About 3 or 4 of 1,000 passed out.',
      register.spravatoLabelCopy,
      { says: 'cut off, by a scale, at least', people: 61 },
      { says: 'cut off, by a scale, at most', people: 84 },
      { says: 'less awake, by a scale, at least', people: 48 },
      { says: 'less awake, by a scale, at most', people: 61 },
    ),
    fact(
      'PE-14',
      'In one trial most of this came soon after the spray and was gone after an hour and a half.',
      more.transform2,
    ),
  ],
  others: [
    fact(
      'PE-10',
      'With the drip, feeling strange is very common. It peaks at about 40 minutes and is mostly gone after two hours.',
      more.wanMemory,
    ),
    fact(
      'PE-11',
      'Feeling dizzy, sick or sleepy is common with the drip too. About 2 of 100 drips were stopped for a side effect in one group.',
      more.wanMemory,
      { says: 'drips were stopped', people: 2 },
    ),
    fact(
      'PE-21',
      'The drip makes pulse and blood pressure rise for a while. In one group about 30 of 100 had a high reading.',
      more.wanMemory,
      { says: 'had a high reading', people: 30 },
    ),
    fact(
      'PE-12',
      'After a drip, pulse and blood pressure were back where they had been within 90 minutes in one group.',
      register.szarmach,
    ),
    fact(
      'PE-22',
      'With the shot and the lozenge, people tell of the same: feeling strange, dizzy, sick or sleepy, and some of a headache. It comes on faster with the shot.',
      [register.imPractice, register.sublingualCohorts],
    ),
    fact(
      'PE-23',
      'Clinics see it mostly gone one to two hours after the shot, and two to three hours after the lozenge.',
      [register.imPractice, usual],
    ),
    fact(
      'PE-24',
      'In a home program with lozenges, 3 to 5 of 100 people told of a side effect. In another group 19 of 100 did within a day. Where nobody asks, some do not tell.',
      [more.mathai, register.sublingualCohorts],
      { says: 'in the home program, at least', people: 3 },
      { says: 'in the home program, at most', people: 5 },
      { says: 'in the other group', people: 19 },
    ),
    fact(
      'PE-13',
      'For the shot and the lozenge nobody has good counts. We do not borrow those of the spray.',
      register.sideEffectsReview,
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
