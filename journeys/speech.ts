import type { Page } from 'playwright-core'

type Fake = { heard: Heard; knows: (own: boolean) => void }
export type Heard = { said: string[]; cancelled: number }

/**
 * A phone that can speak: it knows its one voice only when it is told to, a moment after the page has opened, and keeps what
 * it was told to say. Before the page is opened.
 */
export const withSpeech = async (page: Page, language = 'en-US') => {
  await page.addInitScript((lang) => {
    const heard = { said: [] as string[], cancelled: 0 }
    const speech = Object.assign(new EventTarget(), {
      voices: [] as object[],
      getVoices: () => speech.voices,
      speak: ({ text, voice }: { text: string; voice: { name: string } }) => heard.said.push(`${voice.name}: ${text}`),
      cancel: () => {
        heard.cancelled += 1
      },
    })
    Object.defineProperty(window, 'speechSynthesis', { value: speech })
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: function (this: { text: string }, text: string) {
        this.text = text
      },
    })
    Object.assign(window, {
      heard,
      knows: (localService: boolean) => {
        speech.voices = [{ name: 'Own', lang, localService, default: true }]
        speech.dispatchEvent(new Event('voiceschanged'))
      },
    })
  }, language)
  return {
    /** @param own whether the voice is the device's, or sends the words elsewhere */
    knows: (own: boolean) => page.evaluate((is) => (window as never as Fake).knows(is), own),
    heard: (): Promise<Heard> => page.evaluate(() => (window as never as Fake).heard),
  }
}
