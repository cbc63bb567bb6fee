import { createContext, useContext } from 'react'

const Locked = createContext(false)

/** Around the page: whether somebody has to unlock before any of it is seen. */
export const BehindLock = Locked.Provider

/** For what the browser itself lays above everything, the lock too: it has to go while the page is locked. */
export const useLocked = (): boolean => useContext(Locked)
