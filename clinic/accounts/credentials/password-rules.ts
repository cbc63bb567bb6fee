import { says } from '../../../web/words/en/says/accounts.ts'

/** Shortest password, in characters. Source: NIST SP 800-63B-4, 3.1.1.2 asks for 15 alone and 8 beside a second factor. */
export const shortestPassword = 12
export const longestPassword = 200

/** Beginnings and bodies of passwords that turn up again and again in leaks, and words anybody would guess here. */
const common = [
  'password',
  'passwort',
  'passw0rd',
  'p@ssword',
  'p@ssw0rd',
  'letmein',
  'welcome',
  'iloveyou',
  'sunshine',
  'princess',
  'football',
  'baseball',
  'dragon',
  'monkey',
  'superman',
  'batman',
  'trustno',
  'whatever',
  'starwars',
  'master',
  'shadow',
  'michael',
  'jessica',
  'charlie',
  'qwerty',
  'qwertz',
  'azerty',
  'asdfgh',
  'zxcvbn',
  'qazwsx',
  'admin',
  'administrator',
  'changeme',
  'secret',
  'default',
  'computer',
  'internet',
  'hello',
  'login',
  'summer',
  'winter',
  'spring',
  'autumn',
  'evenkeel',
  'ketamine',
  'esketamine',
  'spravato',
  'clinic',
  'hospital',
  'doctor',
  'nurse',
  'patient',
  'medical',
]
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'qwertzuiop',
  '1q2w3e4r5t6y7u8i9o0p',
]

/** The same password however it is typed: Unicode in one form. */
export const plainPassword = (typed: string): string => typed.normalize('NFKC')

/**
 * What is wrong with a password, as a sentence, or undefined. Known words, the person's own name and address, runs of
 * the keyboard and repetitions count for nothing: what is left has to be long enough to be hard to guess.
 */
export const whyNotPassword = (typed: string, own: readonly string[] = []): string | undefined => {
  const password = plainPassword(typed)
  const length = [...password].length
  if (length < shortestPassword) return says.passwordTooShort(shortestPassword)
  if (length > longestPassword) return says.passwordTooLong(longestPassword)
  const lower = password.toLowerCase()
  const names = own.flatMap((one) => one.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length >= 4)
  const without = [...names, ...common].reduce((rest, word) => rest.replaceAll(word, ''), lower)
  const left = withoutRuns(without.replaceAll(/(.{1,4}?)\1{2,}/gu, '$1'))
  if (new Set(left).size >= 5 && left.length >= 7) return undefined
  if (names.some((name) => lower.includes(name))) return says.passwordOfOwnName
  return says.passwordGuessable
}

/** Takes out stretches of four and more that follow the alphabet, the digits or a row of keys, either way round. */
const withoutRuns = (text: string): string => {
  let left = text
  for (const row of [...rows, ...rows.map((one) => [...one].reverse().join(''))]) {
    for (let length = row.length; length >= 4; length--) {
      for (let at = 0; at + length <= row.length; at++) left = left.replaceAll(row.slice(at, at + length), '')
    }
  }
  return left
}
