import { useCallback, useState } from 'react'
import { newId } from '../../../web/api.ts'

/** Where somebody stopped reading, and the id their signature will have. No words of theirs, and nothing about them. */
type Place = { at: number; signId: string }

const key = (draftId: string) => `evenkeel.reading.${draftId}`

const findPlace = (draftId: string): Place | undefined => {
  try {
    const kept: unknown = JSON.parse(window.localStorage.getItem(key(draftId)) ?? 'null')
    const place = kept as Partial<Place> | null
    return typeof place?.at === 'number' && typeof place.signId === 'string'
      ? { at: place.at, signId: place.signId }
      : undefined
  } catch {
    return undefined
  }
}

const keepPlace = (draftId: string, place: Place | undefined): void => {
  try {
    if (place) window.localStorage.setItem(key(draftId), JSON.stringify(place))
    else window.localStorage.removeItem(key(draftId))
  } catch {
    // Storage is switched off: the place lasts as long as the page.
  }
}

export const forgetPlace = (draftId: string): void => keepPlace(draftId, undefined)

/** The page somebody is on (-1: the cover), kept on this device, and the id to sign with, the same after a reload. */
export const usePlace = (draftId: string) => {
  const [place, setPlace] = useState<Place>(() => findPlace(draftId) ?? { at: -1, signId: newId() })
  const show = useCallback(
    (at: number) =>
      setPlace(({ signId }) => {
        keepPlace(draftId, { at, signId })
        return { at, signId }
      }),
    [draftId],
  )
  return { ...place, show }
}
