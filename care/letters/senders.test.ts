import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '../..')
const code = globSync('{care,clinic,server,cli,demo}/**/*.ts', { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.ts$|(^|\/)test\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }))
const naming = (pattern: RegExp) => code.filter(({ text }) => pattern.test(text)).map(({ file }) => file)

test('whether something may go to somebody outside is decided in one place, asked by letters and the text for a payer', () => {
  assert.deepEqual(naming(/\bmayShare\(/).sort(), ['care/evaluation/payer-taken.ts', 'care/letters/read.ts'])
  assert.deepEqual(naming(/export const mayShare\b/), ['clinic/releases/may-share.ts'])
})

test('every way out of a letter asks: signing, printing and marking as sent', () => {
  assert.deepEqual(naming(/insert into letter_(signature|sending)/), ['care/letters/changes.ts'])
  const ways = ['signVersion', 'markVersionSent', 'letterPdf']
  for (const way of ways)
    assert.deepEqual(naming(new RegExp(`\\b${way}\\(`)), ['care/letters/routes-of-sending.ts'], way)
  const routes = readFileSync(join(root, 'care/letters/routes-of-sending.ts'), 'utf8').split(/\bconst \w+ = route\(/)
  const out = routes.filter((text) => ways.some((way) => text.includes(`${way}(`)))
  assert.equal(out.length, ways.length)
  for (const text of out) assert.match(text, /recordsOrHeld\(await maySend\(/)
})

test('the text for a payer leaves through one route, which asks', () => {
  assert.deepEqual(naming(/insert into payer_text/), ['care/evaluation/changes-of-payer.ts'])
  assert.deepEqual(naming(/\bsavePayerText\(/), ['care/evaluation/routes-of-payer.ts'])
  const text = readFileSync(join(root, 'care/evaluation/routes-of-payer.ts'), 'utf8')
  assert.ok(text.indexOf('if (!answer.may)') < text.indexOf('await savePayerText('))
})

test('mail and text messages go to staff and patients: nobody who is named as a recipient is reached by the outbox', () => {
  const senders = naming(/\bqueueMessage\(/)
  assert.ok(senders.length > 2, senders.join(', '))
  for (const { file, text } of code.filter(({ file }) => senders.includes(file)))
    assert.doesNotMatch(text, /\brecipient\b/, file)
})
