import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { config } from 'zod'
import '../base.css'
import { setMemory } from '../api.ts'
import { findKnown, keepKnown } from '../known.ts'
import { ApiProblem } from '../problem.ts'
import { DoorProvider } from './door.tsx'
import { router } from './router.tsx'

// zod compiles its checks with eval where it may; the content security policy says it may not.
config({ jitless: true })

setMemory({ keep: keepKnown, find: findKnown })

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // Being offline is worth another try; an answer is an answer.
      retry: (failures, error) => failures < 2 && error instanceof ApiProblem && error.kind === 'offline',
      // The live feed says what changed and when contact was lost.
      refetchOnReconnect: true,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})

const place = document.getElementById('app')
if (!place) throw new Error('staff.html has no #app')
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <DoorProvider>
        <RouterProvider router={router} />
      </DoorProvider>
    </QueryClientProvider>
  </StrictMode>,
)
