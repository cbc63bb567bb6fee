import { type FactSource, pharmacokineticsReview } from '../fact.ts'
import { limits } from '../published/limits.ts'
import { observations } from '../published/observations.ts'
import { reportedVitalSigns } from '../published/vital-signs.ts'
import { feltWindows, windowCaveats } from '../published/windows.ts'
import { type Comparison, geometricMeanFoldError, ratioOf, within } from './comparison.ts'
import { drawnExamples } from './drawn.ts'
import { factGroups } from './facts.ts'
import { nasalPeakAfterLastDevice, validation } from './validation.ts'
import { arterialVerification, contrasts, nasalVerification } from './verification.ts'

const figures = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(3)))
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')
const cited = ({ label, address }: FactSource): string => (address ? `[${cell(label)}](${address})` : cell(label))

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${head.join(' | ')} |`,
  `|${head.map(() => '---').join('|')}|`,
  ...rows.map((row) => `| ${row.join(' | ')} |`),
  '',
]

const compared = (rows: readonly Comparison[]): string[] =>
  table(
    ['Row', 'What', 'Predicted', 'Published', 'Unit', 'Predicted / published', 'Counted'],
    rows.map((row) => [
      row.row,
      row.what,
      figures(row.predicted),
      figures(row.published),
      row.unit,
      ratioOf(row).toFixed(2),
      row.counted ? 'yes' : '',
    ]),
  )

const range = ([low, middle, high]: readonly number[]): string =>
  [middle, low, high].map((value) => figures(value ?? Number.NaN)).join(' · ')

const minutes = ([from, to]: readonly [number, number]): string => (from === to ? `${from}` : `${from} to ${to}`)

/** docs/evidence/pharmacokinetics.md, as text. */
export const pharmacokineticsPage = (): string => {
  const rows = validation()
  const counted = rows.filter((row) => row.counted)
  const nasal = nasalVerification()
  const reproduced = nasal.filter(({ row }) => !row.endsWith('norketamine area'))
  const worst = Math.max(...reproduced.map((row) => Math.abs(ratioOf(row) - 1)))
  return [
    '# The pharmacokinetic picture: predicted and published',
    '',
    'Written by `node docs/evidence/write-pharmacokinetics.ts` from `science/pharmacokinetics/`; a test fails when it is out of date.',
    'Nothing was fitted to any observation. K1 was chosen after looking at O01, O02 and O04, so these three are not blind for the choice of the model. Parameters are frozen.',
    `All numbers are looked at again by ${pharmacokineticsReview}.`,
    '',
    '## In short',
    '',
    `- Geometric mean fold error of the ${counted.length} counted rows: **${geometricMeanFoldError(counted).toFixed(2)}** (accepted up to 1.35); ${within(counted, 0.8, 1.25)} within 0.8 to 1.25 (at least 12), ${within(counted, 0.5, 2)} within 0.5 to 2.`,
    `- Published nasal table: ${reproduced.length} of ${nasal.length} cells (peaks and esketamine areas) within ${(100 * worst).toFixed(1)} %; its norketamine areas are not reproduced by anybody.`,
    `- Nasal peak ${figures(nasalPeakAfterLastDevice())} min after the last device; the label gives 20 to 40.`,
    '',
    '## Known misfits and limits, shown beside every curve',
    '',
    ...table(
      ['Limit', 'Routes', 'Says', 'Source', 'Status'],
      limits.map(({ id, routes, says, source }) => [id, routes.join(', '), says, cited(source), source.status]),
    ),
    '## Validation: measured in people',
    '',
    ...compared(rows),
    '## Verification: the published nasal table',
    '',
    'Computed by the authors from their own model, areas from 0 to 24 h: shows that the model is written down correctly here.',
    '',
    ...compared(nasal),
    '## Verification: the arterial model against its own study',
    '',
    ...compared(arterialVerification()),
    '## What the models are not for',
    '',
    ...compared(contrasts()),
    '## What is drawn for 1,000 virtual people',
    '',
    'Median · 5th · 95th percentile. Differences between people only: no assay error, no disagreement between models.',
    '',
    ...table(
      ['Example', 'Peak, ng/mL', 'Minute of the peak', 'At 120 min, ng/mL'],
      drawnExamples().map((row) => [row.name, range(row.peakNgPerMl), range(row.peakMinute), range(row.at120NgPerMl)]),
    ),
    '## When it is felt: from observation, not from the curve',
    '',
    `${windowCaveats.join(' ')} Minutes from the start of the dose.`,
    '',
    ...table(
      ['Route', 'Noticeable', 'Strongest', 'Usually settled', 'Basis', 'Sources'],
      feltWindows.map((w) => [
        w.route,
        minutes(w.noticeable),
        minutes(w.strongest),
        minutes(w.usuallySettled),
        w.basis,
        w.sources.map((source) => `${cited(source)} (${source.status})`).join(' · '),
      ]),
    ),
    '## Reported vital signs',
    '',
    ...table(
      ['Id', 'Routes', 'Says', 'Source', 'Status'],
      reportedVitalSigns.map((v) => [v.id, v.routes.join(', '), v.says, cited(v.source), v.source.status]),
    ),
    '## Parameters',
    '',
    ...factGroups.flatMap(({ title, facts, spreads }) => [
      `### ${title}`,
      '',
      ...table(
        ['Parameter', 'Value', 'Unit', 'Source', 'Status'],
        Object.entries(facts).map(([name, { value, unit, source }]) => [
          name,
          figures(value),
          unit,
          cited(source),
          source.status,
        ]),
      ),
      ...(Object.keys(spreads).length > 0
        ? table(
            ['Differs between people', 'Variance', 'Scale', 'Source', 'Status'],
            Object.entries(spreads).map(([name, { variance, scale, source }]) => [
              name,
              figures(variance),
              scale,
              cited(source),
              source.status,
            ]),
          )
        : []),
    ]),
    '## Observations',
    '',
    ...table(
      ['Id', 'Study', 'Route', 'Form', 'Dose, mg', 'Site', 'Use', 'Source', 'Status'],
      observations.map((o) => [
        o.id,
        o.study,
        o.route,
        o.remark ? `${o.form} (${o.remark})` : o.form,
        o.doseMg === undefined ? 'not one' : figures(o.doseMg),
        o.site,
        o.use,
        cited(o.source),
        o.source.status,
      ]),
    ),
  ].join('\n')
}
