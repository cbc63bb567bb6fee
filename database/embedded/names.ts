/** More different statements than this means somebody builds them from text; the rest go unprepared. */
const most = 1000

/** Which statements the engine's session holds prepared, so that each is parsed and planned once. */
export const names = () => {
  const known = new Map<string, string>()
  let asked: string[] = []
  let made = 0
  return {
    nameOf: (text: string): { name: string; prepared: boolean } => {
      const name = known.get(text)
      if (name !== undefined) return { name, prepared: true }
      if (known.size >= most) {
        asked.push('')
        return { name: '', prepared: false }
      }
      const fresh = `s${made++}`
      known.set(text, fresh)
      asked.push(text)
      return { name: fresh, prepared: false }
    },
    /** The engine answers in order: of those asked for, only the first `parsed` exist. */
    confirm: (parsed: number): void => {
      for (const text of asked.slice(parsed)) known.delete(text)
      asked = []
    },
  }
}
