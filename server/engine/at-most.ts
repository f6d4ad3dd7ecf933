/**
 * Waits for something, but not longer than so many milliseconds: for what must end even where its other side does not.
 * Answers what came of it, and undefined where nothing did in time.
 */
export async function atMost<T>(ms: number, promise: Promise<T> | null): Promise<T | null | undefined> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms)
  })
  return Promise.race([promise, over]).finally(() => clearTimeout(timer))
}
