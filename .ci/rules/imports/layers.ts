import { type Layer, layerRule } from './layer-rule'

/**
 * Who may know whom, as paths from the root. `only` closes everything that it does not name, `never` opens everything
 * that it does not; `packages` closes the packages that it does not name. Tests are free.
 */
const layers: Layer[] = [
  {
    name: 'events-stand-alone',
    why: 'Events are the published language: whoever reads them must not have to take anything else along.',
    from: /^server\/events\//,
    only: /^server\/events\//,
    packages: /^zod$/,
  },
  {
    name: 'engine-stands-alone',
    why: 'The engine carries any business. What it needs of the shop is handed to it.',
    from: /^server\/engine\//,
    only: /^server\/engine\//,
  },
  {
    name: 'reads-stay-off-the-write-side',
    why: 'A query that reaches the write tables would be right while the projection is wrong, and nobody would see it.',
    from: /^(server|db)\/read\//,
    never: /^(server|db)\/write\//,
  },
  {
    name: 'commands-stay-off-the-read-side',
    why: 'Read tables lag. A decision taken from them is a decision on old facts: it oversells.',
    from: /^(server|db)\/write\//,
    never: /^(server|db)\/read\//,
  },
  {
    name: 'policies-stay-off-the-read-side',
    why: 'A policy turns events into commands. What it needs to know stands in the event or is decided by the command.',
    from: /^server\/policies\//,
    never: /^(server|db)\/read\//,
  },
  {
    name: 'pages-reach-tables-through-server',
    why: 'A page that holds a table decides something. The ways in are commands and queries.',
    from: /^app\//,
    never: /^db\//,
  },
  {
    name: 'server-knows-no-page',
    why: 'Commands and queries serve pages, imports, policies and benchmarks alike.',
    from: /^(server|db)\//,
    never: /^app\//,
  },
  {
    name: 'shop-stays-off-the-back-office',
    why: 'What shoppers and staff both see or do has a room of its own in app/, so that a change of one side changes no other.',
    from: /^app\/\(shop\)\//,
    never: /^app\/admin\//,
  },
  {
    name: 'back-office-stays-off-the-shop',
    why: 'What shoppers and staff both see or do has a room of its own in app/, so that a change of one side changes no other.',
    from: /^app\/admin\//,
    never: /^app\/\(shop\)\//,
  },
  {
    name: 'shared-rooms-know-no-side',
    why: 'A room that both sides use and that looks into one of them would carry it into the other.',
    from: /^app\/_/,
    never: /^app\/(admin|\(shop\))\//,
  },
  {
    name: 'interface-parts-know-no-shop',
    why: 'What lies in app/_ui is drawn from its props. A part that asks the server belongs beside its page.',
    from: /^app\/_ui\//,
    never: /^server\//,
  },
]

export const layerRules = layers.map(layerRule)
