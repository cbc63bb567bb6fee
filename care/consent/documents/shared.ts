import type { DefaultSection, Paragraph } from '../document.ts'
import { consentSources as from, label, ours, plain, study } from './sources.ts'

/** What every consent text says alike. Where the ways to treat differ, the difference is an argument. */

export const why: DefaultSection = {
  id: 'why',
  heading: 'Why this treatment is offered to you',
  paragraphs: [
    plain('Read this at your own pace. You can stop at any time and come back. You do not have to sign.'),
    plain('If anything is unclear, use “I have a question about this”. Someone will answer before you sign.'),
  ],
}

/** Every use of racemic ketamine for mood. */
export const offLabel: DefaultSection = {
  id: 'off-label',
  heading: 'This use is “off-label”',
  paragraphs: [
    label(
      from.ketamineHospira,
      'The US Food and Drug Administration (FDA) approved ketamine for anesthesia only. It did not approve it for depression or any other mental health condition.',
    ),
    plain(
      'Doctors may prescribe an approved medicine for another use. That is called “off-label”. It is legal, and it means that the FDA has not reviewed whether it works and how risky it is for that use.',
    ),
    label(
      from.spravatoLabel2019,
      'A related medicine, esketamine nasal spray (Spravato), is approved for some kinds of depression. It is a different product with different rules.',
    ),
  ],
}

/** `related`: the other medicine of this kind, as a choice. */
export const alternatives = (related: Paragraph): DefaultSection => ({
  id: 'alternatives',
  heading: 'Other choices you have',
  paragraphs: [
    plain('You can choose another treatment, or none. Your clinician will talk with you about these:'),
    study(from.sanacora, 'Talking therapy. Antidepressants, alone, in combination or with other medicines.'),
    related,
    study(from.sanacora, 'Transcranial magnetic stimulation (TMS): magnetic pulses to the head, without anesthesia.'),
    study(
      from.elekt,
      'Electroconvulsive therapy (ECT). In one study of outpatients ketamine by vein did no worse than ECT: 55 of 100 improved by half with ketamine, 41 of 100 with ECT.',
    ),
    study(
      from.kettect,
      'In another study, of people in hospital, ECT did better: 63 of 100 became free of depression with ECT, 46 of 100 with ketamine by vein.',
    ),
  ],
  clinicMaySay: 'Which of these you offer or refer to',
})

type Visit = {
  stay: readonly Paragraph[]
  checks: Paragraph
  fasting: Paragraph
  driving: Paragraph
  slow: Paragraph
  /** What is known of stopping this medicine. */
  stopping?: readonly Paragraph[]
}

export const visit = ({ stay, checks, fasting, driving, slow, stopping = [] }: Visit): DefaultSection[] => [
  {
    id: 'stay',
    heading: 'Your visit, and the way home',
    paragraphs: [
      ...stay,
      checks,
      ours('who releases', 'A clinician, not a computer, decides when you can leave.'),
      ours('escort', 'An adult you name must take you home. Without one you cannot be treated that day.'),
      driving,
      fasting,
      ours('alcohol and drugs around a session', 'No alcohol or recreational drugs for 24 hours before and after.'),
    ],
    clinicMaySay: 'Anything to add about visits at your clinic',
  },
  {
    id: 'no-benefit',
    heading: 'If it does not help, and when you stop',
    paragraphs: [
      slow,
      ours(
        'review points',
        'You and your prescriber look at how it is going during the course and at its end, and decide whether to go on.',
      ),
      study(
        from.stoppingQualitative,
        'If it helps and then wears off, or does not help, mood can drop and thoughts of suicide can come back. Some people had more such thoughts when treatment stopped working. Tell us at once.',
      ),
      ours('planning for the end', 'Before you stop, we plan with you what comes next.'),
      ...stopping,
      ours('other medicines', 'Do not stop or change your other medicines without talking to your prescriber.'),
    ],
  },
]

type Rights = { insurance: readonly Paragraph[]; touched: string; undone: string }

