import { register } from '../register.ts'
import { policy } from '../sources.ts'
import { studies } from '../studies.ts'
import { fact, labelFact } from './fact.ts'
import { publicSources as more } from './sources.ts'

/** Who should not, who needs care, what we watch over the years. */
export const safetyFacts = {
  not: [
    labelFact(
      'PS-01',
      'The spray’s label says not to use it if you have a bulge or a tangle of blood vessels (an aneurysm or AVM).',
      register.spravatoSafetyCopy,
    ),
    labelFact('PS-02', 'The same goes for anyone who has ever had bleeding in the brain.', register.spravatoSafetyCopy),
    labelFact('PS-03', 'No one should take ketamine or the spray after an allergic reaction to either of them.', [
      register.ketamineFresenius,
      register.spravatoSafetyCopy,
    ]),
    labelFact(
      'PS-04',
      'Ketamine’s label says not to use it if a rise in blood pressure would be a serious danger.',
      register.ketamineFresenius,
    ),
  ],
  care: [
    labelFact('PS-05', 'Pregnant or breastfeeding: not advised. Talk with us first.', register.spravatoLabel2019),
    labelFact(
      'PS-06',
      'High blood pressure that is not treated, or a heart problem that is not under control: this has to be treated first.',
      [register.asra, register.spravatoMonograph],
    ),
    fact(
      'PS-07',
      'Hearing or seeing things that are not there (psychosis, schizophrenia), now or in the past: talk with us first. It is a strong reason to wait or not to do it.',
      [register.spravatoLabelCopy, register.asra],
    ),
    fact(
      'PS-29',
      'A severe personality disorder: talk with us first. No label says not to use it.',
      policy('severe personality disorder is reviewed'),
    ),
    labelFact(
      'PS-30',
      'A heart attack or another sudden heart problem in the last six weeks: in Europe the label says not to use the spray then. The US label does not say so; a clinician decides with you.',
      register.euLabel,
    ),
    fact(
      'PS-31',
      'Being so ill that you need a hospital: that care comes first.',
      policy('unstable conditions and ASA class 4 or above'),
    ),
    fact('PS-08', 'Very high mood or mania now: this has to be treated first.', register.euLeaflet),
    fact(
      'PS-09',
      'Problems with alcohol or drugs right now: talk with us first. Misusing ketamine itself is a reason not to get it.',
      [register.asra, register.asa],
    ),
    labelFact('PS-10', 'Severe liver disease: not advised.', register.spravatoLabel2019),
    fact(
      'PS-11',
      'High pressure in the eye (glaucoma), kidney disease, sleep apnea, seizures or bladder problems: often possible, but a clinician has to review it first.',
      [register.ketamineReactions, policy('what a clinician looks at first')],
    ),
    fact(
      'PS-33',
      'A stroke, lung disease, confusion or memory problems: a clinician has to review it first. There are a few more of this kind. The self-check asks about them.',
      [register.spravatoMonograph, register.euLeaflet, policy('what a clinician looks at first')],
    ),
    labelFact(
      'PS-34',
      'At 65 or older, blood pressure rises more. In a trial of the spray at that age the benefit was not clear.',
      [register.spravatoSummary2020, more.fdaTrialsMemory],
    ),
    labelFact(
      'PS-12',
      'An untreated overactive thyroid, or raised pressure inside the head: this has to be checked first.',
      [register.euLeaflet, register.asra],
    ),
    labelFact(
      'PS-13',
      'Under 18: the spray is not approved, and this clinic’s pages are meant for adults.',
      register.spravatoSafetyCopy,
    ),
  ],
  danger: [
    labelFact(
      'PS-14',
      'The label warns of deep sleepiness, feeling cut off, slow breathing, misuse, and thoughts of suicide in young people. That is why you are monitored.',
      [register.spravatoBoxCopy, register.spravatoLabelCopy],
    ),
    labelFact(
      'PS-15',
      'Ketamine and the spray can be misused. Both are controlled substances. Tell us about cravings. We check, too.',
      [register.spravatoNdc, register.spravatoLabel2019],
    ),
    fact(
      'PS-16',
      'Sleeping pills, opioids, alcohol and anxiety pills like Xanax can make you too sleepy. Some may also weaken the effect. Ask us, and do not stop them on your own.',
      [studies.veraart, register.spravatoInteractions],
    ),
    labelFact(
      'PS-17',
      'Stimulants and MAOI pills can raise your blood pressure more. Tell us about them.',
      register.spravatoInteractions,
    ),
  ],
  long: [
    fact(
      'PS-32',
      'A clinician decides on each dose, staff give it or hand it out, and it is counted. Visits are spaced out. That is so no one slides into taking more and more.',
      policy('how overuse is prevented'),
    ),
    fact(
      'PS-18',
      'What happens after years of ketamine at a clinic is not well known. Few studies have looked, and harms may go unreported.',
      [register.sideEffectsReview, register.longTermSafety],
    ),
    fact(
      'PS-19',
      'Heavy use outside of care can badly harm the bladder. At clinic doses this has not been seen in trials, but having to urinate more often has. We ask at each visit.',
      register.longTermSafety,
    ),
    fact('PS-20', 'Given again and again, ketamine can harm the liver. We may do blood tests.', register.ketamineLiver),
    fact(
      'PS-21',
      'Heavy use can harm memory and thinking. In trials of the spray over years, they stayed the same.',
      register.longTermSafety,
    ),
  ],
  home: [
    fact(
      'PS-22',
      'In 2023 the FDA warned about ketamine at home. No one is there to check your breathing, your blood pressure or how awake you are.',
      register.fdaCompounded2023,
    ),
    labelFact('PS-23', 'The spray is never given for home use.', register.remsSite),
    fact(
      'PS-24',
      'If a clinician ever prescribes lozenges for home, an adult has to be with you. Lock them up. Never take extra, and never share.',
      [register.telehealthEligibility, policy('rules for lozenges at home')],
    ),
  ],
  help: [
    fact(
      'PS-25',
      'Someone cannot be woken, slow or no breathing, blue lips, chest pain, the worst headache ever, signs of a stroke, a seizure or a bad allergic reaction: call 911.',
      [register.spravatoLabelMemory, policy('when to call 911')],
    ),
    fact(
      'PS-26',
      'Thoughts of suicide or of hurting yourself: call or text 988, day or night. If you are in danger right now, call 911.',
      register.lifeline,
    ),
    fact(
      'PS-27',
      'Throwing up for more than six hours, confusion the next day, very high blood pressure, or a fall: call the clinic now.',
      policy('when to call the clinic at once'),
    ),
    fact(
      'PS-28',
      'Pain or blood when you urinate, yellow eyes, racing mood, seeing things, or cravings: call the clinic within a day.',
      [register.ketamineReactions, register.spravatoMonograph],
    ),
  ],
} as const
