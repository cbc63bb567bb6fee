import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { contrast, luminance, modes, tokensOf } from './tokens.ts'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const root = tokensOf(css, ':root')
const of = (mode: (typeof modes)[number]) => ({ ...root, ...tokensOf(css, `:root[data-mode='${mode}']`) })

// Text, what it stands on, and the least contrast. Body text is AAA (7), other text AA (4.5), control edges 3.
const pairs: [text: string, ground: string, least: number][] = [
  ...['paper', 'sheet', 'well', 'accent-soft', 'held-soft', 'attention-soft', 'emergency-soft'].map(
    (ground): [string, string, number] => ['ink', ground, 7],
  ),
  ...['paper', 'sheet', 'well'].flatMap((ground): [string, string, number][] => [
    ['ink-soft', ground, 4.5],
    ['accent', ground, 4.5],
    ['held', ground, 4.5],
    ['attention', ground, 4.5],
    ['emergency', ground, 4.5],
    ['edge', ground, 3],
  ]),
  ['on-accent', 'accent', 4.5],
  ['accent', 'accent-soft', 4.5],
  ...['held', 'attention', 'emergency'].flatMap((signal): [string, string, number][] => [
    [signal, `${signal}-soft`, 4.5],
    ['on-signal', signal, 4.5],
  ]),
]

describe('contrast', () => {
  for (const mode of modes) {
    for (const [text, ground, least] of pairs) {
      test(`${mode}: ${text} on ${ground} is at least ${least}`, () => {
        const tokens = of(mode)
        const ratio = contrast(tokens[text] ?? '', tokens[ground] ?? '')
        assert.ok(ratio >= least, `${text} ${tokens[text]} on ${ground} ${tokens[ground]} is ${ratio.toFixed(2)}`)
      })
    }
  }

  test('every text colour and ground the stylesheets use together is in the table', () => {
    const known = new Set(pairs.map(([text, ground]) => `${text} on ${ground}`))
    const missing: string[] = []
    for (const { file, text, ground } of usedPairs()) {
      if (!known.has(`${text} on ${ground}`)) missing.push(`${file}: ${text} on ${ground}`)
    }
    assert.deepEqual(missing, [])
  })
})

test('the system preference for dark gives exactly the dark mode', () => {
  assert.deepEqual(tokensOf(css, ':root:not([data-mode])'), tokensOf(css, ":root[data-mode='dark']"))
})

test('dim is darker than dark on every ground and sends less blue than red in every colour', () => {
  const [dark, dim] = [of('dark'), of('dim')]
  for (const ground of ['paper', 'sheet', 'well', 'accent-soft', 'held-soft', 'attention-soft', 'emergency-soft']) {
    assert.ok(luminance(dim[ground] ?? '') < luminance(dark[ground] ?? ''), ground)
  }
  for (const [name, value] of Object.entries(tokensOf(css, ":root[data-mode='dim']"))) {
    const [, red = '', blue = ''] = /^#(..)..(..)/.exec(value) ?? []
    assert.ok(Number.parseInt(red, 16) > Number.parseInt(blue, 16), `${name} ${value}`)
  }
})

test('touch targets are 44 px, 56 px in the session room', () => {
  assert.ok(Number.parseInt(root.touch ?? '', 10) >= 44)
  assert.ok(Number.parseInt(root['touch-room'] ?? '', 10) >= 56)
  assert.equal(tokensOf(css, "[data-place='session-room']").touch, 'var(--touch-room)')
})

test('space goes in steps of 4', () => {
  const steps = Object.entries(root).filter(([name]) => name.startsWith('space-'))
  assert.ok(steps.length >= 8)
  for (const [name, value] of steps) assert.equal(value, `${Number(name.slice(6)) * 4}px`, name)
})

test('type comes in five sizes', () => {
  const sizes = Object.entries(root).filter(([name]) => name.startsWith('text-'))
  assert.deepEqual(
    sizes.map(([name, value]) => [Number(name.slice(5)), Number.parseFloat(value) * 16]),
    [14, 16, 20, 28, 40].map((px) => [px, px]),
  )
})

test('no stylesheet names a colour or a type size of its own', () => {
  const found = sheets().flatMap(({ file, text }) =>
    [
      ...text.matchAll(
        /#[0-9a-f]{3,8}\b|rgba?\(|hsl|font-size:(?!\s*(?:var\(--text-|inherit|0\.\d+em|max\(16px))[^;]+/gi,
      ),
    ].map(([hit]) => `${file}: ${hit}`),
  )
  assert.deepEqual(found, [])
})

test('on paper the ink is black in every mode, also on a device that prefers dark', () => {
  const print = readFileSync(new URL('./print.css', import.meta.url), 'utf8')
  const [, printed = ''] = /@media print \{\s*([^{]+)\{\s*color-scheme: light/.exec(print) ?? []
  const selectors = printed.split(',').map((one) => one.trim())
  const coloured = [...css.matchAll(/(:root[^\s{]*) \{[^}]*--ink:/g)].map(([, selector = '']) => selector)
  assert.ok(coloured.length >= 4, coloured.join(' '))
  for (const selector of coloured)
    assert.ok(selectors.includes(selector.replace(/="\w+"/, '')), `${selector} is stronger than print.css`)
})

function sheets(): { file: string; text: string }[] {
  const here = new URL('.', import.meta.url)
  return readdirSync(here, { recursive: true, encoding: 'utf8' })
    .filter(
      (file) => file.endsWith('.css') && !file.startsWith('dist') && file !== 'tokens.css' && file !== 'print.css',
    )
    .map((file) => ({ file, text: readFileSync(new URL(file, here), 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '') }))
}

/** Rules that set both a text colour and a ground: those two are seen together. */
function usedPairs(): { file: string; text: string; ground: string }[] {
  return sheets().flatMap(({ file, text }) =>
    [...text.matchAll(/\{([^{}]*)\}/g)].flatMap(([, body = '']) => {
      const colour = /(?:^|[\s;])color:\s*var\(--([\w-]+)\)/.exec(body)?.[1]
      const ground = /background(?:-color)?:\s*var\(--([\w-]+)\)/.exec(body)?.[1]
      return colour && ground ? [{ file, text: colour, ground }] : []
    }),
  )
}
