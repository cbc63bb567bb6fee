import type { Channel } from '../../clinic/messages/message.ts'

/** The message that carries a link to questions. It names no treatment and no illness: a lock screen shows it. Pure. */
export const inviteSubject = (clinicName: string): string => `${clinicName}: a few questions for you`

export const inviteBody = (channel: Channel, clinicName: string, url: string, hours: number): string => {
  const days = Math.max(1, Math.round(hours / 24))
  const open = days === 1 ? '1 day' : `${days} days`
  const lines = [
    `${clinicName} would like to know how you are. It takes a few minutes.`,
    `Open it here: ${url}`,
    `The link is only for you and works for ${open}. Please do not pass it on.`,
    'This is not for emergencies. If you are in danger or in crisis, call or text 988, or call 911.',
  ]
  return lines.join(channel === 'sms' ? '\n' : '\n\n')
}
