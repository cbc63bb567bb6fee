import { speaksOfDanger } from '../../science/criteria/danger-words.ts'

// The page is complete without this. With it the aid goes step by step, keeps its answers on this device and nowhere
// else, and writes the last page from them here.
const place = 'evenkeel.decide'
type Kept = { step: number; answers: Record<string, string> }

/** What was kept, as far as this device lets it be read. */
const read = (): Kept | undefined => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('step' in kept) || !('answers' in kept)) return undefined
    const { step, answers } = kept
    if (typeof step !== 'number' || typeof answers !== 'object' || answers === null) return undefined
    return { step, answers: Object.fromEntries(Object.entries(answers).map(([field, said]) => [field, String(said)])) }
  } catch {
    return undefined
  }
}

const start = (form: HTMLFormElement) => {
  const all = <E extends HTMLElement>(query: string): E[] => [...form.querySelectorAll<E>(query)]
  const says = document.querySelector<HTMLElement>('[data-says]')
  const say = (what: string | undefined) => {
    if (says) says.textContent = what ?? ''
  }
  const steps = all('[data-step]')
  const last = steps.length - 1
  let at = 0

  const answers = (): Record<string, string> =>
    Object.fromEntries([...new FormData(form)].map(([field, said]) => [field, String(said)]))

  /** Whether what stands here is what this device has kept. */
  let isKept = false
  const keptHere = () => {
    isKept = true
    // Then a browser is to keep no copy of its own, which would be there again after it was wiped.
    form.autocomplete = 'off'
  }
  const keep = () => {
    try {
      localStorage.setItem(place, JSON.stringify({ step: at, answers: answers() } satisfies Kept))
      keptHere()
    } catch {
      isKept = false
      form.autocomplete = 'on'
      say(form.dataset.full)
    }
  }

  /** Words of danger are answered with help at once, here where they are typed. */
  const help = () => {
    const worried = speaksOfDanger(answers().own ?? '')
    for (const shown of all('[data-help]')) shown.hidden = !worried
  }

  const writePage = () => {
    const given = answers()
    for (const part of all('[data-if]')) {
      const said = given[part.dataset.if ?? ''] ?? ''
      part.hidden = !(part.dataset.is ?? '').split('|').includes(said)
    }
    for (const part of all('[data-own]')) part.textContent = given.own ?? ''
    for (const none of all('[data-none]')) {
      none.hidden = none.parentElement?.querySelector('[data-if]:not([hidden]), [data-own]:not(:empty)') !== null
      const some = none.parentElement?.querySelector<HTMLElement>('[data-some]')
      if (some) some.hidden = !none.hidden
    }
  }

  /** Of the sources at the end only those that this step names; each keeps its number. */
  const listSources = () => {
    const shown = new Set(
      all('a[href^="#source-"]')
        .filter((link) => !link.closest('[hidden]'))
        .map((link) => link.getAttribute('href')),
    )
    for (const source of document.querySelectorAll<HTMLElement>('.sources li'))
      source.hidden = !shown.has(`#${source.id}`)
  }

  const button = (query: string) => form.querySelector<HTMLButtonElement>(query)
  const show = (step: number, focus = true) => {
    at = Math.max(0, Math.min(step, last))
    steps.forEach((one, i) => {
      one.hidden = i !== at
    })
    if (at === last) writePage()
    for (const part of document.querySelectorAll<HTMLElement>('[data-intro]')) part.hidden = at > 0
    listSources()
    const [next, back] = [button('[data-next]'), button('[data-back]')]
    if (next) next.hidden = at === last
    if (back) back.hidden = at === 0
    if (!focus) return
    steps[at]?.querySelector<HTMLElement>('h2')?.focus()
    window.scrollTo({ top: 0, behavior: 'instant' })
  }

  /** The same answers as in another tab of this page, so that neither writes over what was said in the other. */
  const follow = () => {
    const kept = read()
    form.reset()
    if (kept) fill({ ...kept, step: at })
    else show(at, false)
    help()
  }

  const fill = ({ step, answers: given }: Kept) => {
    for (const field of all<HTMLInputElement | HTMLTextAreaElement>('input, textarea')) {
      const said = given[field.name]
      if (said === undefined) continue
      if (field instanceof HTMLInputElement) field.checked = field.value === said
      else field.value = said
    }
    show(step, false)
  }

  const move = (by: number) => () => {
    say('')
    show(at + by)
    keep()
  }
  button('[data-next]')?.addEventListener('click', move(1))
  button('[data-back]')?.addEventListener('click', move(-1))
  button('[data-print]')?.addEventListener('click', () => window.print())
  button('[data-wipe]')?.addEventListener('click', () => {
    form.reset()
    try {
      localStorage.removeItem(place)
    } catch {
      // Where nothing can be kept there is nothing to wipe.
    }
    show(0)
    help()
    say(form.dataset.wiped)
  })
  form.addEventListener('input', () => {
    keep()
    help()
  })
  window.addEventListener('storage', ({ key }) => {
    if (key === place || key === null) follow()
  })
  // Going back may show this page just as it was left; meanwhile it may have been changed elsewhere, or wiped.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && isKept) follow()
  })
  // Enter in a field is not a wish to send anything.
  form.addEventListener('submit', (event) => {
    if (!(event.submitter instanceof HTMLButtonElement && event.submitter.hasAttribute('formaction')))
      event.preventDefault()
  })

  for (const part of document.querySelectorAll<HTMLElement>('[data-with-script]')) part.hidden = false
  for (const part of document.querySelectorAll<HTMLElement>('[data-without-script]')) part.hidden = true
  const kept = read()
  if (kept) {
    keptHere()
    fill(kept)
    help()
    say(form.dataset.resumed)
  } else show(0, false)
}

const form = document.querySelector<HTMLFormElement>('[data-aid]')
if (form) start(form)
