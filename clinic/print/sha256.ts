import { createHash } from 'node:crypto'

/** SHA-256 in hexadecimal of a text's UTF-8 bytes: what `sha256sum` says about the same text in a file. */
export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
