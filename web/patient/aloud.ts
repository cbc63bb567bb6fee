/** What is read aloud, and the language it is written in. */
export type Line = { text: string; language: string }

type Voice = Pick<SpeechSynthesisVoice, 'lang' | 'localService' | 'default'>
type Said<Own> = { text: string; voice: Own }

const base = (language: string): string => language.split(/[-_]/)[0]?.toLowerCase() ?? ''

/**
 * The lines with a voice each, or nothing where one has none. Only the device's own voices: others send what they read to
 * somebody else's server. A Spanish question is not read by an English voice.
 */
export const voiced = <Own extends Voice>(voices: readonly Own[], lines: readonly Line[]): Said<Own>[] | undefined => {
  const said = lines.flatMap(({ text, language }) => {
    const fit = voices.filter((one) => one.localService && base(one.lang) === base(language))
    const voice = fit.find((one) => one.default) ?? fit[0]
    return voice ? [{ text, voice }] : []
  })
  return said.length === lines.length && said.length > 0 ? said : undefined
}

/** Reads the lines one after the other, with a pause between. The answer stops it; `onEnd` is told when it ends by itself. */
export const readAloud = (
  {
    speech,
    utter,
  }: { speech: Pick<SpeechSynthesis, 'speak' | 'cancel'>; utter: (text: string) => SpeechSynthesisUtterance },
  said: readonly Said<SpeechSynthesisVoice>[],
  onEnd: () => void,
): (() => void) => {
  let going = true
  const stop = () => {
    if (!going) return
    going = false
    speech.cancel()
  }
  const end = () => {
    if (!going) return
    stop()
    onEnd()
  }
  // What another page of this browser left waiting would be read first.
  speech.cancel()
  said.forEach(({ text, voice }, place) => {
    const utterance = utter(text)
    utterance.voice = voice
    utterance.lang = voice.lang
    utterance.onerror = end
    if (place === said.length - 1) utterance.onend = end
    speech.speak(utterance)
  })
  return stop
}
