import { sql } from '../../database/sql.ts'
import type { Statement } from '../../database/types.ts'
import { Identity } from './identity.ts'
import { type Kind, kinds } from './kinds.ts'

/** The column of a property: `memberId` is in `member_id`. Only ever called with names from our own schemas. */
export const columnOf = (property: string): string => property.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

const listed = (properties: readonly string[], table: string): string =>
  properties.map((property) => `${table}.${columnOf(property)} as "${property}"`).join(', ')

export const propertiesOf = (kind: Kind): string[] => Object.keys(kinds[kind].shape)
export const identityProperties = Object.keys(Identity.shape)

/** The columns of a list's rows by the names of their properties, for a statement that calls its table `f`. */
export const factColumns = (kind: Kind): Statement => sql.raw(listed(propertiesOf(kind), 'f'))
export const identityColumns = (table: string): Statement => sql.raw(listed(identityProperties, table))
export const tableOf = (kind: Kind): Statement => sql.raw(kind)
