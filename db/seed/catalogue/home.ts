import type { CatalogueProduct } from './product'

export const home: CatalogueProduct[] = [
  {
    slug: 'beeswax-pillar-candle',
    name: 'Beeswax pillar candle',
    description:
      'Pure beeswax, poured around a cotton wick, with a faint smell of the hive and none of the gift shop. It burns about four hours to the centimetre and runs a little down one side, as a candle may. For power cuts, and for evenings that deserve one.',
    category: 'home',
    picture: 'candle',
    variants: [
      { sku: 'HOM-CAND-10', label: '10 cm', price: 950, stock: 73 },
      { sku: 'HOM-CAND-16', label: '16 cm', price: 1450, stock: 40 },
    ],
  },
  {
    slug: 'beech-kitchen-chair',
    name: 'Beech kitchen chair',
    description:
      'Solid beech, stained the brown of strong tea, with a shaped seat and joints that are wedged as well as glued. It neither folds nor stacks, and it does not wobble. Four make a kitchen; one makes a place to put the coat.',
    category: 'home',
    picture: 'chair',
    variants: [{ sku: 'HOM-CHAIR', label: '', price: 9500, stock: 28 }],
  },
  {
    slug: 'warm-white-bulb',
    name: 'Warm white bulb',
    description:
      'An LED in the shape of the old thing: warm white, dimmable, 470 lumens from four watts. It should burn for fifteen thousand hours, or most of a childhood. Look at your fitting before you order; everyone forgets.',
    category: 'home',
    picture: 'light-bulb',
    variants: [
      { sku: 'HOM-BULB-B22', label: 'Bayonet, B22', price: 750, stock: 187 },
      { sku: 'HOM-BULB-E27', label: 'Screw, E27', price: 750, stock: 164 },
    ],
  },
  {
    slug: 'scalloped-mirror',
    name: 'Scalloped mirror',
    description:
      'Silvered glass in an oval, set in a scalloped lime-wood frame that is gilded by hand. It stands 55 cm high, weighs less than it looks, and hangs from one good screw. Kind in a hallway, candid in a bathroom.',
    category: 'home',
    picture: 'mirror',
    variants: [{ sku: 'HOM-MIRR-55', label: '', price: 6800, stock: 15 }],
  },
  {
    slug: 'headland-noon-print',
    name: 'Framed print, Headland at noon',
    description:
      'The green hill behind the harbour on a clear day in May, screen-printed in six colours on cotton paper. Comes framed in pale oak behind real glass, with the cord already on. It is the only wall in the house where the weather holds.',
    category: 'home',
    picture: 'framed-picture',
    variants: [
      { sku: 'HOM-PRINT-A4', label: 'A4', price: 4800, stock: 34 },
      { sku: 'HOM-PRINT-A3', label: 'A3', price: 7200, stock: 19 },
    ],
  },
  {
    slug: 'rose-geranium-soap',
    name: 'Rose geranium soap',
    description:
      'Olive and coconut oils, made by the cold process, coloured with pink clay and scented with the leaf rather than the flower. A hard bar that lasts two people a month if it is kept out of its puddle. Lathers in hard water, of which we have plenty.',
    category: 'home',
    picture: 'soap',
    variants: [
      { sku: 'HOM-SOAP-1', label: 'One bar', price: 550, stock: 128 },
      { sku: 'HOM-SOAP-3', label: 'Three bars', price: 1500, stock: 62 },
    ],
  },
  {
    slug: 'two-part-toothbrush',
    name: 'Two-part toothbrush',
    description:
      'The head clicks off after three months and the handle stays in service. Plant-based plastic, in a pink that nobody else in the house can claim by mistake. One spare head is in the box. Soft will do for most gums.',
    category: 'home',
    picture: 'toothbrush',
    variants: [
      { sku: 'HOM-TOOTH-S', label: 'Soft', price: 420, stock: 175 },
      { sku: 'HOM-TOOTH-M', label: 'Medium', price: 420, stock: 98 },
    ],
  },
  {
    slug: 'hallway-broom',
    name: 'Hallway broom',
    description:
      'Stiff plant fibre, densely set and a little flared, on a waxed beech handle of 130 cm. It gets the sand out of a hallway, where by the sea there is always sand. Hang it up after use: a broom that stands on its bristles soon leans.',
    category: 'home',
    picture: 'broom',
    variants: [{ sku: 'HOM-BROOM', label: '', price: 1800, stock: 54 }],
  },
  {
    slug: 'willow-basket',
    name: 'Willow basket',
    description:
      'Woven from buff willow by one maker, with a hooped handle and a base that sits flat. Takes the week’s vegetables, a picnic for three, or the ironing, indefinitely. No two are quite alike, and none of them mind the rain.',
    category: 'home',
    picture: 'basket',
    variants: [{ sku: 'HOM-BASK', label: '', price: 4200, stock: 3 }],
  },
  {
    slug: 'twin-bell-alarm-clock',
    name: 'Twin-bell alarm clock',
    description:
      'Red steel, two brass bells and a hammer between them: it makes one sound, and you will get up to stop it. One AA cell lasts a year. Light sleepers may prefer the tide.',
    category: 'home',
    picture: 'alarm-clock',
    variants: [{ sku: 'HOM-ALARM', label: '', price: 2900, stock: 77 }],
  },
  {
    slug: 'mantel-clock',
    name: 'Mantel clock',
    description:
      'Wind it on Sundays and it will keep time to a minute, and the family to something near it. The case is walnut on a brass-edged plinth, and the eight-day movement strikes the hours. A lever at the back keeps it quiet at night.',
    category: 'home',
    picture: 'mantel-clock',
    variants: [{ sku: 'HOM-MANTEL', label: '', price: 14500, stock: 4 }],
  },
  {
    slug: 'kiln-dried-logs',
    name: 'Kiln-dried logs',
    description:
      'Ash and birch, dried to less than twenty per cent moisture, so that they light at once and leave the chimney as they found it. Cut to 25 cm for ordinary stoves. A net lasts two evenings, or one with visitors.',
    category: 'home',
    picture: 'log',
    variants: [
      { sku: 'HOM-LOGS-1', label: 'One net', price: 950, stock: 150 },
      { sku: 'HOM-LOGS-10', label: 'Ten nets', price: 8500, stock: 20 },
    ],
  },
  {
    slug: 'paper-lantern',
    name: 'Paper lantern',
    description:
      'Mulberry paper in bands of orange and gold over a spiral of split bamboo. It hangs around any cool bulb and folds flat for the rest of the year. Good in a stairwell or a dry porch; paper and rain have never come to terms.',
    category: 'home',
    picture: 'paper-lantern',
    variants: [
      { sku: 'HOM-LANT-30', label: '30 cm', price: 1200, stock: 82 },
      { sku: 'HOM-LANT-45', label: '45 cm', price: 1700, stock: 46 },
    ],
  },
  {
    slug: 'honeycomb-sponge',
    name: 'Honeycomb bath sponge',
    description:
      'A sea sponge, cut above the root so that it grows back, and cleaned without bleach. Stiff when it is dry, soft the moment it is wet, and good for two years if it is rinsed and hung up. It was here well before bathrooms.',
    category: 'home',
    picture: 'sponge',
    variants: [
      { sku: 'HOM-SPONGE-M', label: 'Medium', price: 1100, stock: 51 },
      { sku: 'HOM-SPONGE-L', label: 'Large', price: 1650, stock: 24 },
    ],
  },
  {
    slug: 'box-room-bed',
    name: 'Box-room bed',
    description:
      'For guests, students, and the room that was going to be a study. The low pine frame is painted dark blue, the slats are sprung, the screws are numbered, and it goes together in forty minutes with the key provided. Mattress and bedding are not included.',
    category: 'home',
    picture: 'bed',
    variants: [
      { sku: 'HOM-BED-90', label: 'Single, 90 cm', price: 28900, stock: 10 },
      { sku: 'HOM-BED-120', label: 'Small double, 120 cm', price: 34500, stock: 6 },
      { sku: 'HOM-BED-135', label: 'Double, 135 cm', price: 39900, stock: 0 },
    ],
  },
]
