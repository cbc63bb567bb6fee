import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import '../base.css'
import '../controls/Button.css'
import { serverNow } from '../clock.ts'
import { App } from './App.tsx'
import { forgetExpired } from './kept.ts'

// A week's grace: somebody may open an expired link to see what became of what they typed.
const weekMs = 7 * 24 * 60 * 60_000
forgetExpired(new Date(serverNow() - weekMs).toISOString())

const place = document.getElementById('app')
if (!place) throw new Error('patient.html has no #app')
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
)
