import type { FactSource } from './fact.ts'

/** Papers behind the models. Where the status is "secondary", what was read is the transcription named in the label. */
export const papers = {
  perezRuixo: {
    label:
      'Perez-Ruixo 2021, Clin Pharmacokinet 60:501, Table 3, as transcribed in nlmixr2lib PerezRuixo_2020_esketamine (820 people)',
    address: 'https://doi.org/10.1007/s40262-020-00953-4',
    status: 'secondary',
  },
  otto: {
    label:
      'Otto 2021, Eur J Clin Pharmacol 77:1181 (typical values of Fanta 2015), as transcribed in nlmixr2lib Otto_2021_s_ketamine',
    address: 'https://doi.org/10.1007/s00228-021-03104-1',
    status: 'secondary',
  },
  simons: {
    label:
      'Simons 2022, Front Pain Res 3:946486, Table 4, as transcribed in nlmixr2lib Simons_2022_s_ketamine (20 people)',
    address: 'https://doi.org/10.3389/fpain.2022.946486',
    status: 'secondary',
  },
  clements: { label: 'Clements 1982, intramuscular ketamine in adults', status: 'memory' },
  hornik: {
    label: 'Hornik 2018, intramuscular ketamine in 50 children, abstract',
    address:
      'https://www.scholars.northwestern.edu/en/publications/population-pharmacokinetics-of-intramuscular-and-intravenous-keta',
    status: 'verified',
  },
} as const satisfies Record<string, FactSource>

export const assumed = (label: string): FactSource => ({ label, status: 'assumption' })
export const derived = (label: string): FactSource => ({ label, status: 'derived' })
