/** What is said around the demo clinic when something cannot be done. */
export const says = {
  role: 'Choose a role.',
  noDemoClinic: 'There is no demo clinic to look around in.',
  nobodyOfRole: 'No one in the demo clinic has this role anymore.',
  onlyInDemo: 'A screen can be unlocked without a password only in a demo clinic.',
  setUpAlready: 'A clinic is already set up here. A demo can be made only before that.',
  notMade: 'The demo clinic could not be made.',
  onlyOwner: 'Only the owner of the clinic can delete the demo.',
  beingMade: 'The demo is being made right now. Wait until it is ready.',
  noDemo: 'There is no demo clinic here.',
} as const
