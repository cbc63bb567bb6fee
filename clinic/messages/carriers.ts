import { createTransport } from 'nodemailer'
import { z } from 'zod'
import { StartProblem } from '../../database/errors.ts'
import { says } from '../../web/words/en/says/messages.ts'
import { isLocal } from '../request/local.ts'
import type { Channel, Outgoing } from './message.ts'

/** Hands one message over, or throws `NotCarried`. */
export type Carrier = (message: Outgoing) => Promise<void>
export type Carriers = Partial<Record<Channel, Carrier>>

/** The other side did not take it. `forGood`: it said so in a way that asking again does not change. */
export class NotCarried extends Error {
  readonly forGood: boolean
  constructor(kind: string, forGood: boolean) {
    super(kind)
    this.forGood = forGood
  }
}

/** Mail by SMTP. The reply of the server is kept as its code only: its text can repeat the address or the subject. */
export const mailBy = (smtpUrl: string, from: string): Carrier => {
  const transport = createTransport({
    url: smtpUrl,
    // A link in a message opens something: it travels encrypted, except to a server on this machine.
    requireTLS: !isLocal(new URL(smtpUrl).hostname),
    // A mail server that hangs must not keep everything behind it waiting.
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 30_000,
  })
  return async ({ id, clinic, to, subject, body }) => {
    const message = {
      from: { name: clinic, address: from },
      to: { name: '', address: to },
      subject,
      text: body,
      messageId: `<${id}@${from.split('@').at(-1)}>`,
      headers: { 'auto-submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
    }
    await transport.sendMail(message).catch((error: unknown) => {
      throw notCarried(error)
    })
  }
}

const notCarried = (error: unknown): NotCarried => {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const answer = typeof responseCode === 'number' ? responseCode : undefined
  const kind = `mail: ${[code, answer].filter((part) => part !== undefined).join(' ') || 'no answer'}`
  // 5xx on the envelope or the message is the server's last word; 5xx at sign-in is for us to mend, so try again.
  return new NotCarried(kind, answer !== undefined && answer >= 550 && answer < 560 && code !== 'EAUTH')
}

/** Text messages by a clinic's own gateway: one POST of {id, to, text} to a web address. */
export const textBy = (url: string, ask: typeof fetch = fetch): Carrier => {
  return async ({ id, to, body }) => {
    const response = await ask(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify({ id, to, text: body }),
      redirect: 'error',
      signal: AbortSignal.timeout(15_000),
    }).catch(() => undefined)
    if (response?.ok) return
    const status = response?.status
    throw new NotCarried(`text: ${status ?? 'no answer'}`, status === 400 || status === 410 || status === 422)
  }
}

/**
 * From the environment: SMTP_URL (smtp://user:password@host:587) with MAIL_FROM, and SMS_URL. What is not set has no
 * carrier, and its messages stay in the outbox.
 * @throws StartProblem for what nothing could be sent by, without repeating it: it can hold a password
 */
export const carriersFrom = (environment: Environment): Carriers => {
  for (const [holds, because] of wrongSettings(environment)) if (!holds) throw new StartProblem(because)
  return carriersOf(environment)
}

const wrongSettings = ({ SMTP_URL, MAIL_FROM, SMS_URL }: Environment): [boolean, string][] => {
  const [smtp, sms] = [SMTP_URL, SMS_URL].map((url) => (url ? URL.parse(url) : undefined))
  return [
    [smtp === undefined || /^smtps?:$/.test(smtp?.protocol ?? ''), says.smtpUrl],
    [!MAIL_FROM || z.email().safeParse(addressIn(MAIL_FROM)).success, says.mailFrom],
    [
      sms === undefined || sms?.protocol === 'https:' || (sms?.protocol === 'http:' && isLocal(sms.hostname)),
      says.smsUrl,
    ],
  ]
}

/** `Name <address>` is how many write it. */
const addressIn = (from: string): string => /<([^<>]*)>\s*$/.exec(from)?.[1] ?? from

const carriersOf = ({ SMTP_URL, MAIL_FROM, SMS_URL }: Environment): Carriers => ({
  ...(SMTP_URL ? { mail: mailBy(SMTP_URL, MAIL_FROM ? addressIn(MAIL_FROM) : fromOf(SMTP_URL)) } : {}),
  ...(SMS_URL ? { sms: textBy(SMS_URL) } : {}),
})

/** Which kinds of message leave this server by themselves. */
export const carriesBy = ({ SMTP_URL, SMS_URL }: Environment): Record<Channel, boolean> => ({
  mail: Boolean(SMTP_URL),
  sms: Boolean(SMS_URL),
})

type Environment = { SMTP_URL?: string | undefined; MAIL_FROM?: string | undefined; SMS_URL?: string | undefined }

const fromOf = (smtpUrl: string): string => {
  const { username, hostname } = new URL(smtpUrl)
  const name = decodeURIComponent(username)
  return name.includes('@') ? name : `no-reply@${hostname}`
}
