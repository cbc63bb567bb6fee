import type { SimulatedRoute } from '../doses.ts'
import type { FactSource } from '../fact.ts'
import type { SimulationInput } from '../simulation.ts'
import { assumed, derived } from '../sources.ts'

/** Something known to be wrong or uncertain about a curve. `compared` names the ends of the
 * rows of the evidence table behind it. */
export type Limit = {
  id: string
  routes: readonly SimulatedRoute[]
  says: string
  source: FactSource
  /** The statement's numbers: predicted / published of these rows goes from the first to the second, rounded to two decimals. */
  compared?: { rows: readonly string[]; ratios: readonly [number, number] }
}

const table = derived('docs/evidence/pharmacokinetics.md: predicted / published')
const every: readonly SimulatedRoute[] = ['iv-infusion', 'im', 'lozenge', 'oral', 'nasal-esketamine']
const racemicRoutes: readonly SimulatedRoute[] = ['iv-infusion', 'im', 'lozenge', 'oral']

/** Shown beside every curve of these routes. */
export const limits: readonly Limit[] = [
  {
    id: 'im-height',
    routes: ['im'],
    says: 'No published model of ketamine into the muscle of adults was found. The one remembered measurement was nearly twice as high as this curve (drawn / measured 0.54), and in children less than half as much was absorbed as is assumed here. The time of the peak was put in, not predicted.',
    source: table,
    compared: { rows: ['O27 peak'], ratios: [0.54, 0.54] },
  },
  {
    id: 'oral-height',
    routes: ['oral'],
    says: 'Swallowed ketamine is drawn far too low against older measurements: drawn / measured 0.30 to 0.49. Newer and older studies disagree about how much is absorbed (8 to 24 %), and one curve cannot serve both.',
    source: table,
    compared: { rows: ['O14 peak', 'O14 area', 'O15 peak'], ratios: [0.3, 0.49] },
  },
  {
    id: 'lozenge-absorbed',
    routes: ['lozenge'],
    says: 'The part of a lozenge that reaches the blood is drawn too high: 39 % against 24 to 32 % in four studies (drawn / measured 1.23 to 1.64). How long it is held in the mouth is not in the model.',
    source: table,
    compared: { rows: ['O08 fraction', 'O09 fraction', 'O10 fraction', 'O13 fraction'], ratios: [1.23, 1.64] },
  },
  {
    id: 'iv-height',
    routes: ['iv-infusion'],
    says: 'The peak of an infusion is drawn somewhat low: drawn / measured 0.83 to 0.91 in three studies. An injection by hand (a push) cannot be drawn: vein samples do not see its first minutes.',
    source: table,
    compared: { rows: ['O01 0.5 h', 'O02 peak', 'O04 peak'], ratios: [0.83, 0.91] },
  },
  {
    id: 'nasal-device',
    routes: ['nasal-esketamine'],
    says: 'For the esketamine device only. Of compounded racemic sprays 11 to 17 % was absorbed in one study and 45 % in another, so this curve does not hold for them.',
    source: {
      label: 'Pharmacotherapy 2022, doi:10.1002/phar.2669, table of nasal racemic ketamine; Yanagihara 2003, abstract',
      address: 'https://pmc.ncbi.nlm.nih.gov/articles/PMC9118341/table/T6',
      status: 'verified',
    },
  },
  {
    id: 'norketamine',
    routes: every,
    says: 'Norketamine is uncertain by about 40 % either way: the area of the published nasal table is not reproduced (the model gives 1.38 to 1.55 times it), and nobody has explained why.',
    source: table,
    compared: { rows: [' norketamine area'], ratios: [1.38, 1.55] },
  },
  {
    id: 'one-drug',
    routes: racemicRoutes,
    says: 'Racemic ketamine is drawn as if both of its forms moved as esketamine does; half of the drawn amount is taken as esketamine.',
    source: assumed('one drug with the parameters of S-ketamine; clearances differ by 6 % (Hasan 2021)'),
  },
  {
    id: 'vein',
    routes: every,
    says: 'Levels are those in an arm vein. In an artery, and so at the brain, early levels are much higher: 273 against 112 ng/mL at the end of one 20-minute infusion.',
    source: derived('Simons 2022 measured the artery; the vein is computed (docs/evidence/pharmacokinetics.md)'),
  },
  {
    id: 'not-the-effect',
    routes: every,
    says: 'A level is not an effect: people adapt within a session, feel the same level differently, and the effect on mood does not follow this curve.',
    source: assumed('no published model of acute adaptation was found'),
  },
  {
    id: 'who',
    routes: every,
    says: 'Not for children or in pregnancy, liver disease, or with medicines or grapefruit juice that slow the breakdown of ketamine: none of them is in the model.',
    source: assumed('outside the populations of the models'),
  },
]

/** What belongs beside the curves of these routes, in the order of `limits`. */
export const limitsOf = (
  routes: readonly SimulatedRoute[],
  { drug, norketamine }: Pick<SimulationInput, 'drug' | 'norketamine'>,
): Limit[] =>
  limits
    .filter((limit) => limit.routes.some((route) => routes.includes(route)))
    .filter(({ id }) => id !== 'norketamine' || norketamine)
    .filter(({ id }) => id !== 'one-drug' || drug === 'racemic-ketamine')
