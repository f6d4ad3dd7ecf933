import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** The release whose faults these are. Another one is left as it is, and told of. */
const VERSION = '3.4.9'

/**
 * What postgres.js does wrong when the server or the way to it is lost (docs/decisions/0037), and how it is put right:
 * by file, what stands there and what has to. Each of these ended a process, left a pool without connections, or kept
 * what was done with in memory.
 */
const MENDS = {
  'query.js': [
    // Functions of its own, which know the query that has them: a collection of young objects alone never freed one.
    [
      '    this.resolve = x => (this.active = false, resolve(x))\n    this.reject = x => (this.active = false, reject(x))\n',
      '    this.fulfil = resolve\n    this.refuse = reject\n',
    ],
    [
      '  get origin() {\n',
      `  resolve(x) {
    this.active = false
    this.fulfil(x)
  }

  reject(x) {
    this.active = false
    this.refuse(x)
  }

  get origin() {
`,
    ],
  ],
  'connection.js': [
    // A write that comes due when the socket is gone threw where nobody could catch it.
    [
      '  function nextWrite(fn) {\n    const x = socket.write(chunk, fn)\n',
      `  function nextWrite(fn) {
    if (!socket) {
      nextWriteTimer !== null && clearImmediate(nextWriteTimer)
      chunk = nextWriteTimer = null
      error(Errors.connection('CONNECTION_CLOSED', options, socket))
      return true
    }
    const x = socket.write(chunk, fn)
`,
    ],
    // The timer was cleared and still taken for set, so that the next connection never sent its greeting.
    [
      '    clearImmediate(nextWriteTimer)\n    socket.removeListener(',
      '    clearImmediate(nextWriteTimer)\n    chunk = nextWriteTimer = null\n    socket.removeListener(',
    ],
    // The error of the last connection was given to the first query of the next.
    [
      '    if (initial)\n      return reconnect()\n',
      '    if (initial) {\n      query = errorResponse = null\n      return reconnect()\n    }\n',
    ],
    // Between a connection's error and its end more was sent on it: who did so waited for ever, or got the answers that the
    // next connection had for somebody else.
    [
      "    !hadError && (query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n",
      "    ;(query || sent.length) && error(Errors.connection('CONNECTION_CLOSED', options, socket))\n    query = errorResponse = null\n",
    ],
    // Losing the connection while it learns the types was an error that nobody could catch.
    [
      '      order by b.oid\n    `], [], execute)\n',
      '      order by b.oid\n    `], [], execute).catch(() => (needsTypes = true, []))\n',
    ],
    // A COPY that failed after its last row was sent ended for nobody: neither done nor failed.
    [
      '    stream && (stream.destroy(err), stream = null)\n    query && queryError',
      '    stream && (stream.destroy(err), stream = null)\n    final && (final(err), final = null)\n    query && queryError',
    ],
    // Who asked for a connection, and was refused, was given one later all the same: it was never seen again.
    [
      '    if (query.reserve)\n      return query.reject(err)\n',
      '    if (query.reserve)\n      return (query.refused = true, query.reject(err))\n',
    ],
  ],
  'index.js': [
    [
      '        return query.reserve(c)\n',
      '        if (query.refused)\n          continue\n        else\n          return query.reserve(c)\n',
    ],
    // Who held a connection that was lost went on using it when it was another one's, in the middle of whose transaction.
    [
      '    c.reserved.release = true\n\n    const sql = Sql(handler)\n    sql.release = () => {\n      c.reserved = null\n',
      '    c.reserved.release = true\n    const held = c.reserved\n    held.fail = (e) => { while (queue.length) queue.shift().reject(e) }\n\n    const sql = Sql(handler)\n    sql.release = () => {\n      if (c.reserved !== held)\n        return\n      c.reserved = null\n',
    ],
    [
      '    function handler(q) {\n      c.queue === full\n        ? queue.push(q)\n',
      "    function handler(q) {\n      if (c.reserved !== held)\n        return q.reject(Errors.connection('CONNECTION_CLOSED', options))\n      c.queue === full\n        ? queue.push(q)\n",
    ],
    [
      '        q.catch(e => uncaughtError || (uncaughtError = e))\n        c.queue === full\n',
      "        q.catch(e => uncaughtError || (uncaughtError = e))\n        if (c.reserved !== held)\n          return q.reject(Errors.connection('CONNECTION_CLOSED', options))\n        c.queue === full\n",
    ],
    ['      , connection\n      , prepare = null\n', '      , connection\n      , held\n      , prepare = null\n'],
    [
      '      c.reserved = () => queries.length\n        ? c.execute(queries.shift())\n        : move(c, reserved)\n    }\n',
      '      held = c.reserved = () => queries.length\n        ? c.execute(queries.shift())\n        : move(c, reserved)\n      held.fail = (e) => { while (queries.length) queries.shift().reject(e) }\n    }\n',
    ],
    // What was kept back, because much was on its way, waited for ever.
    [
      '    move(c, closed)\n    c.reserved = null\n',
      '    move(c, closed)\n    const { reserved } = c\n    c.reserved = null\n    reserved && reserved.fail && reserved.fail(e)\n',
    ],
    // Who waited for a connection was taken for the one that a new connection is made for, and was then forgotten.
    [
      '    queries.length && connect(c, queries.shift())\n',
      '    let next = null\n    while (queries.length && !next) (next = queries.shift()).refused && (next = null)\n    next && next.reserve && queries.push(next)\n    next && connect(c, next)\n',
    ],
  ],
}

/** Puts the driver that is installed right, once. Answers whether it is as it has to be. */
export function mendDriver(root) {
  const folder = join(root, 'node_modules', 'postgres')
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  if (version !== VERSION) {
    console.warn(`postgres ${version} is not ${VERSION}: see docs/decisions/0037, whether it still needs mending.`)
    return false
  }
  for (const kind of ['src', 'cjs/src']) {
    for (const [file, mends] of Object.entries(MENDS)) mendFile(join(folder, kind, file), mends)
  }
  return true
}

function mendFile(path, mends) {
  const before = readFileSync(path, 'utf8')
  let text = before
  for (const [wrong, right] of mends) {
    if (text.includes(right)) continue
    if (text.split(wrong).length !== 2) throw new Error(`${path} is not the file that was to be mended.`)
    text = text.replace(wrong, () => right)
  }
  if (text === before) return
  // In one go: others may be reading it.
  writeFileSync(`${path}.mended`, text)
  renameSync(`${path}.mended`, path)
}

// As a step of `npm install`, where nothing but Node is there for sure.
if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) mendDriver(process.cwd())
