import type { Source } from '../sources.ts'
import { policy } from '../sources.ts'
import type { Day } from '../time.ts'
import { Day as parseDay } from '../time.ts'

/** The day the facts of the public pages were last read against their sources. */
export const factsReviewed: Day = parseDay.parse('2026-11-23')

/** What stands in no source. */
export const usual = policy('what clinics describe, without a study')

/** What the public pages cite and no rule does; see register.ts and studies.ts for the rest. */
export const publicSources = {
  spravatoReactions: {
    label: 'Spravato side effects, table of the manufacturer, older copy',
    address: 'https://www.spravatohcp.com/safety',
    status: 'verified',
  },
  aspireReactions: {
    label: 'ASPIRE trials, side effects of esketamine 84 mg',
    address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC8407443/table/T2',
    status: 'verified',
  },
  ketEct: {
    label: 'Ekstrand et al. 2022, ketamine and ECT in hospital (KetECT)',
    address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC9154276',
    status: 'verified',
  },
  threeShortTrials: {
    label: 'Esketamine: the three short trials, table',
    address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC8061126/table/tab01',
    status: 'verified',
  },
  sustain1: {
    label: 'SUSTAIN-1, esketamine and relapse, poster',
    address:
      'https://develop-sr3snxi-tt7lcx6s5gdv4.us-4.platformsh.site/site/pcn/posters/esketamine-nasal-spray-combined-oral-antidepressant-relapse-prevention-treatment-resistant',
    status: 'secondary',
  },
  singleDose: {
    label: 'How long one dose of ketamine lasts, review of 2020',
    address: 'https://link.springer.com/10.1007/s43440-020-00097-z',
    status: 'verified',
  },
  nikolin: {
    label: 'Nikolin et al. 2023, racemic ketamine and esketamine, 49 trials (abstract)',
    address:
      'https://www.moreblossom.com/papers/ketamine-for-the-treatment-of-major-depression-a-systematic-review-and-meta-anal',
    status: 'secondary',
  },
  transform2: {
    label: 'TRANSFORM-2, esketamine with a new pill (abstract)',
    address: 'https://www.scribd.com/document/786233715/Popova-et-al-2019-TRANSFORM-2',
    status: 'secondary',
  },
  stoppedIdeation: {
    label: 'Lascelles et al. 2019, thoughts of suicide after ketamine, table 2',
    address: 'https://bmjopen.bmj.com/highwire/markup/161959/expansion?width=1000&height=500&iframe=true',
    status: 'verified',
  },
  arketamine: {
    label: 'Arketamine against placebo in ten people, crossover trial',
    address: 'https://pesquisa.bvsalud.org/bvsdip/?lang=pt&q=au%3A%22Fontes%2C+Mariana+A%22',
    status: 'verified',
  },
  dore: {
    label: 'Dore et al. 2019, ketamine with psychotherapy, three practices',
    address: 'https://www.researchgate.net/publication/332040175',
    status: 'secondary',
  },
  intramuscular: {
    label: 'How ketamine is taken up, by route, summary',
    address: 'https://primidi.com/ketamine/pharmacokinetics',
    status: 'secondary',
  },
  prices: {
    label: 'Ketamine prices by route, trade listing',
    address: 'https://www.kair-program.com/blog/ketamine-therapy-cost',
    status: 'secondary',
  },
  pricesOfDrips: {
    label: 'Ketamine costs by route, trade listing',
    address: 'https://ketaminetherapyformentalhealth.com/costs-by-route-of-administration',
    status: 'secondary',
  },
  goodFaithEstimate: {
    label: 'Good Faith Estimate: timing and the 400 dollar rule, notice of a practice',
    address: 'https://nassauwellness.com/gfe',
    status: 'secondary',
  },
  goodFaithContent: {
    label: 'Good Faith Estimate, Federal Register, 7 Oct 2021',
    address: 'https://www.dateas.com/es/docs/federal-register/2021/10/07?page=459',
    status: 'verified',
  },
  mathai: {
    label: 'Mathai et al. 2024, lozenges at home, uncontrolled (abstract)',
    address:
      'https://litmetric.com/detail/38810787/At-home-telehealth-supported-ketamine-treatment-for-depression-Findings-from-longitudinal-machine-le',
    status: 'verified',
  },
  savings: {
    label: 'Spravato savings program, page of the manufacturer, older copy',
    address: 'https://www.janssencarepath.com/hcp/spravato/affordability',
    status: 'secondary',
  },
  remsPatients: {
    label: 'Spravato REMS site, page for patients',
    address: 'https://www.spravatorems.com/patients.html',
    status: 'verified',
  },
  escapeOwnAnswers: {
    label: 'ESCAPE-TRD, esketamine and quetiapine, depression by the patients’ own answers (PHQ-9), summary',
    address: 'https://openscience.ink/paper/patient-reported-depression-severity-esketamine-quetiapine',
    status: 'secondary',
  },
  otherCareMemory: { label: 'General knowledge of TMS and ECT', status: 'memory' },
  wanMemory: { label: 'Wan et al. 2015, safety of ketamine infusions', status: 'memory' },
  general: { label: 'General knowledge of medicine and its history', status: 'memory' },
  serotoninMemory: {
    label: 'Moncrieff et al. 2022, review of the serotonin idea, which is disputed',
    status: 'memory',
  },
  kapTrainingMemory: { label: 'General knowledge of trainings in ketamine-assisted psychotherapy', status: 'memory' },
  fdaTrialsMemory: {
    label: 'Fedgchin et al. 2019; Ochs-Ross et al. 2020: two of the three short trials',
    status: 'memory',
  },
} as const satisfies Record<string, Source>
