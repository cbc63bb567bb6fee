import type { FactSource } from '../fact.ts'
import type { Stratum } from '../models/pr2021.ts'

/**
 * The exposure table that Perez-Ruixo 2021 computed from their own model: it verifies that the model was written down
 * correctly here, and says nothing about how well it describes people.
 */
export const nasalTableSource: FactSource = {
  label: 'Perez-Ruixo 2021, Table 4, as transcribed in nlmixr2lib PerezRuixo_2020_esketamine',
  address: 'https://doi.org/10.1007/s40262-020-00953-4',
  status: 'secondary',
}

export type NasalRow = {
  id?: 'O19' | 'O20' | 'O21'
  stratum: Stratum
  devices: 1 | 2 | 3
  peakNgPerMl: number
  areaNgHPerMl: number
  norketaminePeakNgPerMl: number
  norketamineAreaNgHPerMl: number
}

type Numbers = readonly [peak: number, area: number, norketaminePeak: number, norketamineArea: number]

const rows = (origin: Stratum['origin'], ageYears: number, one: Numbers, two: Numbers, three: Numbers): NasalRow[] =>
  ([[1, one] as const, [2, two] as const, [3, three] as const] as const).map(
    ([devices, [peakNgPerMl, areaNgHPerMl, norketaminePeakNgPerMl, norketamineAreaNgHPerMl]]) => ({
      ...(origin === 'other' && ageYears < 60 ? { id: (['O19', 'O20', 'O21'] as const)[devices - 1] ?? 'O19' } : {}),
      stratum: { origin, ageYears },
      devices,
      peakNgPerMl,
      areaNgHPerMl,
      norketaminePeakNgPerMl,
      norketamineAreaNgHPerMl,
    }),
  )

/** Areas from 0 to 24 h. The table's "over 60" is computed at 70 years, as the paper did. */
export const nasalTable: readonly NasalRow[] = [
  ...rows('other', 45, [43.8, 147.3, 59.1, 274.4], [72.5, 254.7, 119.7, 516.3], [101, 362.2, 180, 758]),
  ...rows('asian', 45, [44.1, 158.2, 73.4, 371.8], [73.2, 275.9, 148.5, 704.8], [102.4, 393.5, 223.5, 1037]),
  ...rows('japanese', 45, [57.5, 194.7, 72.1, 406.4], [94.5, 335.1, 146.3, 760.8], [131.3, 475.4, 220.4, 1114]),
  ...rows('other', 70, [44.6, 160.4, 57.3, 277.9], [73.8, 275.8, 117.2, 522], [102.7, 391.2, 177, 765.9]),
  ...rows('asian', 70, [44.9, 171, 71.4, 373.9], [74.4, 296.3, 145.9, 708], [103.8, 421.5, 220.4, 1042]),
  ...rows('japanese', 70, [58.8, 212.2, 69, 409.2], [96.5, 363.1, 141.7, 765.3], [133.8, 513.9, 214.4, 1121]),
]
