import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Instant } from '../../science/time.ts'
import { type Paper, paperPdf } from './paper.ts'
import { printable } from './printable.ts'
import { filesIn, linesIn } from './test.ts'

const names = [
  'Łukasz Żółć-Šťastný',
  'Gülşen Yıldız İnan',
  'Nguyễn Thị Phượng Đặng',
  'Αλέξανδρος Παπαδόπουλος',
  'Наталія Їжакевич-Ґудзь',
  'José Müller-Ångström',
]

const paper = (more: Partial<Paper> = {}): Paper => ({
  title: 'Session note',
  sections: [{ heading: 'Identity', lines: names }],
  foot: [],
  inside: { name: 'note.txt', type: 'text/plain', text: 'Łukasz 李\n' },
  printedAt: Instant.parse('2026-11-23T17:05:00.000Z'),
  ...more,
})
const printed = async (more: Partial<Paper> = {}) => Buffer.from(await paperPdf(paper(more)))

describe('a name is printed as it is written', () => {
  for (const name of names)
    test(name, async () => {
      const pdf = await printed({
        title: name,
        sections: [{ heading: name, lines: [name], table: { columns: [name], rows: [[name]] } }],
        foot: [name],
        of: name,
        mark: name,
      })
      const lines = linesIn(pdf).filter((line) => line.trimEnd() === name)
      // Mark, title, heading, line, both rows of the table, foot, and the foot of the page.
      assert.equal(lines.length, 8)
    })

  test('also where its accents were typed as letters of their own', async () => {
    assert.ok(linesIn(await printed({ sections: [{ heading: 'Identity', lines: ['Şule'] }] })).includes('Şule'))
  })
})

describe('what the typeface does not have stands there as its number', () => {
  const cases: [text: string, shown: string][] = [
    ['李 Łucja', '[U+674E] Łucja'],
    ['שרה', '[U+05E9][U+05E8][U+05D4]'],
    ['\u{1f642}', '[U+1F642]'],
    // Drawn as nothing, and turns round what follows.
    ['a\u202eb\u200bc\u0007\t', 'a[U+202E]b[U+200B]c[U+0007][U+0009]'],
    ['SpO₂ ≥ 94 %, 0.5 mg/kg × 70 kg − ½, 36 °C, “so” – …', 'SpO₂ ≥ 94 %, 0.5 mg/kg × 70 kg − ½, 36 °C, “so” – …'],
  ]
  for (const [text, shown] of cases) test(shown, () => assert.equal(printable(text), shown))

  test('and travels inside as it was written', async () => {
    assert.ok(filesIn(await printed()).includes('Łukasz 李\n'))
  })
})

test('a paper carries the letters that stand on it, not the whole typeface, and is the same each time', async () => {
  const [once, again] = [await printed(), await printed()]
  assert.ok(once.length < 60_000, `${once.length} bytes`)
  assert.deepEqual(once, again)
})

test('what a paper reads as does not follow from the paper before it, which had other letters of the same shape', async () => {
  const said = 'Office staff: 5 µg, 20% off, in-house'
  const read = async (line: string) => linesIn(await printed({ sections: [{ heading: 'X', lines: [line] }] }))
  await read('O\ufb00ice sta\ufb00:\u00a05\u00a0\u03bcg, 20%\u00a0o\ufb00, in\u2010house')
  assert.ok((await read(said)).some((line) => line.trimEnd() === said))
})
