import type { DefaultSection } from '../document.ts'
import { consentSources as from, label, plain, study } from './sources.ts'

/** How strong the evidence is. Several studies side by side and their limits; no single figure stands as a promise. */
export const sprayEvidence: DefaultSection = {
  id: 'evidence',
  heading: 'How well it works, and what is not known',
  paragraphs: [
    plain('Nobody can promise that it will help you.'),
    study(
      from.slowResponse,
      'Two studies together, with an antidepressant: after four weeks 59 of 100 had improved by half with esketamine, 45 of 100 with a spray without it.',
    ),
    study(
      from.monotherapy,
      'Alone, without an antidepressant: after four weeks about 22 of 100 were nearly free of symptoms with esketamine, 8 of 100 with a spray without it.',
    ),
    study(
      from.relapse,
      'Of people who had become nearly free of symptoms and stayed so, 27 of 100 relapsed when they went on with esketamine, 45 of 100 when they did not.',
    ),
    plain('Not every study found a clear difference from a spray without the medicine.'),
    label(
      from.spravatoHighlights2020,
      'For depression with acute thoughts of suicide, use beyond four weeks has not been well studied.',
    ),
    label(from.spravatoSafetyCopy, 'It has not been shown to prevent suicide.'),
  ],
  clinicMaySay: 'What you tell patients about results at your clinic',
}

/** Common and serious risks, from the label and the trials behind it. */
export const sprayRisks: DefaultSection[] = [
  {
    id: 'common',
    heading: 'Common effects on the day',
    paragraphs: [
      study(
        from.esketamineEvents,
        'In the short studies, of 100 people about 41 felt unreal or cut off (dissociation), 29 dizzy, 28 sick, 23 sleepy, 23 as if spinning, 20 had a headache, 19 a strange taste, 13 were anxious and 9 vomited.',
      ),
      label(
        from.spravatoSummary2020,
        'Blood pressure rises, most at about 40 minutes, and can stay up for about 4 hours. In about 8 to 19 of 100 people it rose a lot at least once in the first weeks.',
      ),
    ],
  },
  {
    id: 'serious',
    heading: 'Serious risks',
    paragraphs: [
      label(
        from.spravatoSafetyCopy,
        'It must not be given to anyone with an aneurysm or a malformation of blood vessels, who has ever had bleeding in the brain, or who is allergic to ketamine or esketamine. Tell us about any heart disease or stroke.',
      ),
      label(
        from.spravatoLabelCopy,
        'You can become very drowsy. In studies 48 to 61 of 100 people were drowsy to some degree, and about 3 or 4 of 1,000 lost consciousness.',
      ),
      label(
        from.spravatoBoxCopy,
        'Breathing can slow down or stop. It needs help at once, and that is why you are watched.',
      ),
      label(
        from.spravatoLabelCopy,
        'Dissociation can be strong. Tell us if you ever saw or heard things that others did not.',
      ),
      label(
        from.spravatoBoxCopy,
        'Depression or thoughts of suicide can get worse in some people, above all in young adults.',
      ),
      label(from.euLeaflet, 'Mood can swing into mania. Tell us if you ever had mania.'),
    ],
  },
  {
    id: 'repeated',
    heading: 'Risks of repeated use',
    paragraphs: [
      label(from.spravatoMonograph, 'Bladder: bladder problems can occur. We ask at every visit.'),
      label(
        from.spravatoMonograph,
        'Liver: with moderate liver disease you may be watched longer. With severe disease it is not recommended.',
      ),
      study(
        from.longTermSafety,
        'Memory and thinking: studies over years did not find harm. Heavy misuse of ketamine does harm them.',
      ),
      label(
        from.spravatoLabel2019,
        'Dependence: esketamine can be misused and some people crave it. It is a controlled drug. Tell us about cravings.',
      ),
      study(
        from.longTermSafety,
        'Not enough is known about the effects of many doses over years. Some harms may not have been reported.',
      ),
    ],
  },
  {
    id: 'pregnancy',
    heading: 'Pregnancy and breastfeeding',
    paragraphs: [
      label(
        from.spravatoLabel2019,
        'Not recommended in pregnancy or while breastfeeding: it may harm the baby. Talk with us about birth control. Tell us at once if you might be pregnant.',
      ),
    ],
  },
  {
    id: 'medicines',
    heading: 'Other medicines, alcohol and drugs',
    paragraphs: [
      label(
        from.spravatoInteractions,
        'Sedatives, sleeping pills, opioids and alcohol add to drowsiness. Stimulants and MAOI antidepressants can raise blood pressure further.',
      ),
      plain('Tell us about everything you take, also what you take without a prescription.'),
    ],
  },
]
