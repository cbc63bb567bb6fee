import { api } from './api.ts'

/**
 * Opens a patient's link on this tablet. The patient gets it with nobody of the staff signed in for use: the screen is
 * locked first. The way to the server is the one this tablet is using, whatever address patients are sent.
 */
export const handOver = async (url: string): Promise<void> => {
  await api.post('/api/sign-in/lock')
  const { pathname, hash } = new URL(url)
  window.location.assign(pathname + hash)
}
