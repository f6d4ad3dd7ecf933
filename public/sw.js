// The shop without a network (docs/decisions/0019). Registered as /sw.js?v=<build>: another build is another worker, with
// caches of its own. Pages and answers are one person's; staff's are never kept.

const version = new URL(self.location.href).searchParams.get('v') ?? ''
const OURS = 'tidemark/'
const ASSETS = `${OURS}${version}/assets`
const PAGES = `${OURS}${version}/pages`
const ANSWERS = `${OURS}${version}/answers`
const MOST = { [ASSETS]: 400, [PAGES]: 40, [ANSWERS]: 80 }

/** A page that is not there by then is taken from its copy, where there is one: such a network is none. */
const PATIENCE_MS = 5_000
/** Pages that somebody may need who has never opened them. */
const WANTED = ['/offline', '/cart', '/checkout']
const OWNER = '/.owner'

/** Clients whose page is a copy, until they have been told. */
const copies = new Set()
/** Keeping goes one after the other: nothing of one person's is written after the next one has come. */
let keeping = Promise.resolve()

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(dropOldCaches().then(() => self.clients.claim())))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(openPage(event))
  else if (isAsset(url)) event.respondWith(takeAsset(request))
  else if (url.pathname.startsWith('/api/read/')) event.respondWith(askOrRemember(event))
  else if (request.headers.has('rsc') && !request.headers.has('next-router-prefetch')) event.waitUntil(keepLater(url))
})

self.addEventListener('message', (event) => {
  const { kind, page, assets } = event.data
  const client = event.source
  if (kind === 'hello' && copies.delete(client.id)) client.postMessage({ kind: 'copy' })
  if (kind === 'prepare') event.waitUntil(prepare(page, assets))
})

async function dropOldCaches() {
  const names = await caches.keys()
  const old = names.filter((name) => name.startsWith(OURS) && !name.startsWith(`${OURS}${version}/`))
  await Promise.all(old.map((name) => caches.delete(name)))
}

/** The network's page if it comes, else the copy of it, else the page that says that there is none. */
async function openPage(event) {
  const { request, resultingClientId } = event
  const network = fetch(request)
  event.waitUntil(network.then((response) => keepPage(request.url, response.clone())).catch(() => {}))
  const copy = await findCopy(PAGES, request.url)
  try {
    const response = await inTime(network, copy ? PATIENCE_MS : undefined)
    if (!copy || response.status < 502 || response.status > 504) return response
  } catch {
    // No network, or nobody there.
  }
  copies.add(resultingClientId)
  return copy ?? (await findCopy(PAGES, new URL('/offline', request.url).href)) ?? Response.error()
}

function inTime(promise, ms) {
  if (ms === undefined) return promise
  const late = new Promise((_, reject) => setTimeout(() => reject(new Error('The network is too slow.')), ms))
  return Promise.race([promise, late])
}

async function takeAsset(request) {
  const copy = await findCopy(ASSETS, request.url)
  if (copy) return copy
  const response = await fetch(request)
  if (response.ok) await keep(ASSETS, request.url, response.clone())
  return response
}

/** An old answer is a true one: its mark says how old it is, and the page takes it for that. */
async function askOrRemember(event) {
  const { request } = event
  try {
    const owner = await findOwner()
    const response = await fetch(request)
    if (response.ok && owner) event.waitUntil(keepAnswer(owner, request.url, response.clone()))
    return response
  } catch (error) {
    const copy = await findCopy(ANSWERS, request.url)
    if (copy) return copy
    throw error
  }
}

/** A page that was come to without loading it has no HTML yet. It is fetched once, when its own requests are through. */
async function keepLater(url) {
  url.searchParams.delete('_rsc')
  await new Promise((resolve) => setTimeout(resolve, 1_500))
  await fetchPage(url.href)
}

/** What the first page of a visit needs to open again, and those that are wanted in any case. */
async function prepare(page, assets) {
  await Promise.all(assets.map(fetchAsset))
  for (const wanted of [page, ...WANTED.map((path) => new URL(path, page).href)]) await fetchPage(wanted)
}

async function fetchPage(href) {
  if (isStaffs(href) || self.navigator.connection?.saveData || (await findCopy(PAGES, href))) return
  const response = await fetch(href, { headers: { accept: 'text/html' } }).catch(() => undefined)
  if (response) await keepPage(href, response)
}

async function fetchAsset(href) {
  if (await findCopy(ASSETS, href)) return
  const response = await fetch(href).catch(() => undefined)
  if (response?.ok) await keep(ASSETS, href, response)
}

function keepAnswer(owner, href, response) {
  return inTurn(async () => {
    if ((await findOwner()) === owner) await keep(ANSWERS, href, response)
  })
}

/** Keeps a page with its headers, so that its policy and its nonce stay together; and all of its assets with it. */
async function keepPage(href, response) {
  if (!response.ok || !response.headers.get('content-type')?.startsWith('text/html')) return
  const html = await response.clone().text()
  const [, owner] = /<html[^>]* data-keep-for="([^"]*)"/.exec(html) ?? []
  if (owner === undefined) return
  const isKept = owner !== '' && !response.redirected && !isStaffs(href)
  await inTurn(async () => {
    await belongTo(owner)
    if (isKept) await keep(PAGES, href, response)
  })
  const assets = html.match(/\/_next\/static\/[^"'\\\s<>)]+/g) ?? []
  if (isKept) await Promise.all([...new Set(assets)].map((path) => fetchAsset(new URL(path, href).href)))
}

function inTurn(act) {
  keeping = keeping.then(act, act)
  return keeping
}

/** Whose copies these are: nobody's, where it is staff. Another person's are thrown away before anything else is kept. */
async function belongTo(owner) {
  const former = (await findOwner()) ?? ''
  if (former === owner) return
  if (former) await Promise.all([caches.delete(PAGES), caches.delete(ANSWERS)])
  if (owner) await (await caches.open(PAGES)).put(OWNER, new Response(owner))
}

async function findOwner() {
  return (await findCopy(PAGES, OWNER))?.text()
}

async function findCopy(cacheName, href) {
  return (await caches.has(cacheName)) ? (await caches.open(cacheName)).match(href, { ignoreVary: true }) : undefined
}

async function keep(cacheName, href, response) {
  const cache = await caches.open(cacheName)
  // Put anew, so that what was used last is thrown away last.
  await cache.delete(href, { ignoreVary: true })
  await cache.put(href, response)
  const kept = await cache.keys()
  for (const old of kept.slice(0, Math.max(0, kept.length - MOST[cacheName]))) {
    if (!old.url.endsWith(OWNER)) await cache.delete(old)
  }
}

function isStaffs(href) {
  return new URL(href).pathname.startsWith('/admin')
}

function isAsset({ pathname }) {
  return /^\/(_next\/static|pictures)\/|^\/(icon\.svg|apple-icon\.png|favicon\.ico)$/.test(pathname)
}
