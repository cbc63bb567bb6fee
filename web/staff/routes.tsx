import { shellWords } from '../words/en/shell.ts'
import { type StaffRoute, screen } from './screen.ts'

/** Every page of the staff application: one line each. The first one that fits the person's role is the start page. */
export const staffRoutes: StaffRoute[] = [
  { path: '/settings', title: shellWords.settings, screen: screen(() => import('./Settings.tsx'), 'Settings') },
]

/** Shown in place to whoever is not signed in, whatever page they asked for. */
export const signInScreen = screen(() => import('./SignIn.tsx'), 'SignIn')
