import type { CatalogueProduct } from './product'

export const outdoors: CatalogueProduct[] = [
  {
    slug: 'skerry-tent',
    name: 'Skerry tent',
    description:
      'Green ripstop polyester over three aluminium poles, with a sewn-in groundsheet and taped seams. It goes up in eight minutes, or fifteen with advice from the other person. For weekends on grass within earshot of the sea.',
    category: 'outdoors',
    picture: 'tent',
    variants: [
      { sku: 'OUT-SKER-2P', label: 'Two-person', price: 18900, stock: 24 },
      { sku: 'OUT-SKER-3P', label: 'Three-person', price: 23900, stock: 11 },
    ],
  },
  {
    slug: 'cliff-path-boots',
    name: 'Cliff path boots',
    description:
      'Made for paths that are mostly stone and occasionally sheep. Sand-coloured nubuck on a stitched rubber sole, with a padded ankle and a tongue sewn in at the sides to keep the gravel out. Give them a week indoors first; they will repay it.',
    category: 'outdoors',
    picture: 'walking-boot',
    variants: [
      { sku: 'OUT-CLIFF-5', label: 'UK 5', price: 12400, stock: 14 },
      { sku: 'OUT-CLIFF-7', label: 'UK 7', price: 12400, stock: 31 },
      { sku: 'OUT-CLIFF-8', label: 'UK 8', price: 12400, stock: 3 },
      { sku: 'OUT-CLIFF-9', label: 'UK 9', price: 12400, stock: 22 },
      { sku: 'OUT-CLIFF-11', label: 'UK 11', price: 12400, stock: 0 },
    ],
  },
  {
    slug: 'half-day-rucksack',
    name: 'Half-day rucksack',
    description:
      'Holds a jumper, lunch, a flask and the book that will not be read. The cotton canvas is proofed on the back, the front pocket closes properly, and the straps are wide where the weight is. Raspberry red, so that it can be found where it was put down.',
    category: 'outdoors',
    picture: 'rucksack',
    variants: [
      { sku: 'OUT-HALF-16', label: '16 litres', price: 5800, stock: 47 },
      { sku: 'OUT-HALF-24', label: '24 litres', price: 7200, stock: 38 },
    ],
  },
  {
    slug: 'brass-pocket-compass',
    name: 'Brass pocket compass',
    description:
      'It points north, which is all it has ever promised. The needle floats in liquid inside a turned brass case, of a size for a waistcoat pocket or a child’s fist. Good on the hill, and surprisingly useful in large car parks.',
    category: 'outdoors',
    picture: 'compass',
    variants: [{ sku: 'OUT-COMP-BRS', label: '', price: 3400, stock: 62 }],
  },
  {
    slug: 'breakwater-torch',
    name: 'Breakwater torch',
    description:
      'Anodised aluminium, sealed against rain and dropping, with three levels of light and no flashing mode. Two AA cells, not included, last eleven hours on the middle setting. Keep one by the door and one where you always look for it.',
    category: 'outdoors',
    picture: 'torch',
    variants: [{ sku: 'OUT-TORCH', label: '', price: 2600, stock: 140 }],
  },
  {
    slug: 'headland-telescope',
    name: 'Headland telescope',
    description:
      'For ships, seals, the moon and whatever that is out by the buoy. The 60 mm lens is coated, the eyepiece runs from 20 to 60 times, and the tripod stands still in a stiff breeze. It suits anyone who lives with a view and wants more of it.',
    category: 'outdoors',
    picture: 'telescope',
    variants: [{ sku: 'OUT-SCOPE-60', label: '', price: 16500, stock: 9 }],
  },
  {
    slug: 'pier-rod-ready-strung',
    name: 'Pier rod, ready strung',
    description:
      'Two sections of glass fibre with a cork grip, a reel already loaded with line, and a small box of hooks, weights and floats. Enough for mackerel off the pier on a summer evening. Beginners will manage it at once; experts will borrow it and deny it.',
    category: 'outdoors',
    picture: 'fishing-rod',
    variants: [
      { sku: 'OUT-ROD-21', label: '2.1 m', price: 4200, stock: 33 },
      { sku: 'OUT-ROD-27', label: '2.7 m', price: 4800, stock: 18 },
    ],
  },
  {
    slug: 'rock-pool-mask',
    name: 'Rock pool mask and snorkel',
    description:
      'Tempered glass in a soft silicone skirt, and a snorkel with a guard against the passing wave. It is meant for pools, coves and the first few yards of anything deeper. Small fits most children from eight; large fits the adults who said they would only watch.',
    category: 'outdoors',
    picture: 'diving-mask',
    variants: [
      { sku: 'OUT-MASK-S', label: 'Small', price: 2200, stock: 56 },
      { sku: 'OUT-MASK-L', label: 'Large', price: 2600, stock: 71 },
    ],
  },
  {
    slug: 'leeward-parasol',
    name: 'Leeward parasol',
    description:
      'Red and white cotton canvas on an ash pole in two parts, the lower one pointed so that it goes into the sand rather than near it. It opens to 1.8 metres and tilts with the sun. Shade for two, or for one with a newspaper.',
    category: 'outdoors',
    picture: 'parasol',
    variants: [{ sku: 'OUT-PARA-180', label: '', price: 4500, stock: 27 }],
  },
  {
    slug: 'gale-umbrella',
    name: 'Gale umbrella',
    description:
      'The double canopy lets the wind out instead of arguing with it, and ten fibreglass ribs bend where steel would fold. Deep violet cloth, curved beech handle. We tried it for a winter on the promenade, where umbrellas go to end their days.',
    category: 'outdoors',
    picture: 'umbrella',
    variants: [{ sku: 'OUT-GALE', label: '', price: 3600, stock: 88 }],
  },
  {
    slug: 'promenade-bicycle',
    name: 'Promenade bicycle',
    description:
      'One gear, a steel frame and mudguards that reach as far as the mud does. You sit upright, which is good for the back and for seeing over hedges. It comes assembled but for the pedals; the hills are your own affair.',
    category: 'outdoors',
    picture: 'bicycle',
    variants: [
      { sku: 'OUT-BIKE-S', label: 'Small frame', price: 39500, stock: 4 },
      { sku: 'OUT-BIKE-M', label: 'Medium frame', price: 39500, stock: 12 },
      { sku: 'OUT-BIKE-L', label: 'Large frame', price: 39500, stock: 2 },
    ],
  },
  {
    slug: 'ash-sledge',
    name: 'Ash sledge',
    description:
      'Ash slats on red steel runners, screwed together rather than stapled, for the four days of snow that we get a year. Seats two children or one determined parent. The cotton rope is long enough to pull it without stooping.',
    category: 'outdoors',
    picture: 'sledge',
    variants: [{ sku: 'OUT-SLEDGE', label: '', price: 7800, stock: 0 }],
  },
  {
    slug: 'camp-hatchet',
    name: 'Camp hatchet',
    description:
      'Splits kindling, drives pegs with its back, and takes a new hickory handle when the day comes. The forged head weighs 600 grams and is painted red above the edge. It has a leather cover, and is sold to over-eighteens only.',
    category: 'outdoors',
    picture: 'axe',
    variants: [{ sku: 'OUT-HATCH-600', label: '', price: 4400, stock: 19 }],
  },
  {
    slug: 'headwind-goggles',
    name: 'Headwind goggles',
    description:
      'Bought mainly by skiers and winter sailors, and by one cook, for onions. The double lens stays clear, the foam is vented, and the strap holds over a helmet or a woolly hat. The cloth bag they come in also wipes them.',
    category: 'outdoors',
    picture: 'goggles',
    variants: [{ sku: 'OUT-GOGG', label: '', price: 5200, stock: 41 }],
  },
  {
    slug: 'estuary-canoe',
    name: 'Estuary canoe, inflatable',
    description:
      'Three air chambers of reinforced PVC, two seats, a paddle and a foot pump, and all of it fits the boot of a small car. Steady under beginners, and under dogs that sit. It is meant for creeks, lakes and slack water, as the hull says in capitals.',
    category: 'outdoors',
    picture: 'canoe',
    variants: [{ sku: 'OUT-CANOE-2', label: '', price: 34900, stock: 5 }],
  },
]
