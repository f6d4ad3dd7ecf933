/** Waits for something, but not longer than so many milliseconds: for what must end even where its other side does not. */
export async function atMost(ms: number, promise: Promise<unknown> | null): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms)
  })
  await Promise.race([promise, over]).finally(() => clearTimeout(timer))
}
