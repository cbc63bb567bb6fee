import { useEffect, useRef, useState } from 'react'
import '../controls/Choice.css'
import { countDrafts } from '../controls/drafts.ts'
import type { Me } from '../me.ts'
import { modeChoices, setMode, useMode } from '../mode.ts'
import { shellWords } from '../words/en/shell.ts'
import { useDoor } from './door.tsx'
import { type Leaving, LosesTyped } from './LosesTyped.tsx'

/** Who is signed in, how the screen looks, and the ways out. */
export const UserMenu = ({ me }: { me: Me }) => {
  const ref = useRef<HTMLDetailsElement>(null)
  const door = useDoor()
  const mode = useMode()
  useEffect(() => {
    const close = (event: Event) => {
      const menu = ref.current
      if (!menu?.open) return
      const escaped = event instanceof KeyboardEvent && event.key === 'Escape'
      if (escaped) menu.querySelector('summary')?.focus()
      if (escaped || (event.type === 'pointerdown' && !menu.contains(event.target as Node))) menu.open = false
    }
    document.addEventListener('keydown', close)
    document.addEventListener('pointerdown', close)
    return () => {
      document.removeEventListener('keydown', close)
      document.removeEventListener('pointerdown', close)
    }
  }, [])
  const [leaving, setLeaving] = useState<Leaving>()
  const signOut = (everywhere: boolean) => {
    const unsaved = countDrafts()
    if (unsaved === 0) return void door.signOut(everywhere)
    const menu = ref.current
    // Whoever stays comes back to the menu's own button: what is in it goes away with it.
    menu?.querySelector('summary')?.focus()
    if (menu) menu.open = false
    setLeaving({ everywhere, unsaved })
  }
  const name = me.staff?.name ?? ''
  return (
    <>
      <details ref={ref} className="user-menu">
        <summary aria-label={shellWords.userMenu(name)}>
          <span>{name}</span>
        </summary>
        <div className="user-menu-sheet">
          <fieldset>
            <legend>{shellWords.appearance}</legend>
            {modeChoices.map((choice) => (
              <label key={choice} className="user-menu-item">
                <input type="radio" name="mode" checked={mode === choice} onChange={() => setMode(choice)} />
                {shellWords.mode[choice]}
              </label>
            ))}
          </fieldset>
          <hr />
          <button type="button" className="user-menu-item" onClick={() => void door.lock()}>
            {shellWords.lock}
          </button>
          {!me.clinic?.isDrill && (
            <>
              <button type="button" className="user-menu-item" onClick={() => signOut(false)}>
                {shellWords.signOut}
              </button>
              <button type="button" className="user-menu-item" onClick={() => signOut(true)}>
                {shellWords.signOutEverywhere}
              </button>
            </>
          )}
        </div>
      </details>
      {leaving && <LosesTyped leaving={leaving} onStay={() => setLeaving(undefined)} />}
    </>
  )
}
