import { speaksOfDanger } from '../../science/criteria/danger-words.ts'

// The form is complete without this. With it, what somebody wrote outlasts a page that was pulled down to load anew, and a
// look at another page: it stays in this tab, is sent nowhere, and is gone when the form came in or the tab is closed.
const placeOf = (path: string) => `evenkeel.${path.split('/')[2]}`
type Kept = { id: string; said: [field: string, said: string][] }

const read = (place: string): Kept | undefined => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('id' in kept) || !('said' in kept)) return undefined
    const { id, said } = kept
    if (typeof id !== 'string' || !Array.isArray(said)) return undefined
    return { id, said: said.map(([field, one]: unknown[]) => [String(field), String(one)]) }
  } catch {
    return undefined
  }
}

const write = (place: string, kept: Kept | undefined) => {
  try {
    if (kept) sessionStorage.setItem(place, JSON.stringify(kept))
    else sessionStorage.removeItem(place)
  } catch {
    // Where a tab may keep nothing, the form is as it is without a script.
  }
}

const canKeep = (): boolean => {
  try {
    sessionStorage.setItem('evenkeel.try', '')
    sessionStorage.removeItem('evenkeel.try')
    return true
  } catch {
    return false
  }
}

const start = (form: HTMLFormElement, place: string) => {
  const fields = [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea')].filter(
    (field) => field.type !== 'hidden' && !field.closest('.trap'),
  )
  const isBox = (field: HTMLInputElement | HTMLTextAreaElement): field is HTMLInputElement =>
    field.type === 'checkbox' || field.type === 'radio'
  /** What is ticked of the aid and the self-check is about what came along just now: it is never ticked from before. */
  const isAlong = ([name]: Kept['said'][number]): boolean => name.startsWith('attach')
  const words = (said: Kept['said']): string => JSON.stringify(said.filter((one) => !isAlong(one)))
  const id = form.querySelector<HTMLInputElement>('input[name="id"]')
  const says = form.querySelector<HTMLElement>('[data-says]')
  const wipe = form.querySelector<HTMLElement>('[data-wipe]')

  const said = (): Kept['said'] =>
    fields
      .filter((field) => (isBox(field) ? field.checked : field.value !== ''))
      .map((field): [string, string] => [field.name, field.value])

  const fill = (kept: Kept['said']) => {
    for (const field of fields) {
      if (field.name.startsWith('attach')) continue
      const of = kept.filter(([name]) => name === field.name).map(([, one]) => one)
      if (isBox(field)) field.checked = of.includes(field.value)
      else field.value = of[0] ?? ''
    }
  }

  /** Words of danger are answered with help at once, here where they are typed. */
  const help = () => {
    for (const box of form.querySelectorAll<HTMLElement>('[data-help]'))
      box.hidden = !speaksOfDanger(fields.find(({ name }) => name === box.dataset.help)?.value ?? '')
  }

  const fresh = () => location.replace(form.dataset.again ?? location.pathname)

  const restore = (wentBack: boolean) => {
    const kept = read(place)
    if (!kept) return
    // It was wiped on a page that came later: going back to one from before does not bring it back.
    if (kept.said.length === 0) {
      if ((wentBack || kept.id === id?.value) && said().length > 0) fresh()
      return
    }
    if (wipe) wipe.hidden = false
    const now = said()
    const unticked = kept.said.some((one) => isAlong(one) && !now.some(([name]) => name === one[0]))
    if (words(kept.said) !== words(now)) {
      fill(kept.said)
      // It stays the form that it was: sent twice it is one request.
      if (id) id.value = kept.id
    } else if (!unticked) return
    if (says) says.textContent = (unticked ? form.dataset.unticked : form.dataset.resumed) ?? ''
  }
  const [opened] = performance.getEntriesByType('navigation')
  const wentBack = opened !== undefined && 'type' in opened && opened.type === 'back_forward'
  restore(wentBack)
  help()
  // Going back may show an earlier page of this form just as it was left, or a browser writes into it, after this script
  // has begun, what stood there then. The newest words are in what was kept.
  window.addEventListener('pageshow', ({ persisted }) => {
    restore(persisted || wentBack)
    help()
  })
  form.addEventListener('input', () => {
    write(place, { id: id?.value ?? '', said: said() })
    help()
  })
  wipe?.querySelector('button')?.addEventListener('click', () => {
    write(place, { id: id?.value ?? '', said: [] })
    fresh()
  })
  // Nothing is promised that this tab does not let the page do.
  if (canKeep()) for (const part of form.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false
}

const form = document.querySelector<HTMLFormElement>('[data-keep]')
if (form) start(form, placeOf(location.pathname))
else if (/\/received(-help)?$/.test(location.pathname)) write(placeOf(location.pathname), undefined)
