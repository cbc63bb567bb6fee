/** A patient's link in the hands of whoever made it: opened here, or taken over to the patient's own phone. */
export const linkWords = {
  here: 'Lock this screen and open it here',
  hereHelp: 'The patient cannot get back to your work.',
  code: 'Show a code for their phone',
  codeTitle: 'For the patient’s own phone',
  codeHelp: 'The patient points their phone’s camera at the code and opens the address. It is shown only now.',
  codeAlt: 'The link as a code to scan with a camera',
  until: (when: string) => `It works until ${when}.`,
  paper: 'Point your phone’s camera at this and open the address. It is for you alone.',
  print: 'Print the code',
  copy: 'Copy link',
  copied: 'Copied',
} as const
