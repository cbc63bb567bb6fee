/** What is said around the demo clinic when something cannot be done. */
export const says = {
  role: 'Choose a role.',
  noDemoClinic: 'There is no demo clinic to look around in.',
  nobodyOfRole: 'Nobody in the demo clinic has this role any more.',
  onlyInDemo: 'Only in a demo clinic can a screen be unlocked without a password.',
  setUpAlready: 'A clinic is set up here. A demo is made only before that.',
  notMade: 'The demo clinic could not be made.',
  onlyOwner: 'Only the owner of the clinic can throw the demo away.',
  beingMade: 'The demo is being made at this moment. Wait until it is there.',
  noDemo: 'There is no demo clinic here.',
} as const
