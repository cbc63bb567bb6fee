import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react'
import { controlWords } from '../words/en/controls.ts'
import './Dialog.css'

/** A step that must be finished or left before going on. Focus, Escape and the rest of the page are the browser's job. */
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
  useEffect(() => {
    const dialog = ref.current
    if (open && !dialog?.open) dialog?.showModal()
    if (!open && dialog?.open) dialog.close()
  }, [open])
  // A browser gives the focus back when a dialog closes, and not when it goes away open.
  useLayoutEffect(() => {
    opener.current = document.activeElement
    return () => {
      setTimeout(() => {
        if (document.activeElement === document.body && opener.current instanceof HTMLElement) opener.current.focus()
      })
    }
  }, [])
  return (
    <dialog ref={ref} className="dialog" aria-labelledby={titleId} onClose={onClose}>
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
