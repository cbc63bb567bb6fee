import type { Source } from './sources.ts'

/** Studies, guidelines and payers' papers that are cited about interactions, trials and indications; see register.ts. */
export const studies = {
  janik: {
    label: 'Janik et al. 2025, esketamine alone in treatment-resistant depression, summary',
    address:
      'https://openscience.ink/paper/esketamine-monotherapy-treatment-resistant-depression-randomized-clinical-trial',
    status: 'secondary',
  },
  bcbsnd: {
    label: 'BCBSND esketamine policy',
    address: 'https://www.bcbsnd.com/providers/policies-precertification/medical-policy/e/esketamine-spravato',
    status: 'verified',
  },
  qualchoice: {
    label: 'QualChoice esketamine policy',
    address: 'https://documents.qualchoice.com/area/shared/medicalpolicies.aspx?alpha=S&sop=BI734%3A00',
    status: 'verified',
  },
  veraart: {
    label: 'Veraart et al. 2021, ketamine and psychiatric medicines, systematic review',
    address:
      'https://research.rug.nl/en/publications/pharmacodynamic-interactions-between-ketamine-and-psychiatric-med',
    status: 'verified',
  },
  andrade: {
    label: 'Andrade 2017, interactions of ketamine used for depression',
    address:
      'https://legacy.psychiatrist.com/jcp/depression/ketamine-for-depression-pharmacokinetic-and-pharmacodynamic-drug-interactions',
    status: 'verified',
  },
  peltoniemiMemory: { label: 'Peltoniemi et al. 2016, clinical pharmacokinetics of ketamine', status: 'memory' },
  williamsMemory: { label: 'Williams et al. 2018, naltrexone before ketamine, small crossover', status: 'memory' },
  yoonMemory: { label: 'Yoon et al. 2019, ketamine with naltrexone, five people', status: 'memory' },
  thyroidMemory: {
    label: 'Ketamine injection US label, thyroid hormone: not sure of the statement',
    status: 'memory',
  },
  pharmacologyMemory: {
    label: 'General pharmacological knowledge of ingredients, brand names and classes',
    status: 'memory',
  },
  approvalAlone: {
    label: 'Approval of esketamine alone for treatment-resistant depression, Jan 2025, trade press',
    address:
      'https://www.beckershospitalreview.com/pharmacy/j-j-approves-1st-monotherapy-for-treatment-resistant-depression.html',
    status: 'secondary',
  },
  canmat: {
    label: 'CANMAT task force on racemic ketamine, 2020 (abstract)',
    address: 'http://pubmed.ncbi.nlm.nih.gov/33174760/',
    status: 'verified',
  },
  elektD: {
    label: 'ELEKT-D 2023, ketamine and ECT (abstract)',
    address: 'https://moreblossom.com/papers/ketamine-versus-ect-for-nonpsychotic-treatment-resistant-major-depression',
    status: 'secondary',
  },
  turkoz: {
    label: 'Turkoz et al. 2021, response to esketamine after initial nonresponse',
    address: 'https://www.psychiatrist.com/jcp/depression/response-to-esketamine-after-initial-nonresponse/',
    status: 'verified',
  },
  popovaMemory: { label: 'Popova et al. 2019, TRANSFORM-2, rates', status: 'memory' },
  abbar: {
    label: 'Abbar et al. 2022, ketamine for thoughts of suicide',
    address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC8808464',
    status: 'verified',
  },
  wilkinson: {
    label: 'Wilkinson et al. 2018, single dose and thoughts of suicide (abstract)',
    address:
      'https://www.moreblossom.com/papers/the-effect-of-a-single-dose-of-intravenous-ketamine-on-suicidal-ideation-a-syste',
    status: 'secondary',
  },
  hull: {
    label: 'Hull et al. 2022, lozenges at home, uncontrolled (abstract)',
    address:
      'https://moreblossom.com/papers/at-home-sublingual-ketamine-telehealth-is-a-safe-and-effective-treatment-for-mod',
    status: 'secondary',
  },
  feder: {
    label: 'Feder et al. 2021, repeated infusions in PTSD',
    address: 'https://ajp.psychiatryonline.org/doi/full/10.1176/appi.ajp.2020.20050596',
    status: 'secondary',
  },
  abdallah: {
    label: 'Abdallah et al. 2022, repeated infusions in veterans with PTSD',
    address: 'http://www.nature.com/articles/s41386-022-01266-9',
    status: 'secondary',
  },
  vaPtsdMemory: { label: 'VA/DoD PTSD guideline, 2023', status: 'memory' },
  rodriguez: {
    label: 'Rodriguez et al. 2013, single infusion in OCD',
    address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC3799067',
    status: 'verified',
  },
  bloch: {
    label: 'Bloch et al. 2012, single infusion in OCD',
    address: 'https://pubmed.ncbi.nlm.nih.gov/22784486/',
    status: 'verified',
  },
  investigationalMemory: {
    label: 'Investigational uses of ketamine, general: not sure of the extent',
    status: 'memory',
  },
  bipolarMemory: {
    label: 'Diazgranados et al. 2010; Zarate et al. 2012: bipolar depression, small trials',
    status: 'memory',
  },
} as const satisfies Record<string, Source>
