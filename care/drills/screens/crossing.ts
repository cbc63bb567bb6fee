import { api } from '../../../web/api.ts'
import { heardFrom } from '../../../web/clock.ts'
import { dropAllDrafts } from '../../../web/controls/drafts.ts'
import { forgetKnown } from '../../../web/known.ts'

/** Whoever goes in or out is somebody else on this device: nothing typed or remembered goes along. */
const crossTo = async (path: string): Promise<void> => {
  dropAllDrafts()
  await forgetKnown()
  window.location.assign(path)
}

export const goIn = async (drillId: string): Promise<void> => {
  const { sessionId } = await api.post<{ sessionId: string }>(`/api/drills/${drillId}/enter`)
  await crossTo(`/sessions/${sessionId}`)
}

export const goOut = async (): Promise<void> => {
  const { drillId } = await api.post<{ drillId: string }>('/api/drill/leave')
  // The drill's clock stays behind; the next answer says what the clinic's is.
  heardFrom(new Date().toUTCString())
  await crossTo(`/drills/${drillId}`)
}
