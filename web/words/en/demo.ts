import type { Role } from '../../../clinic/accounts/permissions.ts'

const names: Record<Role, string> = {
  owner: 'owner',
  prescriber: 'prescriber',
  monitor: 'monitor',
  therapist: 'therapist',
  'front-desk': 'front desk',
  display: 'wall display',
}

export const demoWords = {
  title: 'Look around a demo clinic',
  body: 'Nobody in it is real, and nothing you do there reaches anybody. Do not enter real patients.',
  enterTitle: 'Look around as',
  enter: (role: Role) => `Look around as the ${names[role]}`,
  rolesHelp: 'Each sees what somebody in this role sees in a clinic. You can come back to this page and change.',
  patientTitle: 'What a patient sees',
  patientHelp: 'A link as it is sent to a patient’s phone. It opens one set of questions, once.',
  patient: 'Open a patient’s link',
  making: 'The demo clinic is being made',
  makingHelp: 'Eight months of made-up history, entered step by step as people would. This page goes on by itself.',
  share: (percent: number) => `${percent} of 100 done`,
  none: 'There is no demo clinic here',
  noneHelp: 'It takes about half a minute to make one. It is kept apart from the real clinic.',
  make: 'Make the demo clinic',
  failed: 'The demo clinic could not be made. Try again; if it fails again, the terminal says why.',
  closed: 'The demo is closed',
  closedHelp: 'A clinic is set up here, so nobody can walk into its demo any more.',
  toClinic: 'To the clinic',
  discard: 'Throw the demo away',
  discardHelp: 'Everything in the demo clinic is removed for good. Nothing of a real clinic is touched.',
  setUpWaits:
    'To set up your own clinic, open the link that Evenkeel printed when it was started. The demo stays apart from it.',
  change: 'Another role, a patient’s link, or throw the demo away',
  unlock: 'Unlock (demo: no password needed)',
} as const
