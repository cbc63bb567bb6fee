import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildWeb } from '../web/build.ts'

const dist = join(import.meta.dirname, '../web/dist')

/** Every script an entry loads before it shows anything: those its page names and what they import at once. */
const loadedBy = (page: string): string[] => {
  const html = readFileSync(join(dist, page), 'utf8')
  const first = [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map((match) => match[1] ?? '')
  const seen = new Set<string>()
  const visit = (file: string) => {
    if (seen.has(file)) return
    seen.add(file)
    const code = readFileSync(join(dist, file), 'utf8')
    // Imports at the top of a module; `import(…)` is for later and does not count.
    for (const [, name] of code.matchAll(/(?:^|[;}\n])\s*(?:import|export)[^"'();]*?from\s*["']\.\/([^"']+\.js)["']/g))
      visit(`assets/${name}`)
    for (const [, name] of code.matchAll(/(?:^|[;}\n])\s*import\s*["']\.\/([^"']+\.js)["']/g)) visit(`assets/${name}`)
  }
  first.forEach(visit)
  return [...seen]
}

/** JavaScript, gzip, each file on its own as it is sent. */
export const sizes = async (): Promise<{ entry: string; files: number; kB: number }[]> => {
  await buildWeb()
  return ['patient.html', 'staff.html', 'learn.html'].map((page) => {
    const files = loadedBy(page)
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0)
    return { entry: page.replace('.html', ''), files: files.length, kB: Math.round(bytes / 102.4) / 10 }
  })
}
