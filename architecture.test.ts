import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'

/** The arrows of ARCHITECTURE.md, drawn from the imports. Down: anything. Sideways: read only. Up: never. */
const root = import.meta.dirname
const areas = ['science', 'care', 'clinic', 'database', 'server', 'web', 'fhir', 'cli', 'demo']

type Import = { from: string; to: string; line: string }

const files = areas
  .flatMap((area) => list(join(root, area)))
  .filter((file) => /\.tsx?$/.test(file) && !/\.d\.ts$/.test(file))
  .map((file) => relative(root, file).replaceAll('\\', '/'))

function list(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !name.startsWith('dist'))
      .map((name) => join(folder, name))
  } catch {
    return []
  }
}

const imports: Import[] = files.flatMap((from) => {
  const text = readFileSync(join(root, from), 'utf8')
  return [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^'"`\n;]*?(?:\n[^'"`;]*?)?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s+['"]([^'"]+)['"]/g,
    ),
  ].map((match) => {
    const said = match[1] ?? match[2] ?? match[3] ?? ''
    const to = said.startsWith('.') ? relative(root, join(root, dirname(from), said)).replaceAll('\\', '/') : said
    return { from, to, line: match[0].trim() }
  })
})

const isTest = (file: string) =>
  /\.test\.tsx?$/.test(file) || /(^|\/)test(ing)?\.ts$/.test(file) || file.includes('/testing/')
const inside = (file: string, ...folders: string[]) => folders.some((folder) => file.startsWith(`${folder}/`))
/** The catalogue of words is plain data, and what is sent by mail stands in it as well. */
const words = (file: string) => file.startsWith('web/words/')
const isScreen = (file: string) => file.includes('/screens/')
const stageOf = (file: string) => file.split('/').slice(0, 2).join('/')
const broken = (rule: (i: Import) => boolean) =>
  imports.filter((i) => !isTest(i.from) && rule(i)).map((i) => `${i.from} → ${i.to}`)

test('this test sees the code', () => {
  assert.ok(files.length > 100, `saw only ${files.length} files`)
  assert.ok(imports.length > 300, `saw only ${imports.length} imports`)
  for (const area of ['science', 'care', 'clinic', 'database', 'server', 'web', 'cli']) {
    assert.ok(
      files.some((file) => inside(file, area)),
      `saw nothing of ${area}`,
    )
    assert.ok(
      imports.some((i) => inside(i.from, area)),
      `saw no import in ${area}`,
    )
  }
  assert.ok(imports.some((i) => i.from === 'server/stages.ts' && i.to === 'care/sessions/routes.ts'))
})

test('science knows nobody and does no input or output', () => {
  assert.deepEqual(
    broken((i) => inside(i.from, 'science') && !inside(i.to, 'science') && i.to !== 'zod'),
    [],
  )
})

test('the database knows nobody above it', () => {
  assert.deepEqual(
    broken((i) => inside(i.from, 'database') && inside(i.to, 'care', 'clinic', 'server', 'web', 'cli', 'fhir', 'demo')),
    [],
  )
})

test('clinic does not know the stages of care, and nothing below a way in knows a way in', () => {
  assert.deepEqual(
    broken((i) => inside(i.from, 'clinic') && inside(i.to, 'care')),
    [],
  )
  assert.deepEqual(
    broken((i) => inside(i.from, 'clinic', 'care') && inside(i.to, 'server', 'cli', 'fhir', 'demo')),
    [],
  )
  assert.deepEqual(
    broken((i) => inside(i.from, 'clinic', 'care') && !isScreen(i.from) && inside(i.to, 'web') && !words(i.to)),
    [],
  )
})

test('screens stand on web’s controls and never reach into its entries', () => {
  assert.deepEqual(
    broken((i) => isScreen(i.from) && inside(i.to, 'web/staff', 'web/patient/app')),
    [],
  )
})

test('a stage of care reads its neighbours and never changes them', () => {
  const sideways = (i: Import) => inside(i.from, 'care') && inside(i.to, 'care') && stageOf(i.from) !== stageOf(i.to)
  assert.deepEqual(
    broken((i) => sideways(i) && /\/(changes|routes)[\w-]*\.ts$/.test(i.to)),
    [],
  )
})

test('only audited() opens a write transaction', () => {
  assert.deepEqual(
    broken((i) => i.to === 'database/write.ts' && !inside(i.from, 'database') && i.from !== 'clinic/audit/audited.ts'),
    [],
  )
})

test('the browser gets no server code', () => {
  const browser = (file: string) =>
    isScreen(file) || (inside(file, 'web') && !/^web\/(build|vite\.config)\.ts$/.test(file))
  const serverOnly = (to: string) =>
    to.startsWith('node:') || inside(to, 'database', 'server', 'cli') || /\/(queries|changes|routes|pdf)\.ts$/.test(to)
  assert.deepEqual(
    broken((i) => browser(i.from) && serverOnly(i.to) && !i.line.startsWith('import type')),
    [],
  )
})

test('nothing that reaches the browser, however far around, does input or output on the server', () => {
  const from = Map.groupBy(
    imports.filter((i) => !isTest(i.from) && !i.line.startsWith('import type') && !i.line.startsWith('export type')),
    (i) => i.from,
  )
  const cameBy = new Map<string, string>()
  const visit = (file: string) => {
    for (const { to } of from.get(file) ?? []) {
      if (cameBy.has(to)) continue
      cameBy.set(to, file)
      visit(to)
    }
  }
  const entries = files.filter(
    (file) => isScreen(file) || /^web\/(staff|patient|learn)\/(main|[\w-]+\.worker)\.tsx?$/.test(file),
  )
  assert.ok(entries.includes('web/learn/main.ts') && entries.includes('web/learn/people.worker.ts'))
  entries.forEach(visit)
  assert.ok(cameBy.size > 100, `followed only ${cameBy.size} files`)
  const wrong = [...cameBy].filter(([to]) => to.startsWith('node:') || inside(to, 'database', 'server', 'cli'))
  assert.deepEqual(
    wrong.map(([to, by]) => `${by} → ${to}`),
    [],
  )
})

test('nothing here depends on what lies beside the project', () => {
  assert.deepEqual(
    broken((i) => i.to.startsWith('..') || i.to.includes('shared/reference')),
    [],
  )
})
