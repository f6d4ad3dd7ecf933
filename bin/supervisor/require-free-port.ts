import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartRefusal } from '@/server/start-refusal'

/** Refuses in one sentence where the web could not listen, after waiting so many milliseconds for the port to become free. */
export async function requireFreePort(port: number, host: string, patience = 0): Promise<void> {
  const deadline = performance.now() + patience
  for (;;) {
    const error = await tryToListen(port, host)
    if (!error) return
    if (error.code !== 'EADDRINUSE' || performance.now() >= deadline)
      throw new StartRefusal(sentenceFor(error, port, host))
    await sleep(200)
  }
}

function tryToListen(port: number, host: string): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', resolve)
    server.listen(port, host, () => server.close(() => resolve(undefined)))
  })
}

function sentenceFor(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is already in use: stop what listens there, or take another port with PORT=${port + 1} npm start.`
  if (error.code === 'EACCES')
    return `Port ${port} is reserved for the administrator: take one above 1023, for example PORT=3000 npm start.`
  return `The web cannot listen on ${host}:${port} (${error.code}): correct HOST and PORT.`
}
