import { nasalTable } from '../published/nasal-table.ts'
import type { Comparison } from './comparison.ts'
import { devices, infusionOf, once, onK1, onPr2021, onSim2022, publishedIn } from './studies.ts'

const people = { other: 'not Asian', asian: 'Asian, not Japanese', japanese: 'Japanese' } as const

/** Every cell of the published nasal table against the model behind it: four numbers a row, eighteen rows. */
export const nasalVerification = (): Comparison[] =>
  nasalTable.flatMap((row) => {
    const { metrics, norketamineMetrics } = onPr2021(devices(row.devices), 24, row.stratum)
    const { origin, ageYears } = row.stratum
    const name = row.id ?? `${people[origin]}, ${ageYears} y,`
    const what = `${row.devices * 28} mg, ${people[origin]}, ${ageYears} years`
    const label = row.id ? name : `${name} ${row.devices * 28} mg`
    return [
      { row: `${label} peak`, what, unit: 'ng/mL', predicted: metrics.peakNgPerMl, published: row.peakNgPerMl },
      { row: `${label} area`, what, unit: 'ng·h/mL', predicted: metrics.areaNgHPerMl, published: row.areaNgHPerMl },
      {
        row: `${label} norketamine peak`,
        what,
        unit: 'ng/mL',
        predicted: norketamineMetrics?.peakNgPerMl ?? Number.NaN,
        published: row.norketaminePeakNgPerMl,
      },
      {
        row: `${label} norketamine area`,
        what,
        unit: 'ng·h/mL',
        predicted: norketamineMetrics?.areaNgHPerMl ?? Number.NaN,
        published: row.norketamineAreaNgHPerMl,
      },
    ] satisfies Comparison[]
  })

const arterialOf = (id: string, mg: number): Comparison[] => {
  const { metrics } = onSim2022(once('lozenge', mg), 6)
  const what = `film of ${mg} mg, artery`
  return [
    {
      row: `${id} peak`,
      what,
      unit: 'ng/mL',
      predicted: metrics.peakNgPerMl,
      published: publishedIn(id, 'peakNgPerMl'),
    },
    {
      row: `${id} time of peak`,
      what,
      unit: 'min',
      predicted: metrics.peakMinute,
      published: publishedIn(id, 'peakMinute'),
    },
    {
      row: `${id} area`,
      what,
      unit: 'ng·h/mL',
      predicted: metrics.areaNgHPerMl,
      published: publishedIn(id, 'areaNgHPerMl'),
    },
  ]
}

/** The arterial model against its own study, from which the mucosal input of the lozenge was taken. */
export const arterialVerification = (): Comparison[] => [
  {
    row: 'O03 peak',
    what: 'infusion of 20 mg over 20 min, artery',
    unit: 'ng/mL',
    predicted: onSim2022(infusionOf(20, 20), 6).metrics.peakNgPerMl,
    published: publishedIn('O03', 'peakNgPerMl'),
  },
  ...arterialOf('O11', 50),
  ...arterialOf('O12', 100),
]

const veinPeaks = [
  { id: 'O01', mg: 10, minutes: 30 },
  { id: 'O02', mg: 5, minutes: 30 },
  { id: 'O04', mg: 35, minutes: 40 },
] as const

/** Comparisons that show what the models are not for; nothing here is drawn. */
export const contrasts = (): Comparison[] => [
  {
    row: 'O03 peak, venous model',
    what: 'infusion of 20 mg over 20 min: the vein (drawn) and the artery (measured) differ',
    unit: 'ng/mL',
    predicted: onK1(infusionOf(20, 20), 6).metrics.peakNgPerMl,
    published: publishedIn('O03', 'peakNgPerMl'),
  },
  ...veinPeaks.map(
    ({ id, mg, minutes }): Comparison => ({
      row: `${id} peak, nasal model`,
      what: `infusion of ${mg} mg over ${minutes} min: why the nasal model is not used for infusions`,
      unit: 'ng/mL',
      predicted: onPr2021(infusionOf(mg, minutes), 6).metrics.peakNgPerMl,
      published: publishedIn(id, 'peakNgPerMl'),
    }),
  ),
]
