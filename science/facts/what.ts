import { register } from '../register.ts'
import { studies } from '../studies.ts'
import { fact, labelFact } from './fact.ts'
import { publicSources as more, usual } from './sources.ts'

/** What ketamine is, how it may work, and how it differs from other medicines. */
export const whatFacts = {
  is: [
    fact(
      'PF-01',
      'Ketamine has been used to put people to sleep for surgery since the 1960s. Doctors later saw that small doses can lift a low mood.',
      more.general,
    ),
    labelFact(
      'PF-02',
      'In the United States, ketamine is approved for surgery only. Giving it for mood is called “off-label”. That is legal and common, but the FDA has not judged it for this use.',
      register.ketamineHospira,
    ),
    labelFact(
      'PF-03',
      'Ketamine is an equal mix of two mirror forms, called R and S. The drip, the shot and the lozenge all contain both.',
      register.spravatoLabel2019,
    ),
    labelFact(
      'PF-04',
      'The spray Spravato contains only the S form, called esketamine. It is approved for depression that other medicines did not help. It is also approved for depression with sudden thoughts of suicide.',
      [register.spravatoEpocrates, register.spravatoLabel2019],
    ),
    fact(
      'PF-05',
      'Some pages call the drip “R-ketamine”. That is wrong. The R form alone is a different drug. It is not approved, and clinics do not use it. In one small trial of ten people it did no better than a placebo.',
      [more.arketamine, register.spravatoLabel2019],
    ),
  ],
  works: [
    fact(
      'PF-06',
      'Ketamine blocks a switch in the brain called the NMDA receptor. For a while there is more of a signal called glutamate. A growth factor called BDNF may then help brain cells build new links. How this lifts mood is still being studied.',
      more.general,
    ),
    fact(
      'PF-07',
      'Most pills for depression are taken each day and need weeks. Ketamine is given now and then, and when it helps, it often helps within hours or days.',
      [studies.turkoz, register.phillips],
    ),
    fact(
      'PF-08',
      'Old pages say that pills “balance the chemicals” in the brain. No one has shown that this is why they help, so we do not say it.',
      more.serotoninMemory,
    ),
  ],
  forWhom: [
    fact(
      'PF-12',
      'It may be worth asking about if low mood, worry, or symptoms of trauma or OCD are still there after the care you had. How good the evidence is varies a lot.',
      [usual, studies.canmat],
    ),
    fact(
      'PF-13',
      'It helps if you can come to the visits and the follow-up talks, and if someone can take you home.',
      usual,
    ),
    fact(
      'PF-14',
      'Some people come for the shot, or for lozenges along with therapy, and have a therapist trained to work with ketamine.',
      usual,
    ),
    fact('PF-15', 'We check for reasons not to use it first, and then again at each visit.', register.sanacora),
  ],
  honest: [
    fact(
      'PF-09',
      'Some people feel much better. Some feel a bit better. Some feel no change, and a few feel worse.',
      register.registry2022,
    ),
    fact(
      'PF-10',
      'Ketamine is one part of care. Talk therapy, other medicines, sleep and daily habits still count.',
      register.sanacora,
    ),
    fact(
      'PF-16',
      'A plan can also include care for your other medicines, supplements, counseling, mindfulness, body work, and changes in daily life. It is made to fit you. No study says which mix is best.',
      usual,
    ),
    fact(
      'PF-11',
      'A full check of your physical and mental health always comes first. A clinician talks with you and decides with you.',
      register.sanacora,
    ),
  ],
} as const

