// Sets the colour mode before anything is painted: loaded in <head>, not deferred, so no flash. No inline script is allowed.
;(() => {
  let mode = null
  try {
    mode = localStorage.getItem('evenkeel.mode')
  } catch {
    // Storage is switched off: the system's preference decides.
  }
  if (mode !== 'light' && mode !== 'dark' && mode !== 'dim') return
  document.documentElement.dataset.mode = mode
  document.documentElement.style.colorScheme = mode === 'light' ? 'light' : 'dark'
})()
