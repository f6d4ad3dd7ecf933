/** Aborted by Ctrl-C and SIGTERM. Who is impatient and asks again is obeyed at once. */
export function stopSignal(): AbortSignal {
  const controller = new AbortController()
  let asked = 0
  const stop = () => {
    const now = performance.now()
    // npm passes Ctrl-C on although the terminal sent it to us as well, so only a later one means impatience.
    if (controller.signal.aborted && now - asked > 1_000) process.exit(130)
    if (controller.signal.aborted) return
    asked = now
    process.stderr.write('\nStopping …\n')
    controller.abort()
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  return controller.signal
}
