import type { Route } from '../../science/decide.ts'
import type { DefaultDocument } from './document.ts'
import { esketamineSpray } from './documents/esketamine-spray.ts'
import { imKetamine } from './documents/im-ketamine.ts'
import { ivKetamine } from './documents/iv-ketamine.ts'
import { lozengeKetamine } from './documents/lozenge-ketamine.ts'

/** The texts that ship with Evenkeel, by route. */
export const shipped: Readonly<Record<Route, DefaultDocument>> = {
  im: imKetamine,
  iv: ivKetamine,
  lozenge: lozengeKetamine,
  esketamine: esketamineSpray,
}
