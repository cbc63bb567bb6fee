import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'node:test'
import { literalsIn } from './testing/literals.ts'

const root = join(import.meta.dirname, '../..')
const sources = (pattern: string) =>
  globSync(pattern, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !/\.(test|d)\.tsx?$|(^|\/)test(ing)?\.ts$|\/testing\/|^web\/(gallery|dist|words)\//.test(file))

/** Sentences that stand where they are: see README.md. */
const notInTheCatalogue: readonly (readonly [RegExp, string])[] = [
  [
    /^care\/consent\/(documents\/|text\.ts|pdf\.ts)/,
    'a document is versioned data, with its frame, in its own language',
  ],
  [/^care\/(plans\/rules|sessions\/watching)\.ts/, 'criteria, which are rows with a source'],
  [/^(web\/build|server\/start)\.ts/, 'said in the terminal of whoever runs the server'],
  [/^science\/pharmacokinetics\//, 'an engine without screens; it answers in a terminal'],
]
const isElsewhere = (file: string) => notInTheCatalogue.some(([where]) => where.test(file))

const spoken = [...sources('{care,clinic,server,web}/**/*.{ts,tsx}'), 'demo/routes.ts', 'demo/door.ts']
const pure = sources('science/**/*.ts').filter((file) => file !== 'science/words.ts')

describe('what the server answers with stands in the catalogue', () => {
  test('the reading of code finds what it should, and nothing else', () => {
    const source = `
      // A comment is no sentence that somebody reads.
      throw new Problem('invalid', 'Choose a day.', { fields: { day: 'Choose one', kind: says.kind } })
      const Name = z.object({ name: z.string().min(1, 'Enter a name').max(9, says.tooLong), is: z.literal('entered in error') })
      const Size = z.number({ error: \`At most \${most} kg\` }).refine(fits, { message: 'Too big for this' })
      const because = open ? 'Nobody has answered yet.' : ''
      const rule = { id: 'X-1', says: 'A rule keeps its words.', source: register.label }
      if (!rule) throw new Error('This is for the log.')
      sql\`select one from two.\`
      return { state: 'not cleared', because: [{ answer: 'not met' }] }`
    const problemsAndChecks = ['Choose a day.', 'Choose one', 'Enter a name', 'At most … kg', 'Too big for this']
    assert.deepEqual(literalsIn('a.ts', source, { everywhere: false }), problemsAndChecks)
    assert.deepEqual(literalsIn('a.ts', source, { everywhere: true }), [
      ...problemsAndChecks,
      'Nobody has answered yet.',
    ])
  })

  test('it reads all the code there is', () => {
    assert.ok(spoken.length > 300, `${spoken.length} files seen`)
    assert.ok(pure.length > 40, `${pure.length} files of science seen`)
    const withProblems = spoken.filter((file) => readFileSync(join(root, file), 'utf8').includes('new Problem('))
    assert.ok(withProblems.length > 50, `${withProblems.length} files with a Problem seen`)
  })

  const found = (files: readonly string[], everywhere: boolean) =>
    files
      .filter((file) => !isElsewhere(file))
      .flatMap((file) =>
        literalsIn(file, readFileSync(join(root, file), 'utf8'), { everywhere }).map((text) => `${file}: ${text}`),
      )

  test('no sentence is written in care, clinic, server, web or at the door of the demo', () => {
    assert.deepEqual(found(spoken, true), [])
  })

  test('what science says of typed values stands in science/words.ts', () => {
    assert.deepEqual(found(pure, false), [])
  })

  test('every exception is still one', () => {
    for (const [where] of notInTheCatalogue) {
      const files = [...spoken, ...pure].filter((file) => where.test(file))
      const said = files.flatMap((file) =>
        literalsIn(file, readFileSync(join(root, file), 'utf8'), { everywhere: true }),
      )
      assert.ok(said.length > 0, String(where))
    }
  })
})
