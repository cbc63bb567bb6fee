import { useEffect, useRef, useState } from 'react'
import { type Line, readAloud, voiced } from './aloud.ts'
import { usePatientWords } from './words.ts'

/** Reads these lines with the device's own voice; where there is none, nothing is offered. It never starts by itself. */
export const ReadAloud = ({ lines }: { lines: readonly Line[] }) => {
  const patientWords = usePatientWords()
  const said = voiced(useVoices(), lines)
  const [reading, setReading] = useState(false)
  const stop = useRef<() => void>(undefined)
  const text = JSON.stringify(lines)
  // biome-ignore lint/correctness/useExhaustiveDependencies: other lines on the screen end what was read
  useEffect(() => {
    const quiet = () => {
      stop.current?.()
      setReading(false)
    }
    // A phone that is put away goes on speaking otherwise.
    const away = () => document.hidden && quiet()
    document.addEventListener('visibilitychange', away)
    window.addEventListener('pagehide', quiet)
    return () => {
      document.removeEventListener('visibilitychange', away)
      window.removeEventListener('pagehide', quiet)
      quiet()
    }
  }, [text])
  if (!said) return null
  return (
    <button
      type="button"
      className="button"
      data-kind="plain"
      onClick={() => {
        if (reading) stop.current?.()
        else {
          const device = { speech: speechSynthesis, utter: (words: string) => new SpeechSynthesisUtterance(words) }
          stop.current = readAloud(device, said, () => setReading(false))
        }
        setReading(!reading)
      }}
    >
      {reading ? patientWords.stopReading : patientWords.readAloud}
    </button>
  )
}

const has = (): boolean => 'speechSynthesis' in window && 'SpeechSynthesisUtterance' in window

/** The voices there are; many browsers know them only a moment after the page has opened. */
const useVoices = (): readonly SpeechSynthesisVoice[] => {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>([])
  useEffect(() => {
    if (!has()) return
    const look = () => setVoices(speechSynthesis.getVoices())
    look()
    speechSynthesis.addEventListener?.('voiceschanged', look)
    return () => speechSynthesis.removeEventListener?.('voiceschanged', look)
  }, [])
  return voices
}
