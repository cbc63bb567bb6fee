import type { DefaultSection } from '../document.ts'
import { consentSources as from, label, plain, study } from './sources.ts'

/** Common and serious risks of racemic ketamine. `howOften`: what is known about the numbers for this way in. */
export const racemicRisks = ({ howOften, place }: { howOften: string; place: string }): DefaultSection[] => [
  {
    id: 'common',
    heading: 'Common effects on the day',
    paragraphs: [
      plain(howOften),
      study(
        from.sideEffects,
        'Feeling unreal, floating or cut off from your body (dissociation). Feeling anxious. Headache, dizziness, blurred sight. Feeling sick or throwing up.',
      ),
      study(from.sideEffects, 'A rise in blood pressure and heart rate for a while.'),
      label(from.ketamineReactions, 'Confusion, strange or frightening dreams or images.'),
      label(from.spravatoLabelCopy, 'Sleepiness (well studied with esketamine, a related medicine).'),
      plain(place),
    ],
  },
  {
    id: 'serious',
    heading: 'Serious risks',
    paragraphs: [
      label(
        from.ketamineFresenius,
        'Blood pressure can rise a lot. Ketamine must not be given to anyone for whom that would be a serious danger. Tell us about any heart disease, aneurysm, stroke or bleeding in the brain.',
      ),
      label(
        from.ketamineAirway,
        'Breathing can slow down or stop, and the airway can close. How often that happens at the doses used here is not known. It needs help at once, and that is why you are watched.',
      ),
      label(from.spravatoLabelCopy, 'You can become very drowsy or hard to wake (from esketamine).'),
      label(from.ketamineAirway, 'You can have a bad allergic reaction.'),
      label(
        from.ketamineReactions,
        'Seeing or hearing things, panic or agitation, sometimes after the session is over.',
      ),
      study(from.registry2022, 'Depression or thoughts of suicide can get worse in some people.'),
      label(
        from.euLeaflet,
        'Mood can swing into mania. Tell us if you ever had mania, or saw or heard things that others did not (from esketamine).',
      ),
    ],
  },
  {
    id: 'repeated',
    heading: 'Risks of repeated use',
    paragraphs: [
      study(
        from.longTermSafety,
        'Bladder: heavy use of ketamine can badly damage the bladder. In studies at treatment doses such damage has not been reported, but bladder problems can occur. We ask at every visit.',
      ),
      label(from.ketamineLiver, 'Liver: repeated use can injure the liver. You may need blood tests.'),
      study(
        from.longTermSafety,
        'Memory and thinking: heavy misuse harms them. Studies of esketamine over years did not find this.',
      ),
      label(
        from.spravatoLabel2019,
        'Dependence: ketamine can be misused and some people crave it. It is a controlled drug. Tell us about cravings, and about any use outside the clinic.',
      ),
      study(
        from.sideEffects,
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
        'Not recommended in pregnancy or while breastfeeding: it may harm the baby (from the label of esketamine, a related medicine). Talk with us about birth control. Tell us at once if you might be pregnant.',
      ),
    ],
  },
  {
    id: 'medicines',
    heading: 'Other medicines, alcohol and drugs',
    paragraphs: [
      label(
        from.spravatoInteractions,
        'Sedatives, sleeping pills, opioids and alcohol add to drowsiness. Stimulants and MAOI antidepressants can raise blood pressure further (from esketamine).',
      ),
      plain('Tell us about everything you take, also what you take without a prescription.'),
    ],
  },
]
