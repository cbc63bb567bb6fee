import type { Route } from '../../../science/decide.ts'
import { choiceFacts } from '../../../science/facts/choice.ts'
import type { Fact } from '../../../science/facts/fact.ts'
import { factsOf } from '../../../science/facts/facts.ts'
import { type Aspect, treatments } from '../../../science/facts/treatments.ts'
import type { Matter } from './aid.ts'

type Cells = Readonly<Record<Route, readonly Fact[]>>
export type Row = { cells: Cells; all: readonly Fact[] }

const aspects = (...names: Aspect[]): Cells => {
  const of = (route: Route) => names.map((name) => treatments[route][name])
  return { iv: of('iv'), im: of('im'), lozenge: of('lozenge'), esketamine: of('esketamine') }
}

const [drip, shot, lozenge, spray] = choiceFacts.alongside

/** What is known of the four about each thing that may matter to a person. */
export const ofMatter: Record<Matter, Row> = {
  speed: { cells: aspects('onset'), all: factsOf('PF-27', 'PT-ES-22') },
  supervision: { cells: aspects('setting'), all: factsOf('PS-22') },
  cost: { cells: aspects('cost', 'coverage'), all: factsOf('PC-04') },
  needles: { cells: aspects('what'), all: [] },
  travel: { cells: aspects('visit'), all: factsOf('PD-14', 'PT-IM-21', 'PD-05') },
  therapy: {
    cells: { iv: [drip], im: [shot], lozenge: [lozenge], esketamine: [spray] },
    all: factsOf('PK-05'),
  },
  approval: { cells: aspects('approval'), all: [] },
}

/** Benefits, harms and burdens, the same for each of the four. */
export const sides: Record<'benefits' | 'harms' | 'burdens', Row> = {
  benefits: {
    cells: {
      // Of drip and spray the same two outcomes after about a month, or one would look better by what was counted.
      iv: factsOf('PT-IV-10', 'PF-20', 'PF-21', 'PF-30'),
      im: factsOf('PT-IM-10', 'PI-03', 'PT-IM-21'),
      lozenge: factsOf('PT-LO-10', 'PT-LO-20'),
      esketamine: factsOf('PT-ES-10', 'PF-23', 'PF-24', 'PF-31'),
    },
    all: factsOf('PF-25', 'PF-36', 'PF-26', 'PF-09'),
  },
  harms: {
    cells: {
      iv: factsOf('PE-10', 'PE-11', 'PE-21', 'PE-12'),
      im: factsOf('PE-22', 'PE-23', 'PT-IM-20'),
      lozenge: factsOf('PE-22', 'PE-23', 'PE-24', 'PT-LO-21'),
      esketamine: factsOf('PE-01', 'PE-02', 'PE-06', 'PE-16', 'PS-14'),
    },
    all: factsOf('PS-15', 'PS-18', 'PS-19', 'PS-20', 'PF-32'),
  },
  burdens: { cells: aspects('minus', 'visit'), all: factsOf('PD-08', 'PD-05', 'PD-11') },
}

/** Facts that answer what somebody cannot plan for, or is not sure of. */
export const ofPractical = { ride: ['PD-05'], twice: ['PD-14', 'PT-ES-20'], home: ['PS-24', 'PS-22'] } as const
