import { register } from '../register.ts'
import { policy } from '../sources.ts'
import { fact } from './fact.ts'
import { publicSources as more, usual } from './sources.ts'

const talk = policy('what a clinic talks over with everybody')

/** What a person can choose besides ketamine, each told the same way: what it is, what it may bring, what it asks. */
export const choiceFacts = {
  stay: [
    fact(
      'PO-01',
      'You can stay with what you have now, or wait and decide later. No one may push you, and you can change your mind at any time.',
      talk,
    ),
    fact('PO-02', 'It costs nothing more and adds no side effects. What you have now stays, good and bad.', talk),
    fact(
      'PO-03',
      'How you would feel after some months without a change varies from person to person. We have no number for it. Getting worse is a reason to call your clinician soon.',
      talk,
    ),
  ],
  medicines: [
    fact('PO-04', 'Another pill, or a second one added. You take it each day at home.', more.general),
    fact(
      'PO-05',
      'In one trial each person took a pill. With the spray added, 19 of 100 had almost no symptoms after eight weeks, by their own answers. With another drug (quetiapine) added, 12 of 100 did.',
      more.escapeOwnAnswers,
      { says: 'almost no symptoms, spray added', people: 19 },
      { says: 'almost no symptoms, quetiapine added', people: 12 },
    ),
    fact(
      'PO-06',
      'A new pill often needs weeks to work. Each has its own side effects. Ask which ones matter with what you take now.',
      more.general,
    ),
  ],
  therapy: [
    fact('PO-07', 'Talk therapy, alone or along with any of the other options. No drug, no needle.', register.sanacora),
    fact(
      'PO-08',
      'It can help you with what keeps you low, and what you learn stays yours. We have no number that compares it with ketamine.',
      talk,
    ),
    fact(
      'PO-09',
      'It takes weeks of visits and work between them. Hard things may come up. A good therapist can be hard to find.',
      talk,
    ),
  ],
  tms: [
    fact('PO-10', 'TMS: a magnet held to your head, while you are awake. No drug and no needle.', more.otherCareMemory),
    fact(
      'PO-11',
      'It is used for depression that medicines did not help. We have no number that compares it well with ketamine.',
      more.otherCareMemory,
    ),
    fact(
      'PO-12',
      'Visits on most days for some weeks. Some people have headaches or a sore scalp. A seizure is rare. You can usually drive.',
      more.otherCareMemory,
    ),
  ],
  ect: [
    fact('PO-13', 'ECT: a brief current to the brain while you are asleep.', more.otherCareMemory),
    fact(
      'PO-14',
      'A few visits a week for a few weeks, each with anesthesia. You need a ride home. Memory gaps are common, and some stay.',
      more.otherCareMemory,
    ),
  ],
  /** Whether therapy goes along with it, by route. */
  alongside: [
    fact('PO-20', 'The drip often does not include therapy. You can see a therapist on other days.', usual),
    fact('PO-21', 'Therapy can be combined with the shot, if the clinic and a therapist work that way.', usual),
    fact('PO-22', 'Lozenges are often given along with therapy (KAP).', usual),
    fact('PO-23', 'Therapy is not part of the spray’s plan. You can see a therapist on other days.', usual),
  ],
} as const
