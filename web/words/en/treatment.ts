import type { Route } from '../../../science/decide.ts'

/** The four ways to treat, as staff say them. */
export const treatmentWords = {
  route: 'Route',
  which: 'No plan and no determination says by which route this patient is treated. Choose the one this is about.',
  routes: {
    im: 'IM injection',
    iv: 'IV infusion',
    lozenge: 'Lozenge',
    esketamine: 'Esketamine spray',
  } satisfies Record<Route, string>,
} as const
