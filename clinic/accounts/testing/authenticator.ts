import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

type Options = { challenge: string; rpId?: string; rp?: { id?: string } }

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()
const b64u = (data: Uint8Array | string) => Buffer.from(data).toString('base64url')

const userPresent = 0x01
const userVerified = 0x04
const withKey = 0x40

/**
 * A passkey device in software, as the WebAuthn standard describes one: makes a P-256 key, signs challenges, counts.
 * What it can be told to do wrong is what the server has to notice.
 */
export const newAuthenticator = ({ origin = 'http://localhost:4747', verifies = true } = {}) => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(32)
  let count = 0

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const authData = (rpId: string, flags: number, rest = Buffer.alloc(0)) => {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(count)
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), counter, rest])
  }
  const flags = userPresent | (verifies ? userVerified : 0)

  return {
    id: b64u(id),
    create: (options: Options) => {
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const cose = isoCBOR.encode(
        new Map<number, number | Uint8Array>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
          [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
        ]),
      )
      const length = Buffer.alloc(2)
      length.writeUInt16BE(id.length)
      const attested = Buffer.concat([Buffer.alloc(16), length, id, cose])
      const data = authData(options.rp?.id ?? '', flags | withKey, attested)
      const attestation = isoCBOR.encode(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', new Uint8Array(data)],
        ]) as never,
      )
      return {
        id: b64u(id),
        rawId: b64u(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: b64u(clientData('webauthn.create', options.challenge)),
          attestationObject: b64u(attestation),
          transports: ['internal'],
        },
      }
    },
    get: (options: Options) => {
      count += 1
      const client = clientData('webauthn.get', options.challenge)
      const data = authData(options.rpId ?? '', flags)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return {
        id: b64u(id),
        rawId: b64u(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: { clientDataJSON: b64u(client), authenticatorData: b64u(data), signature: b64u(signature) },
      }
    },
    /** A copy of the key that has signed less often: what a cloned device looks like. */
    setCount: (to: number) => {
      count = to
    },
  }
}
