import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { readAloud, voiced } from './aloud.ts'
import { linesOf } from './questionnaire.ts'

const voice = (name: string, lang: string, own = true, isDefault = false) => ({
  name,
  lang,
  localService: own,
  default: isDefault,
  voiceURI: name,
})
const asked = linesOf({ text: 'Sleep', hint: 'Any night', answers: [{ text: 'No' }, { text: 'Yes' }] }, 'How often?')

describe('what is read aloud', () => {
  test('is the beginning, the question, its hint and its answers, in the order of the screen', () =>
    assert.deepEqual(
      asked.map(({ text }) => text),
      ['How often?', 'Sleep', 'Any night', 'No', 'Yes'],
    ))

  test('of a question in Spanish its own words are Spanish, the hint of the page is not', () =>
    assert.deepEqual(linesOf({ text: 'Sueño', hint: 'Any night', answers: [{ text: 'Nunca' }] }, '¿?', 'es'), [
      { text: '¿?', language: 'es' },
      { text: 'Sueño', language: 'es' },
      { text: 'Any night', language: 'en' },
      { text: 'Nunca', language: 'es' },
    ]))
})

describe('a voice', () => {
  const names = (voices: ReturnType<typeof voice>[], lines = asked) =>
    voiced(voices, lines)?.map((one) => one.voice.name)

  test('is the device’s own, in the language of the words; its usual one where there are several', () => {
    const [remote, other, first, usual] = [
      voice('remote', 'en-US', false, true),
      voice('other', 'es-MX'),
      voice('first', 'en_GB'),
      voice('usual', 'en-US', true, true),
    ]
    assert.deepEqual(new Set(names([remote, other, first])), new Set(['first']))
    assert.deepEqual(new Set(names([remote, other, first, usual])), new Set(['usual']))
  })

  test('that sends what it reads elsewhere, or speaks another language, is not used: nothing is offered', () => {
    assert.equal(names([]), undefined)
    assert.equal(names([voice('remote', 'en-US', false)]), undefined)
    assert.equal(names([voice('other', 'es-US')]), undefined)
    assert.equal(names([voice('filipino', 'fil-PH')], [{ text: 'Kyllä', language: 'fi' }]), undefined)
    assert.equal(names([voice('first', 'en-US')], [...asked, { text: 'Nunca', language: 'es' }]), undefined)
    assert.equal(names([voice('first', 'en-US')], []), undefined)
  })
})

describe('reading', () => {
  type Utterance = { text: string; voice?: unknown; lang?: string; onend?: () => void; onerror?: () => void }
  const begun = () => {
    const spoken: Utterance[] = []
    const done = { cancelled: 0, ended: 0 }
    const speech = { speak: (one: Utterance) => spoken.push(one), cancel: () => (done.cancelled += 1) }
    const device = { speech, utter: (text: string): Utterance => ({ text }) }
    const said = voiced([voice('first', 'en-US')], asked)
    const stop = readAloud(device as never, said as never, () => (done.ended += 1))
    return { spoken, done, stop }
  }

  test('says each line once with its voice, and tells when the last one is over', () => {
    const { spoken, done } = begun()
    assert.deepEqual(
      spoken.map(({ text, lang }) => [text, lang]),
      asked.map(({ text }) => [text, 'en-US']),
    )
    assert.deepEqual(
      spoken.map(({ onend }) => onend !== undefined),
      [false, false, false, false, true],
    )
    assert.equal(done.ended, 0)
    spoken.at(-1)?.onend?.()
    assert.equal(done.ended, 1)
  })

  test('is stopped once; what the browser says of the lines it dropped then is not heard', () => {
    const { spoken, done, stop } = begun()
    const before = done.cancelled
    stop()
    stop()
    for (const { onerror } of spoken) onerror?.()
    assert.deepEqual([done.cancelled - before, done.ended], [1, 0])
  })

  test('that fails is over, and the rest of it is not read', () => {
    const { spoken, done } = begun()
    const before = done.cancelled
    spoken[1]?.onerror?.()
    spoken[2]?.onerror?.()
    assert.deepEqual([done.cancelled - before, done.ended], [1, 1])
  })
})
