/**
 * A linear compartment model as a list of flows. `perHour` is the fraction of `from` that leaves each hour.
 * A flow that `keeps` its source does not empty it: a constant input rate (mg/h) fills its compartment that way, and an
 * area under the curve collects a concentration that way.
 */
export type Flow<Person> = { from: string; to: string; perHour: (person: Person) => number; keeps?: true }

export type Network<Person> = {
  states: readonly string[]
  size: number
  flows: readonly Flow<Person>[]
  /** Of entry e of the matrix: dx[row]/dt += sign · perHour(flow) · x[column]. */
  rows: Uint8Array
  columns: Uint8Array
  flowOf: Uint8Array
  signs: Int8Array
  /** Of each state, the first and the last state that it can ever receive anything from: the rest of its row stays 0. */
  first: Uint8Array
  last: Uint8Array
}

const reach = (size: number, entries: readonly { row: number; column: number }[]) => {
  const origins = Array.from({ length: size }, (_, i) => new Set([i]))
  for (let round = 0; round < size; round++)
    for (const { row, column } of entries) for (const origin of origins[column] ?? []) origins[row]?.add(origin)
  return {
    first: Uint8Array.from(origins, (some) => Math.min(...some)),
    last: Uint8Array.from(origins, (some) => Math.max(...some)),
  }
}

/**
 * The part of a model that these states need. What flows to a state that is left out is lost; what would come from one
 * never comes. So a curve without norketamine costs no norketamine, and a test that adds 'out' sees every milligram.
 */
export const networkOf = <Person>(all: readonly Flow<Person>[], states: readonly string[]): Network<Person> => {
  const flows = all.filter(({ from, to, keeps }) => states.includes(from) && (!keeps || states.includes(to)))
  const entries = flows.flatMap(({ from, to, keeps }, flow) => {
    const column = states.indexOf(from)
    const gains = states.includes(to) ? [{ row: states.indexOf(to), column, flow, sign: 1 }] : []
    return keeps ? gains : [...gains, { row: column, column, flow, sign: -1 }]
  })
  return {
    states,
    size: states.length,
    flows,
    rows: Uint8Array.from(entries, ({ row }) => row),
    columns: Uint8Array.from(entries, ({ column }) => column),
    flowOf: Uint8Array.from(entries, ({ flow }) => flow),
    signs: Int8Array.from(entries, ({ sign }) => sign),
    ...reach(states.length, entries),
  }
}

/** The matrix of one person, entry by entry (1/h), in the order of the network. */
export const fillEntries = <Person>(network: Network<Person>, person: Person, entries: Float64Array): void => {
  const { flows, flowOf, signs } = network
  for (let e = 0; e < entries.length; e++) {
    const flow = flows[flowOf[e] ?? 0]
    entries[e] = flow ? (signs[e] ?? 0) * flow.perHour(person) : 0
  }
}
