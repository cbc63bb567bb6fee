// The page is complete without this. What can be changed on it is fetched once the pictures come into view.
const plot = document.querySelector<HTMLElement>('[data-plot]')
if (plot) {
  const watch = new IntersectionObserver(
    (seen) => {
      if (!seen.some(({ isIntersecting }) => isIntersecting)) return
      watch.disconnect()
      import('./plot.ts')
        .then(({ startPlot }) => startPlot(plot))
        .catch(() => plot.querySelector('[data-trouble]')?.removeAttribute('hidden'))
    },
    { rootMargin: '0px' },
  )
  watch.observe(plot)
}
