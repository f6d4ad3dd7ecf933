/** Says one thing on a line of its own. */
export function say(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** Says what is being done, does it, and says how long it took. */
export async function step<Result>(label: string, act: (tell: (progress: string) => void) => Promise<Result>) {
  const began = performance.now()
  process.stdout.write(`${label} … `)
  const { tell, clear } = progressAfter(label)
  try {
    const result = await act(tell)
    clear()
    say(`${((performance.now() - began) / 1000).toFixed(1)} s`)
    return result
  } catch (error) {
    say('')
    throw error
  }
}

// Progress overwrites itself on a terminal; in a log it would be noise.
function progressAfter(label: string) {
  if (!process.stdout.isTTY) return { tell: () => {}, clear: () => {} }
  const rewrite = (text: string) => process.stdout.write(`\r\u001b[K${label} … ${text}`)
  return { tell: rewrite, clear: () => rewrite('') }
}
