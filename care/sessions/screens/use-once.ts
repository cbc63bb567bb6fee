import { useState } from 'react'
import { newId } from '../../../web/api.ts'

/** An id for one act: the same while it is tried again, so that it is done once; a new one after it was done. */
export const useOnce = (): [string, () => void] => {
  const [id, setId] = useState(newId)
  return [id, () => setId(newId())]
}
