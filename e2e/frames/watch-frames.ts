import { fileURLToPath } from 'node:url'
import type { BrowserContext, Page } from '@playwright/test'
import { build } from 'esbuild'
import { KEPT_UNDER, type PageRecording, type Recording } from './recording'

type Sampling = Window & { keepFrames: () => void; startFramesOver: () => void }

/** Every page of this context tells from its first byte on what it shows, frame by frame. */
export async function watchFrames(context: BrowserContext): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('sampler.ts', import.meta.url))],
    bundle: true,
    format: 'iife',
    target: 'es2022',
    write: false,
  })
  // tsx gives functions their names by a function that no page has.
  await context.addInitScript({ content: `globalThis.__name ??= (it) => it;\n${outputFiles[0]?.text}` })
}

/** What the tab has shown since it was opened, or since `startOver`. */
export async function recordingOf(page: Page): Promise<Recording> {
  const pages = await page.evaluate((prefix) => {
    ;(window as unknown as Sampling).keepFrames()
    const kept = Object.entries(sessionStorage).filter(([key]) => key.startsWith(prefix))
    return kept.map(([, text]) => JSON.parse(text) as PageRecording)
  }, KEPT_UNDER)
  pages.sort((a, b) => a.document - b.document)
  return {
    frames: pages.reduce((sum, { frames }) => sum + frames, 0),
    looks: pages.flatMap(({ looks }) => looks),
    shifts: pages.flatMap(({ shifts }) => shifts),
  }
}

export function startOver(page: Page): Promise<void> {
  return page.evaluate(() => (window as unknown as Sampling).startFramesOver())
}