/** How likely, how soon, how long: by what was studied. */
export const resultFacts = {
  likely: [
    fact(
      'PF-20',
      'In a large registry of people who got drips in everyday clinics, about 54 of 100 had at least half of their symptoms gone within a month.',
      register.registry2022,
      { says: 'had at least half of their symptoms gone', people: 54 },
    ),
    fact(
      'PF-21',
      'In the same registry, about 29 of 100 had almost no symptoms left. About 8 of 100 were worse.',
      register.registry2022,
      { says: 'had almost no symptoms left', people: 29 },
      { says: 'were worse', people: 8 },
    ),
    fact(
      'PF-22',
      'Another clinic looked back at 424 people. After six drips, half had a clear change and 20 of 100 had almost no symptoms.',
      register.oliver,
      { says: 'had a clear change', people: 50 },
      { says: 'had almost no symptoms left', people: 20 },
    ),
    fact(
      'PF-23',
      'With the spray plus a pill, 59 of 100 had a clear change after four weeks. With a placebo spray plus a pill it was 45 of 100.',
      studies.turkoz,
      { says: 'with the spray and a pill', people: 59 },
      { says: 'with a placebo spray and a pill', people: 45 },
    ),
    labelFact(
      'PF-24',
      'With the spray alone, 22 or 23 of 100 had almost no symptoms after four weeks. With a placebo spray it was about 8 of 100.',
      studies.approvalAlone,
      { says: 'with the spray alone', people: 22 },
      { says: 'with a placebo spray', people: 8 },
    ),
    fact(
      'PF-25',
      'You may read that 70 of 100 people get better. That number comes from small early studies. Larger ones found about 45 to 55 of 100.',
      [register.registry2022, register.oliver, studies.elektD],
      { says: 'in small early studies', people: 70 },
      { says: 'in larger ones, at least', people: 45 },
      { says: 'in larger ones, at most', people: 55 },
    ),
    fact(
      'PF-36',
      'This differs from trial to trial. With the spray and a pill, 54 to 69 of 100 had a clear change after four weeks. With a placebo spray and a pill it was 39 to 52 of 100.',
      [studies.turkoz, studies.popovaMemory, more.fdaTrialsMemory],
      { says: 'with the spray and a pill, at least', people: 54 },
      { says: 'with the spray and a pill, at most', people: 69 },
      { says: 'with a placebo spray and a pill, at least', people: 39 },
      { says: 'with a placebo spray and a pill, at most', people: 52 },
    ),
    fact(
      'PF-26',
      'These counts had no group without ketamine, or not one that could be blinded well. Part of the change may come from hope, time and care.',
      register.sideEffectsReview,
    ),
  ],
  soon: [
    fact(
      'PF-27',
      'Some people feel a lift within hours or a few days. Others need several visits. In one trial half of those who were helped needed three drips or more.',
      register.phillips,
    ),
    fact(
      'PF-28',
      'One visit is not enough to tell. With the spray and a pill, 55 of 100 people who felt no change on day two had a clear change by day 28.',
      studies.turkoz,
      { says: 'no change on day two, a clear change by day 28', people: 55 },
    ),
  ],
  lasts: [
    fact('PF-29', 'One dose helps for about a week, when it helps.', more.singleDose),
    fact(
      'PF-30',
      'After a set of drips, of 100 people who were helped, about 80 still felt better after four weeks and 60 after eight weeks. They got no more doses in that time.',
      register.registry2022,
      { says: 'still helped after four weeks', people: 80 },
      { says: 'still helped after eight weeks', people: 60 },
    ),
    fact(
      'PF-31',
      'In a trial, people who were well on the spray either stayed on it or got a placebo. Of those who stayed on it, 27 of 100 relapsed. Of the others, 45 of 100 did.',
      more.sustain1,
      { says: 'relapsed on the spray', people: 27 },
      { says: 'relapsed on a placebo', people: 45 },
    ),
    fact(
      'PF-32',
      'For some people it wears off or stops working. A few felt more suicidal when that happened. Tell us right away. If you are thinking about suicide, call or text 988.',
      register.stoppingQualitative,
    ),
    fact(
      'PF-37',
      'You may read that thoughts of suicide ease “within three to six days”. In the study behind it, that was how long the relief lasted for some people. It had set in much sooner.',
      more.stoppedIdeation,
    ),
  ],
  others: [
    fact(
      'PF-33',
      'ECT is another strong treatment. In one trial of people who were mostly not in the hospital, 55 of 100 were helped by ketamine and 41 of 100 by ECT. ECT caused more memory trouble.',
      studies.elektD,
      { says: 'helped by ketamine', people: 55 },
      { says: 'helped by ECT', people: 41 },
    ),
    fact(
      'PF-34',
      'In a trial in hospitals, ECT did better: 63 of 100 got well with ECT and 46 of 100 with ketamine.',
      more.ketEct,
      { says: 'well with ECT', people: 63 },
      { says: 'well with ketamine', people: 46 },
    ),
    fact(
      'PF-35',
      'Some say the drip works better than the spray. Across many trials the drip looked a bit stronger, but the two have not been well compared side by side.',
      more.nikolin,
    ),
  ],
} as const
