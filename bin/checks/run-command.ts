import { spawn } from 'node:child_process'

const longest = 30 * 60_000

/** Runs a command of node_modules to its end, and keeps what it prints. One that hangs is ended with all its children. */
export function runCommand(command: string[], env: NodeJS.ProcessEnv): Promise<{ succeeded: boolean; output: string }> {
  const [program = '', ...args] = command
  const child = spawn(program, args, {
    env: { ...env, PATH: `node_modules/.bin:${env.PATH}` },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const stopWithUs = () => signalGroup(child.pid, 'SIGTERM')
  process.once('exit', stopWithUs)
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)))
  const timer = setTimeout(() => {
    output += `\nEnded after ${longest / 60_000} minutes without an answer.`
    signalGroup(child.pid, 'SIGTERM')
    setTimeout(() => signalGroup(child.pid, 'SIGKILL'), 15_000).unref()
  }, longest)
  return new Promise((resolve) => {
    const end = (succeeded: boolean) => {
      clearTimeout(timer)
      process.off('exit', stopWithUs)
      resolve({ succeeded, output })
    }
    child.once('error', (error) => {
      output += error.message
      end(false)
    })
    child.once('close', (code) => end(code === 0))
  })
}

function signalGroup(pid: number | undefined, signal: NodeJS.Signals): void {
  try {
    if (pid) process.kill(-pid, signal)
  } catch {
    // It has ended already.
  }
}
