import { garden } from './garden'
import { gear } from './gear'
import { home } from './home'
import { kitchen } from './kitchen'
import { outdoors } from './outdoors'
import { pantry } from './pantry'
import { play } from './play'
import type { CatalogueProduct } from './product'
import { wear } from './wear'

/** All that the demo shop sells, category by category. */
export const CATALOGUE: CatalogueProduct[] = [
  ...outdoors,
  ...wear,
  ...kitchen,
  ...pantry,
  ...home,
  ...garden,
  ...play,
  ...gear,
]
