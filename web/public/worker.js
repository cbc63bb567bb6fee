// Keeps the built pages of the staff application on this device, so that a session's screen opens without the clinic.
// It neither sees nor stores what the clinic answers: /api is left alone, and so are patients' pages.
// web/build.ts writes the two names below anew with every build, which is also how a browser notices a new one.
const build = '@build'
const files = ['@files']

const kept = `evenkeel-${build}`
/** A network that swallows requests must not keep somebody from the room. */
const patienceMs = 4000

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(kept).then((cache) => cache.addAll(files)))
})

self.addEventListener('activate', (event) => {
  const drop = (names) => Promise.all(names.filter((name) => name !== kept).map((name) => caches.delete(name)))
  event.waitUntil(caches.keys().then(drop))
})

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (/^\/(api|health|l)(\/|$)/.test(pathname)) return
    event.respondWith(page(request))
  } else if (files.includes(pathname)) {
    event.respondWith(fromHere(pathname).then((file) => file ?? fetch(request)))
  }
})

const fromHere = (path) => caches.match(path, { cacheName: kept, ignoreVary: true })

const page = async (request) => {
  const asked = fetch(request).then(
    (answer) => (answer.status < 500 ? answer : undefined),
    () => undefined,
  )
  const waited = new Promise((resolve) => setTimeout(resolve, patienceMs))
  return (await Promise.race([asked, waited])) ?? (await fromHere('/staff.html')) ?? Response.error()
}
