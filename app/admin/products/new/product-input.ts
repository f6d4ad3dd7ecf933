import { z } from 'zod'
import { foldSku } from '@/server/events/inputs'
import { countInput, lineInput, moneyInput } from '../../_forms/inputs'
import { wordsInput } from '../_form/words-input'

export const MOST_VERSIONS = 20

function versionInput(currency: string) {
  return z.object({
    label: z.string().trim().max(40, 'At most 40 letters fit.').default(''),
    sku: lineInput('Enter its SKU.', 40),
    price: moneyInput('Enter its price.', currency),
    stock: countInput('Enter how many there are.', 0, 1_000_000),
  })
}

type Version = { label: string; sku: string }

/** What the form of a new product asks for; in it, the command's own limits in words. */
export function productInput(currency: string) {
  return z.object({
    ...wordsInput.shape,
    slug: z
      .string({ error: 'Its page needs an address.' })
      .max(80, 'At most 80 letters fit.')
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Lower-case letters and figures, in words joined by hyphens.'),
    variants: z.array(versionInput(currency)).min(1).max(MOST_VERSIONS).superRefine(checkVersions),
  })
}

/** Buyers choose by the label, the shelf by the SKU: among several, each needs its own. */
function checkVersions(versions: readonly Version[], context: z.RefinementCtx): void {
  const refuse = (place: number, field: keyof Version, message: string) =>
    context.addIssue({ code: 'custom', path: [place, field], message })
  for (const [place, { label, sku }] of versions.entries()) {
    const earlier = versions.slice(0, place)
    if (versions.length > 1 && !label) refuse(place, 'label', 'Say what sets it apart: its size, its colour.')
    else if (earlier.some((other) => other.label === label)) refuse(place, 'label', 'Another version is called that.')
    if (earlier.some((other) => foldSku(other.sku) === foldSku(sku)))
      refuse(place, 'sku', 'Another version has this SKU.')
  }
}

export type ProductInput = z.output<ReturnType<typeof productInput>>
