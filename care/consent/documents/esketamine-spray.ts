import type { DefaultDocument, DefaultSection } from '../document.ts'
import { goingHome, inDanger, promised, sayingNo, takingHome } from './checks.ts'
import { sprayEvidence, sprayRisks } from './esketamine-risks.ts'
import { remsPoint } from './points.ts'
import { alternatives, rights, visit, why } from './shared.ts'
import { consentSources as from, label, ours, plain, study } from './sources.ts'

const about: DefaultSection[] = [
  {
    id: 'what',
    heading: 'What esketamine is',
    paragraphs: [
      label(
        from.spravatoLabel2019,
        'Esketamine is one of the two mirror-image forms of ketamine. It comes as a nasal spray (Spravato).',
      ),
      label(
        from.spravatoPartialDose,
        'You spray it into your nose yourself while staff watch. One device gives two sprays, 28 mg. You use two or three devices, with five minutes of rest between them.',
      ),
      label(
        from.spravatoPartialDose,
        'If a device does not work well, nobody knows how best to make up for it. You get no extra one; your prescriber decides what to do.',
      ),
      plain('Once it is sprayed, the dose cannot be taken back.'),
    ],
  },
  {
    id: 'label',
    heading: 'What it is approved for',
    paragraphs: [
      label(
        from.spravatoEpocrates,
        'The US Food and Drug Administration (FDA) approved it for adults with depression that did not get better with at least two antidepressants, alone or with an antidepressant, and, together with an antidepressant, for depression with acute thoughts of suicide.',
      ),
      label(
        from.spravatoSafetyCopy,
        'It has not been shown to prevent suicide or to make hospital care unnecessary. It is not approved as an anesthetic or for people under 18.',
      ),
      plain(
        'Your prescriber tells you for which of these you would get it. If neither fits, the use is “off-label”: the FDA has not reviewed whether it works and how risky it is for that use.',
      ),
    ],
  },
  {
    id: 'rems',
    heading: 'The safety program, and your data',
    paragraphs: [
      label(
        from.rems,
        'Because of its risks esketamine is given only in certified places, under a safety program called REMS. You and your prescriber sign an enrollment form first, and we check your enrollment before each session.',
      ),
      label(
        from.remsFormVideo,
        'After every session we send the program a form about you: your name, date of birth and sex, the dose, your blood pressure, other medicines you take, and any sedation, dissociation, slowed breathing or serious side effect.',
      ),
      label(from.remsSite, 'The spray never leaves the clinic. You cannot take any home.'),
    ],
  },
]

/** The consent text for esketamine nasal spray. English, about 8th grade. Elements: clinical reference G8. */
export const esketamineSpray: DefaultDocument = {
  title: 'Consent to treatment with esketamine nasal spray',
  route: 'esketamine',
  language: 'en',
  basis: 'esketamine-spray 2026-12-01.1',
  statement:
    'I have read this text. I could ask questions, and those I asked were answered. I know that I can say no, now or later. I agree to treatment with esketamine nasal spray.',
  points: [remsPoint],
  checks: [takingHome, promised, goingHome, sayingNo, inDanger],
  sections: [
    why,
    ...about,
    alternatives(
      label(
        from.ketamineHospira,
        'Ketamine itself, which is approved for anesthesia only; its use for depression is “off-label”.',
      ),
    ),
    sprayEvidence,
    ...sprayRisks,
    ...visit({
      stay: [
        label(
          from.rems,
          'Plan to stay at least 2 hours after the last spray, and longer until sleepiness, feeling unreal and slowed breathing have passed. Nobody can shorten this.',
        ),
      ],
      checks: label(
        from.rems,
        'Staff check your blood pressure, breathing, oxygen and how awake you are, before and after the spray.',
      ),
      fasting: label(
        from.spravatoPatientUse,
        'Do not eat for 2 hours and do not drink for 30 minutes before. Do not use a nasal steroid or decongestant for 1 hour before.',
      ),
      driving: label(
        from.spravatoLabel2019,
        'Do not drive, use machines or do anything hazardous until the next day, after a restful sleep.',
      ),
      slow: study(
        from.slowResponse,
        'One session does not decide. Of those without a response on the second day, 55 of 100 had one after four weeks.',
      ),
      stopping: [
        label(
          from.spravatoTapering,
          'In the studies people stopped without stepping down, and no withdrawal illness was seen in the four weeks after.',
        ),
      ],
    }),
    ...rights({
      insurance: [
        study(
          from.cigna,
          'Insurance often pays for the spray after prior approval, which can ask for earlier treatments that did not help.',
        ),
        ours('costs', 'Ask us what your insurance needs and what remains for you to pay.'),
      ],
      touched: 'a blood pressure cuff',
      undone: 'Once the spray is given it cannot be undone. Staff then stay with you until it has passed.',
    }),
  ],
}