export const rights = ({ insurance, touched, undone }: Rights): DefaultSection[] => [
  {
    id: 'costs',
    heading: 'What it costs',
    paragraphs: [
      ...insurance,
      study(
        from.estimate,
        'If you pay yourself, you have the right to a Good Faith Estimate in writing. You can ask for one at any time. Any question about cost counts as asking.',
      ),
      study(from.estimate, 'If your bill is at least $400 above the estimate, you can dispute it.'),
      study(
        from.estimateMemory,
        'You have 120 days from the date of the bill to start a dispute. It will not harm your care.',
      ),
    ],
    clinicMustSay: 'Say what a session costs here, and how patients pay.',
  },
  {
    id: 'touch',
    heading: 'Touch, boundaries and chaperones',
    paragraphs: [
      ours('touch', `Staff touch you only for medical care, such as ${touched}, and tell you first. You can say no.`),
      ours(
        'touch during a session',
        'Support such as a hand to hold happens only if you agreed to it before the medicine. You can take that back with a word or a sign.',
      ),
      ours('boundaries', 'There is never any romantic or sexual contact between staff and patients.'),
    ],
    clinicMustSay: 'Say whether patients can have a chaperone, and how they ask for one.',
  },
  {
    id: 'recording',
    heading: 'Recording',
    paragraphs: [
      ours(
        'recording',
        'Nobody records sound, pictures or video of your session without your separate written agreement.',
      ),
    ],
    clinicMustSay: 'Say whether your clinic has cameras or records anything, and what for.',
  },
  {
    id: 'withdraw',
    heading: 'Your right to say no',
    paragraphs: [
      plain(
        'Taking part is your choice. You can say no now. You can change your mind at any time, also on the day, also after signing. You do not have to give a reason.',
      ),
      plain(
        'Saying no does not change the other care you get here. Tell any member of staff, and they will write it down. If you signed on your own phone, the same link lets you do it yourself for as long as it opens.',
      ),
      plain(undone),
    ],
  },
  {
    id: 'emergency',
    heading: 'In an emergency',
    paragraphs: [
      label(
        from.spravatoLabelMemory,
        'Call 911 if someone cannot be woken, breathing is slow or stops, lips turn blue, or there is chest pain, a sudden very bad headache, signs of a stroke, a seizure, or a bad allergic reaction.',
      ),
      study(
        from.lifeline,
        'Thoughts of suicide or of hurting yourself: call or text 988, day or night. In danger right now: call 911. Then tell us.',
      ),
      plain(
        'This clinic’s messages are not watched around the clock. Do not wait for an answer from us in an emergency.',
      ),
    ],
    clinicMustSay: 'Say how patients reach you, in which hours, and who covers outside them.',
  },
]

/** How racemic ketamine is kept to the day, whatever the way in. */
export const racemicDriving = ours(
  'the esketamine label’s driving advice, used for every route',
  'Do not drive, cycle, swim, use machines, sign contracts or look after children alone until the next day, after a good night’s sleep.',
)
export const racemicSlow = study(
  from.slowResponse,
  'One session does not decide. Some people feel better only after several (seen with esketamine).',
)
export const orSpray = label(
  from.monotherapy,
  'Esketamine nasal spray, which is approved for depression that did not get better with at least two antidepressants.',
)

/** What courses by vein have shown; every injected route rests on it. */
export const infusionResults: DefaultSection['paragraphs'] = [
  study(
    from.registry2022,
    'A registry of 537 people given IV ketamine: about half (54 of 100) improved by half or more, 29 of 100 became nearly free of symptoms, and 8 of 100 felt worse. Some people had more thoughts of suicide (6 of 100).',
  ),
  study(
    from.oliver,
    'A clinic’s records of 424 people: within six weeks half had improved by half or more, and 20 of 100 became nearly free of symptoms.',
  ),
  plain(
    'These people knew what they got and were not compared with others, so part of the change may have other causes.',
  ),
  study(from.oneDose, 'In studies the effect of a single dose lasted about a week.'),
]

/** How long what a course brought lasts without more of it. */
export const lastingAfterSeries = study(
  from.registry2022,
  'Of those who got better with a course of IV ketamine and then had no more, about 8 of 10 were still better after four weeks and 6 of 10 after eight weeks.',
)

/** What is known of ketamine and thoughts of suicide. */
export const onSuicide: DefaultSection['paragraphs'] = [
  study(from.veteransSuicide, 'For some people thoughts of suicide ease for a short time after ketamine by vein.'),
  label(from.spravatoSafetyCopy, 'Esketamine, a related medicine, has not been shown to prevent suicide.'),
]
