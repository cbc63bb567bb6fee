import { Secret, TOTP } from 'otpauth'
import type { Instant } from '../../../science/time.ts'

const period = 30

const totpOf = (secret: string, label = '') =>
  new TOTP({ issuer: 'Evenkeel', label, secret: Secret.fromBase32(secret), period })

/** 160 bits of chance, as base32. */
export const newCodeSecret = (): string => new Secret({ size: 20 }).base32

/** What the QR code says to an authenticator app. */
export const codeUri = (secret: string, email: string): string => totpOf(secret, email).toString()

/**
 * The time step whose code this is, or undefined. One step early and one late count, for a clock that is off by up to
 * half a minute. The caller refuses a step that was used before: a code works once (RFC 6238, 5.2).
 */
export const stepOfCode = (secret: string, code: string, now: Instant): number | undefined => {
  const token = code.replaceAll(/\s/g, '')
  if (!/^\d{6}$/.test(token)) return undefined
  const timestamp = Date.parse(now)
  const delta = totpOf(secret).validate({ token, timestamp, window: 1 })
  return delta === null ? undefined : TOTP.counter({ period, timestamp }) + delta
}
