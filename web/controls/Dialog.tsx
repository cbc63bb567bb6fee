import { type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { useLocked } from '../locked.ts'
import { controlWords } from '../words/en/controls.ts'
import './Dialog.css'

/**
 * A step that must be finished or left before going on. Focus, Escape and the rest of the page are the browser's job, which
 * lays a dialog above everything, a lock too: while the page is locked it is closed, with what was typed in it kept.
 */
export const Dialog = ({
  title,
  open,
  onClose,
  children,
}: {
  title: string
  open: boolean
  onClose: () => void
  children: ReactNode
}) => {
  const ref = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const opener = useRef<Element>(null)
  const locked = useLocked()
  const shown = open && !locked
  const focused = useRef<HTMLElement>(null)
  // A browser gives the focus back when a dialog closes, and not when it goes away open. Noted before it is shown, which
  // moves the focus into it.
  useLayoutEffect(() => {
    opener.current = document.activeElement
    return () => {
      setTimeout(() => {
        if (document.activeElement === document.body && opener.current instanceof HTMLElement) opener.current.focus()
      })
    }
  }, [])
  useLayoutEffect(() => {
    const dialog = ref.current
    if (shown && !dialog?.open) {
      dialog?.showModal()
      // Unlocked: whoever comes back types on where they were.
      focused.current?.focus()
    }
    if (!shown && dialog?.open) dialog.close()
  }, [shown])
  return (
    <dialog
      ref={ref}
      className="dialog"
      aria-labelledby={titleId}
      onClose={() => {
        if (locked) return
        focused.current = null
        onClose()
      }}
      onFocus={({ target }) => {
        if (shown) focused.current = target
      }}
    >
      {open && (
        <div className="stack">
          <div className="dialog-head">
            <h2 id={titleId}>{title}</h2>
            <button type="button" className="button" data-kind="plain" onClick={() => ref.current?.close()}>
              {controlWords.close}
            </button>
          </div>
          {children}
        </div>
      )}
    </dialog>
  )
}
