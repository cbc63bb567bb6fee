import { useEffect, useRef, useState } from 'react'
import type { Simulation, SimulationInput } from '../../science/pharmacokinetics/simulation.ts'

export type Answered = { key: string; simulation: Simulation }

const peopleAddress = new URL('../../science/pharmacokinetics/people/people.bin', import.meta.url)

const startWorker = async (): Promise<Worker> => {
  const answer = await fetch(peopleAddress)
  if (!answer.ok) throw new Error(`The virtual people could not be had: ${answer.status}`)
  const people = await answer.arrayBuffer()
  const worker = new Worker(new URL('./simulate.worker.ts', import.meta.url))
  worker.postMessage({ people }, [people])
  return worker
}

/** What this input looks like in the virtual population; nothing while it is being worked out, or when it cannot be. */
export const useSimulation = (input: SimulationInput | undefined): { simulation?: Simulation; failed: boolean } => {
  const worker = useRef<Promise<Worker>>(undefined)
  const [found, setFound] = useState<{ key: string; simulation?: Simulation }>()
  const key = input ? JSON.stringify(input) : ''

  useEffect(
    () => () => {
      worker.current?.then((one) => one.terminate()).catch(() => {})
      worker.current = undefined
    },
    [],
  )
  useEffect(() => {
    if (!key) return
    let wanted = true
    const failed = () => {
      worker.current = undefined
      if (wanted) setFound({ key })
    }
    worker.current ??= startWorker()
    worker.current.then((one) => {
      if (!wanted) return
      one.onerror = failed
      // The answer to an older question may still be on its way.
      one.onmessage = ({ data }: MessageEvent<Answered>) => {
        if (wanted && data.key === key) setFound({ key, simulation: data.simulation })
      }
      one.postMessage({ key, input: JSON.parse(key) as SimulationInput })
    }, failed)
    return () => {
      wanted = false
    }
  }, [key])

  if (!found || found.key !== key) return { failed: false }
  return found.simulation ? { simulation: found.simulation, failed: false } : { failed: true }
}
