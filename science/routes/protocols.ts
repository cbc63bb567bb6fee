import type { Route } from '../decide.ts'
import { esketamineProtocol } from './esketamine.ts'
import { imProtocol } from './im.ts'
import { ivProtocol } from './iv.ts'
import { lozengeProtocol } from './lozenge.ts'
import type { Protocol } from './protocol.ts'

/** Every route has its protocol. */
export const protocols: Readonly<Record<Route, Protocol>> = {
  im: imProtocol,
  iv: ivProtocol,
  lozenge: lozengeProtocol,
  esketamine: esketamineProtocol,
}
