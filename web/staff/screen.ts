import { type ComponentType, type LazyExoticComponent, lazy } from 'react'

export type Screen = LazyExoticComponent<ComponentType>

export type StaffRoute = {
  /** '/patients/$patientId': a screen reads it with useParam('patientId'). */
  path: string
  /** The browser tab's title. Never a patient's name: titles stay in the browser's history. */
  title: string
  screen: Screen
  /** A permission of clinic/accounts/permissions.ts; without it the page says so instead of loading. */
  may?: string
  /** Shown to people who are not signed in: sign-in, first run, invitation. */
  open?: boolean
  /** A session room: bigger touch, no motion, and a reminder that this is not the only alarm. */
  room?: boolean
  /** No menu around it: a board on a wall. */
  bare?: boolean
  /** Listed on the settings page under this label. */
  settings?: string
}

/** A screen in a chunk of its own: screen(() => import('../../care/sessions/screens/Session.tsx'), 'Session') */
export const screen = <Name extends string, Module extends Record<Name, ComponentType>>(
  load: () => Promise<Module>,
  name: Name,
): Screen => lazy(async () => ({ default: (await load())[name] }))
