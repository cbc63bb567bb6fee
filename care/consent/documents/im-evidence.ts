import type { DefaultSection } from '../document.ts'
import { infusionResults, lastingAfterSeries, onSuicide } from './shared.ts'
import { consentSources as from, plain, study } from './sources.ts'

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
    ...infusionResults,
    lastingAfterSeries,
    ...onSuicide,
  ],
  clinicMaySay: 'What you tell patients about results at your clinic',
}
