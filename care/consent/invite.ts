/** The message that carries a consent link. It names no treatment: a lock screen shows it. Pure. */
export const inviteSubject = (clinicName: string): string => `${clinicName}: something for you to read`

export const inviteBody = (clinicName: string, url: string, days: number): string =>
  [
    `${clinicName} has something for you to read and decide about. Take your time.`,
    `Open it here: ${url}`,
    `The link is only for you. It works for ${days} days. Please do not pass it on.`,
    'If you did not expect this, call the clinic.',
  ].join('\n\n')

/** How long a link opens the document, in hours: sent home, and opened on the clinic's tablet. Clinic policy. */
export const hoursOpen = { mail: 7 * 24, sms: 7 * 24, tablet: 4 } as const
