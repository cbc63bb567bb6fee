import { consentWords } from '../words/en/consent.ts'
import { planWords } from '../words/en/plans.ts'
import { shellWords } from '../words/en/shell.ts'
import { type StaffRoute, screen } from './screen.ts'

/** Every page of the staff application: one line each. The first one that fits the person's role is the start page. */
export const staffRoutes: StaffRoute[] = [
  { path: '/settings', title: shellWords.settings, screen: screen(() => import('./Settings.tsx'), 'Settings') },
  {
    path: '/patients/$patientId/consent',
    title: consentWords.title,
    may: 'consent.read',
    screen: screen(() => import('../../care/consent/screens/Consent.tsx'), 'Consent'),
  },
  {
    path: '/patients/$patientId/plan',
    title: planWords.title,
    may: 'plans.read',
    screen: screen(() => import('../../care/plans/screens/Plan.tsx'), 'Plan'),
  },
  {
    path: '/settings/consent',
    title: consentWords.documentTitle,
    may: 'consent.publish',
    settings: consentWords.documentSettings,
    screen: screen(() => import('../../care/consent/screens/ConsentDocument.tsx'), 'ConsentDocument'),
  },
]

/** Shown in place to whoever is not signed in, whatever page they asked for. */
export const signInScreen = screen(() => import('./SignIn.tsx'), 'SignIn')
