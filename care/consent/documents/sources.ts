import { generalReview, labelReview, register } from '../../../science/register.ts'
import { policy, type Source } from '../../../science/sources.ts'
import type { Paragraph } from '../document.ts'

/** Says something that rests on a drug label. */
export const label = (source: Source, text: string): Paragraph => ({ text, source, reviewBy: labelReview })
/** Says something that rests on a study, a guideline, or another page. */
export const study = (source: Source, text: string): Paragraph => ({ text, source, reviewBy: generalReview })
/** Says something no source gives: how clinics using this text do it, until they say otherwise. */
export const ours = (about: string, text: string): Paragraph => ({
  text,
  source: policy(about),
  reviewBy: generalReview,
})
/** Claims nothing: tells the reader what this is, or what they may do. */
export const plain = (text: string): Paragraph => ({ text })

/** Sources that only consent texts cite; the rest are in science/register.ts. */
export const consentSources = {
  ...register,
  canmat: {
    label: 'CANMAT task force on ketamine, 2020 (abstract)',
    address: 'http://pubmed.ncbi.nlm.nih.gov/33174760/',
    status: 'verified',
  },
  imTiming: {
    label: 'Practice reports on ketamine into a muscle, onset and length (Wolfson and Hartelius 2016; Dore 2019)',
    status: 'memory',
  },
  monotherapy: {
    label: 'Janik et al. 2025, esketamine alone (abstract)',
    address:
      'https://openscience.ink/paper/esketamine-monotherapy-treatment-resistant-depression-randomized-clinical-trial',
    status: 'secondary',
  },
  esketamineEvents: {
    label: 'Spravato side effects in the short trials, manufacturer (older copy)',
    address: 'https://www.spravatohcp.com/safety',
    status: 'verified',
  },
  relapse: {
    label: 'SUSTAIN-1, relapse after stable response to esketamine (poster)',
    address:
      'https://develop-sr3snxi-tt7lcx6s5gdv4.us-4.platformsh.site/site/pcn/posters/esketamine-nasal-spray-combined-oral-antidepressant-relapse-prevention-treatment-resistant',
    status: 'secondary',
  },
  remsFormVideo: {
    label: 'Spravato REMS patient monitoring form, overview, manufacturer',
    address: 'https://jnjmedicalconnect.com/products/spravato/video-spravato-rems-patient-monitoring-form-overview',
    status: 'verified',
  },
  elekt: {
    label: 'ELEKT-D 2023, IV ketamine compared with ECT (abstract)',
    address:
      'https://www.moreblossom.com/papers/ketamine-versus-ect-for-nonpsychotic-treatment-resistant-major-depression',
    status: 'secondary',
  },
  kettect: {
    label: 'Ekstrand et al. 2022, IV ketamine compared with ECT in hospital',
    address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC9154276',
    status: 'verified',
  },
  oneDose: {
    label: 'Review of how long a single dose lasts, 2020',
    address: 'https://link.springer.com/10.1007/s43440-020-00097-z',
    status: 'verified',
  },
  slowResponse: {
    label: 'Turkoz et al. 2021, response after an early lack of it (esketamine)',
    address: 'https://www.psychiatrist.com/jcp/depression/response-to-esketamine-after-initial-nonresponse/',
    status: 'verified',
  },
  sideEffects: {
    label: 'Short et al. 2018, side effects of ketamine in depression',
    address:
      'https://litmetric.com/detail/28757132/Side-effects-associated-with-ketamine-use-in-depression-a-systematic-review',
    status: 'verified',
  },
  ketamineAirway: {
    label: 'Ketamine injection US label, adverse reactions (airway, bladder)',
    address: 'http://edrugswiki.com/drug/ketamine-injection-concentrate',
    status: 'verified',
  },
  estimate: {
    label: 'Good Faith Estimate, timing and dispute (45 CFR 149.610), clinic copy',
    address: 'https://nassauwellness.com/gfe',
    status: 'secondary',
  },
  estimateMemory: { label: 'Good Faith Estimate rule, 45 CFR 149.610 and 149.620', status: 'memory' },
  veteransSuicide: {
    label: 'VA/DoD guideline on suicide risk, 2019, quoted by a clinic',
    address: 'https://virginiainfusiontherapies.com/va-guidelines-approve-ketamine-for-veterans/',
    status: 'secondary',
  },
} as const satisfies Record<string, Source>
