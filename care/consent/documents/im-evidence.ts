import type { DefaultSection } from '../document.ts'
import { consentSources as from, label, plain, study } from './sources.ts'

/** How strong the evidence is. Several studies side by side and their limits; no single figure stands as a promise. */
export const imEvidence: DefaultSection = {
  id: 'evidence',
  heading: 'How well it works, and what is not known',
  paragraphs: [
    plain('Nobody can promise that it will help you.'),
    study(
      from.canmat,
      'There are few good studies of ketamine by injection into a muscle. Experts in Canada call the evidence for ways other than by vein weak, and see ketamine as a third choice for depression that other treatments did not help.',
    ),
    plain('Most of what is known comes from ketamine by vein (IV). It may be different for injections into a muscle:'),
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
    study(
      from.registry2022,
      'Of those who got better with a course of IV ketamine and then had no more, about 8 of 10 were still better after four weeks and 6 of 10 after eight weeks.',
    ),
    study(from.veteransSuicide, 'For some people thoughts of suicide ease for a short time after ketamine by vein.'),
    label(from.spravatoSafetyCopy, 'Esketamine, a related medicine, has not been shown to prevent suicide.'),
  ],
  clinicMaySay: 'What you tell patients about results at your clinic',
}
