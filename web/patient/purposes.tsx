import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { OpenLink } from './link.ts'

export type PurposeScreen = ComponentType<{ link: OpenLink }>

/** A purpose's screen in a chunk of its own: purpose(() => import('../../care/x/screens/Y.tsx'), 'Y') */
export const purpose = <Name extends string, Module extends Record<Name, PurposeScreen>>(
  load: () => Promise<Module>,
  name: Name,
): LazyExoticComponent<PurposeScreen> => lazy(async () => ({ default: (await load())[name] }))

/** What a patient's link may open, by the purpose the server names: one line each. */
export const purposes: Partial<Record<string, LazyExoticComponent<PurposeScreen>>> = {
  consent: purpose(() => import('../../care/consent/screens/ConsentSign.tsx'), 'ConsentSign'),
  course: purpose(() => import('../../care/over-time/screens/OwnCourse.tsx'), 'OwnCourse'),
  intake: purpose(() => import('../../care/intake/screens/Intake.tsx'), 'Intake'),
  release: purpose(() => import('../../clinic/releases/screens/ReleaseSign.tsx'), 'ReleaseSign'),
  'next-day': purpose(() => import('../../care/outcomes/screens/Answer.tsx'), 'Answer'),
  questionnaires: purpose(() => import('../../care/outcomes/screens/Answer.tsx'), 'Answer'),
  'phq-9': purpose(() => import('../../care/outcomes/screens/Answer.tsx'), 'Answer'),
}

/** What a link still shows until its days are over although it was used: what became of it, and how to take it back. */
export const afterUse: ReadonlySet<string> = new Set(['consent'])
