import type { Plugin } from 'vite'

/** A source file of the browser code: what it imports at once, and what only later, by `import(…)`. */
export type Source = { imports: readonly string[]; later: readonly string[]; bytes: number }
type Sources = ReadonlyMap<string, Source>
export type Entries = { staff: string; patient: string; open: readonly string[] }

/**
 * What a request costs, in bytes of source, of which a fifth goes over the wire: 25 ms of a network with 150 ms there and
 * back, six requests at a time and 1.6 Mbit/s.
 */
const requestBytes = 20_000

/** What is loaded together: its files, the staff's and the patients' pages that load it, and the chunks it needs first. */
type Chunk = { files: string[]; pages: Set<string>; patients: string; bytes: number; needs: Set<Chunk> }

/**
 * Which chunk a source file goes into. Files that the same pages load begin as one; then whichever two save more requests
 * than the bytes they bring along cost become one, until none do. A patient’s page loads nothing that it does not need
 * itself: put together by size alone, it once loaded 351 kB instead of 93. The bundler sees to public pages, and to
 * what comes with one page or one entry only.
 */
export const planChunks = (sources: Sources, entries: Entries): Map<string, string> => {
  const open = loadedBy(sources, [...entries.open, ...laterThan(sources, entries.open)])
  const staff = pagesOf(sources, entries.staff)
  const patients = pagesOf(sources, entries.patient)
  const begun = new Map<string, Chunk>()
  for (const [file, { bytes }] of sources) {
    const own = pagesWith(staff, file)
    const theirs = pagesWith(patients, file)
    const oneOnly = own.length + theirs.length < 2
    const oneEntry = own.length === 0 || (theirs.length === 0 && own.length === staff.size)
    if (open.has(file) || oneOnly || oneEntry) continue
    const key = [...own, ...theirs].join()
    const chunk = begun.get(key) ?? {
      files: [],
      pages: new Set(own),
      patients: theirs.join(),
      bytes: 0,
      needs: new Set(),
    }
    begun.set(key, chunk)
    chunk.files.push(file)
    chunk.bytes += bytes
  }
  const chunks = joined(sources, [...begun.values()])
  return new Map(
    chunks.flatMap(({ files, patients }, at) =>
      files.map((file) => [file, `${patients ? 'both' : 'staff'}-${at + 1}`] as const),
    ),
  )
}

const loadedBy = (sources: Sources, from: readonly string[]): Set<string> => {
  const found = new Set(from)
  for (const file of found) for (const next of sources.get(file)?.imports ?? []) found.add(next)
  return found
}

/** Every file that is loaded later from one of these, however far behind. */
const laterThan = (sources: Sources, from: readonly string[]): string[] => {
  const later = new Set<string>()
  for (const file of loadedBy(sources, from)) for (const next of sources.get(file)?.later ?? []) later.add(next)
  for (const page of later)
    for (const file of loadedBy(sources, [page])) for (const next of sources.get(file)?.later ?? []) later.add(next)
  return [...later]
}

/** An entry and its screens, each with every file that is there when it shows: what the entry loads is there already. */
const pagesOf = (sources: Sources, entry: string): Map<string, Set<string>> =>
  new Map([entry, ...laterThan(sources, [entry])].map((page) => [page, loadedBy(sources, [entry, page])]))

const pagesWith = (pages: ReadonlyMap<string, ReadonlySet<string>>, file: string): string[] =>
  [...pages].filter(([, files]) => files.has(file)).map(([page]) => page)

const joined = (sources: Sources, begun: readonly Chunk[]): Chunk[] => {
  const chunkOf = new Map(begun.flatMap((chunk) => chunk.files.map((file) => [file, chunk] as const)))
  for (const [file, chunk] of chunkOf)
    for (const next of sources.get(file)?.imports ?? []) {
      const needed = chunkOf.get(next)
      if (needed && needed !== chunk) chunk.needs.add(needed)
    }
  const chunks = new Set(begun)
  for (let best = bestPair(chunks); best; best = bestPair(chunks)) {
    const [a, b] = best
    for (const page of b.pages) a.pages.add(page)
    for (const chunk of b.needs) a.needs.add(chunk)
    a.files.push(...b.files)
    a.bytes += b.bytes
    for (const chunk of chunks) if (chunk.needs.delete(b)) chunk.needs.add(a)
    a.needs.delete(a)
    chunks.delete(b)
  }
  return [...chunks]
}

const bestPair = (chunks: ReadonlySet<Chunk>): [Chunk, Chunk] | undefined => {
  let best: [Chunk, Chunk] | undefined
  let most = 0
  for (const a of chunks)
    for (const b of chunks) {
      if (a === b || a.patients !== b.patients) continue
      const gain = gainOf(a, b)
      if (gain <= most || around(a, b) || around(b, a)) continue
      most = gain
      best = [a, b]
    }
  return best
}

const gainOf = (a: Chunk, b: Chunk): number => {
  const both = a.pages.intersection(b.pages).size
  return requestBytes * both - a.bytes * (b.pages.size - both) - b.bytes * (a.pages.size - both)
}

/** Whether `a` needs `b` by way of another: joined, they would need one that needs them, and neither could run first. */
const around = (a: Chunk, b: Chunk): boolean => {
  const behind = new Set([...a.needs].filter((chunk) => chunk !== b))
  for (const chunk of behind) for (const next of chunk.needs) behind.add(next)
  return behind.has(b)
}

/** The plan for what Vite builds: made when every file is known, and asked about each before there are chunks. */
export const chunks = () => {
  let names = new Map<string, string>()
  const plugin: Plugin = {
    name: 'chunks',
    buildEnd() {
      const sources = new Map<string, Source>()
      const entries: string[] = []
      for (const id of this.getModuleIds()) {
        const file = this.getModuleInfo(id)
        if (!file) continue
        if (file.isEntry) entries.push(id)
        const bytes = file.code?.length ?? 0
        sources.set(id, { imports: file.importedIds, later: file.dynamicallyImportedIds, bytes })
      }
      const entry = (name: string) => entries.find((id) => id.endsWith(`/${name}.html`)) ?? ''
      const [staff, patient] = [entry('staff'), entry('patient')]
      names = planChunks(sources, { staff, patient, open: entries.filter((id) => id !== staff && id !== patient) })
    },
  }
  const groups = [
    {
      debugName: 'pages',
      name: (id: string) => names.get(id) ?? null,
      // What a file needs is in the plan by itself.
      includeDependenciesRecursively: false,
    },
  ]
  return { plugin, groups }
}
