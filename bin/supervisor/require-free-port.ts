import { createServer } from 'node:net'
import { StartRefusal } from '@/server/start-refusal'

/** Refuses in one sentence where the web could not listen. */
export function requireFreePort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => reject(new StartRefusal(sentenceFor(error, port, host))))
    server.listen(port, host, () => server.close(() => resolve()))
  })
}

function sentenceFor(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is already in use: stop what listens there, or take another port with PORT=${port + 1} npm start.`
  if (error.code === 'EACCES')
    return `Port ${port} is reserved for the administrator: take one above 1023, for example PORT=3000 npm start.`
  return `The web cannot listen on ${host}:${port} (${error.code}): correct HOST and PORT.`
}
