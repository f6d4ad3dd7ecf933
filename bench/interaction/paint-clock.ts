import type { Page } from '@playwright/test'

type Clock = Window & { clickedAt: number; painted: Promise<number> }

/** From now on the page notes when somebody clicks, by the clock that all tabs share. */
export function noteClicks(page: Page): Promise<void> {
  return page.evaluate(() =>
    addEventListener(
      'click',
      ({ timeStamp }) => {
        ;(window as unknown as Clock).clickedAt = performance.timeOrigin + timeStamp
      },
      { capture: true },
    ),
  )
}

export const clickedAt = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as Clock).clickedAt)

/** Begins to look at the count in the header: resolves at once; `paintedAt` then waits for the next change. */
export function expectPaint(page: Page): Promise<void> {
  return page.evaluate(() => {
    const count = document.querySelector('header a[href="/cart"]') as Element
    const painted = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        observer.disconnect()
        // The frame that shows the change is done when the task after its callbacks runs.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel()
          port1.onmessage = () => resolve(performance.timeOrigin + performance.now())
          port2.postMessage(null)
        })
      })
      observer.observe(count, { subtree: true, childList: true, characterData: true })
    })
    ;(window as unknown as Clock).painted = painted
  })
}

/** When the change was on screen. */
export const paintedAt = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as Clock).painted)
