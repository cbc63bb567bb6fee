import { useEffect, useSyncExternalStore } from 'react'

/**
 * Two tones made here: three short high ones for an emergency, one long lower one for everything else. A browser lets a
 * page sound only after somebody has pressed something on it, so it is off until then, and the board says so.
 */
let audio: AudioContext | undefined
const watchers = new Set<() => void>()
const tell = () => {
  for (const watcher of watchers) watcher()
}

const everyMs = { emergency: 4_000, attention: 15_000 } as const
export type Urgency = keyof typeof everyMs

const tone = (context: AudioContext, at: number, hertz: number, seconds: number) => {
  const pitch = context.createOscillator()
  const loudness = context.createGain()
  pitch.frequency.value = hertz
  // A tone that begins and ends at once would crack.
  loudness.gain.setValueAtTime(0, at)
  loudness.gain.linearRampToValueAtTime(0.5, at + 0.02)
  loudness.gain.setValueAtTime(0.5, at + seconds - 0.05)
  loudness.gain.linearRampToValueAtTime(0, at + seconds)
  pitch.connect(loudness).connect(context.destination)
  pitch.start(at)
  pitch.stop(at + seconds)
}

const sound = (urgency: Urgency) => {
  if (audio?.state !== 'running') return
  const from = audio.currentTime
  if (urgency === 'emergency') for (const after of [0, 0.3, 0.6]) tone(audio, from + after, 960, 0.2)
  else tone(audio, from, 520, 0.6)
}

/** Pressed by a person at this display. It sounds once, so that they hear how loud it is here. */
export const switchSoundOn = async (): Promise<void> => {
  if (!audio) {
    audio = new AudioContext()
    audio.addEventListener('statechange', tell)
  }
  await audio.resume()
  tell()
  sound('attention')
}

/** Whether this display can be heard. The browser may take it away, when the device sleeps for instance. */
export const useSoundOn = (): boolean =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => {
        watchers.delete(watcher)
      }
    },
    () => audio?.state === 'running',
  )

/** Sounds at once, and again and again while it lasts. */
export const useSounding = (urgency: Urgency | undefined): void => {
  useEffect(() => {
    if (!urgency) return
    sound(urgency)
    const again = setInterval(() => sound(urgency), everyMs[urgency])
    return () => clearInterval(again)
  }, [urgency])
}
