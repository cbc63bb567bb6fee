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
  body: 'No one in it is real, and nothing you do there reaches anyone. Do not enter real patient information.',
  enterTitle: 'Look around as',
  enter: (role: Role) => `Look around as the ${names[role]}`,
  rolesHelp: 'You see what someone in that role sees in a clinic. You can come back to this page and switch.',
  patientTitle: 'What a patient sees',
  patientHelp: 'A link like the ones sent to a patient’s phone. It opens one set of questions, once.',
  patient: 'Open a patient’s link',
  making: 'The demo clinic is being made',
  makingHelp: 'Eight months of made-up history, entered step by step as people would. This page continues on its own.',
  share: (percent: number) => `${percent}% done`,
  none: 'There is no demo clinic here',
  noneHelp: 'It takes about half a minute to make one. It is kept apart from the real clinic.',
  make: 'Make the demo clinic',
  failed: 'The demo clinic could not be made. Try again; if it fails again, the terminal says why.',
  closed: 'The demo is closed',
  closedHelp: 'A clinic is set up here, so its demo is no longer open to visitors.',
  toClinic: 'Go to the clinic',
  discard: 'Delete the demo',
  discardHelp: 'Everything in the demo clinic is permanently deleted. Nothing in a real clinic is touched.',
  setUpWaits:
    'To set up your own clinic, open the link that Evenkeel printed when it started. The demo stays separate from it.',
  change: 'Switch roles, open a patient’s link, or delete the demo',
  unlock: 'Unlock (demo: no password needed)',
} as const
