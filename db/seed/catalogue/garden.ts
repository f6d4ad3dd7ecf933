import type { CatalogueProduct } from './product'

export const garden: CatalogueProduct[] = [
  {
    slug: 'bay-tree-in-terracotta',
    name: 'Bay tree in terracotta',
    description:
      'A young bay in a clay pot, grown slowly out of doors and already used to wind. Two leaves for the stew, the rest for looking at. Move it close to the wall in a hard frost; it forgives most other things.',
    category: 'garden',
    picture: 'potted-plant',
    variants: [
      { sku: 'GAR-BAY-30', label: '30 cm', price: 1900, stock: 48 },
      { sku: 'GAR-BAY-60', label: '60 cm', price: 3400, stock: 17 },
    ],
  },
  {
    slug: 'cut-and-come-again-lettuce',
    name: 'Cut-and-come-again lettuce',
    description:
      'Sturdy young plants, raised without peat and sent in a tray that composts. Set them a hand apart, water them in, and go out with a torch to discuss matters with the slugs. Salad in five weeks, if you win.',
    category: 'garden',
    picture: 'seedling',
    variants: [
      { sku: 'GAR-LETT-6', label: 'Six plants', price: 480, stock: 88 },
      { sku: 'GAR-LETT-12', label: 'Twelve plants', price: 860, stock: 41 },
    ],
  },
  {
    slug: 'giant-sunflower-seed',
    name: 'Giant sunflower seed',
    description:
      'Forty seeds of an old sort that reaches two and a half metres in a good summer, and the top of the fence in a bad one. Sow under glass in April or outside in May. Grown by children, for bees, to annoy the neighbours.',
    category: 'garden',
    picture: 'sunflower',
    variants: [{ sku: 'GAR-SUNF-40', label: '', price: 220, stock: 195 }],
  },
  {
    slug: 'late-pink-tulips',
    name: 'Late pink tulips',
    description:
      'Chosen for short, strong stems, since the spring here comes with a south-westerly. The bulbs are 12 cm round or better and flower in May. Plant them in November at three times their depth, and forget where.',
    category: 'garden',
    picture: 'tulip',
    variants: [
      { sku: 'GAR-TULIP-10', label: 'Ten bulbs', price: 650, stock: 134 },
      { sku: 'GAR-TULIP-25', label: 'Twenty-five bulbs', price: 1450, stock: 79 },
      { sku: 'GAR-TULIP-50', label: 'Fifty bulbs', price: 2600, stock: 25 },
    ],
  },
  {
    slug: 'coast-rose',
    name: 'Coast rose, bare root',
    description:
      'A red shrub rose that puts up with salt wind, thin soil and careless pruning, and flowers from June until frost tells it to stop. It is sent between November and March, when it looks like a bundle of sticks. That is how it should look.',
    category: 'garden',
    picture: 'rose',
    variants: [{ sku: 'GAR-ROSE-RED', label: '', price: 1950, stock: 36 }],
  },
  {
    slug: 'kitchen-herb',
    name: 'Kitchen herb',
    description:
      'Grown hard in the open and sent as a leafy plant in a 9 cm pot. Give it sun and gritty soil, and pick it often, because picking is what keeps it going. Choose by what you roast.',
    category: 'garden',
    picture: 'herb',
    variants: [
      { sku: 'GAR-HERB-THY', label: 'Thyme', price: 450, stock: 71 },
      { sku: 'GAR-HERB-SAG', label: 'Sage', price: 450, stock: 53 },
      { sku: 'GAR-HERB-ORE', label: 'Oregano', price: 450, stock: 38 },
      { sku: 'GAR-HERB-ROS', label: 'Rosemary', price: 450, stock: 94 },
    ],
  },
  {
    slug: 'blue-bucket',
    name: 'Blue bucket',
    description:
      'Heavy polypropylene with a steel handle and a lip that pours. It carries water, compost and, for a short while, crabs, and it bears a grown person standing on it. A bucket, in short; we looked at eleven before we stocked one.',
    category: 'garden',
    picture: 'bucket',
    variants: [
      { sku: 'GAR-BUCK-10', label: '10 litres', price: 750, stock: 145 },
      { sku: 'GAR-BUCK-15', label: '15 litres', price: 950, stock: 112 },
    ],
  },
  {
    slug: 'orchard-ladder',
    name: 'Orchard ladder',
    description:
      'Chestnut poles with the rungs let in and wedged, wide at the foot, and light enough to carry on a shoulder. For apples, hedges and the ball on the roof. Stand it on grass and lean it on something that was built to stay.',
    category: 'garden',
    picture: 'ladder',
    variants: [
      { sku: 'GAR-LADD-2', label: '2 metres', price: 9800, stock: 12 },
      { sku: 'GAR-LADD-3', label: '3 metres', price: 13800, stock: 4 },
    ],
  },
  {
    slug: 'compost-worms',
    name: 'Compost worms',
    description:
      'Tiger worms, lively and already accustomed to kitchen scraps. We send them on Mondays, damp, so that they never spend a weekend in the post. The smallest bag starts a bin. They ask for peelings, shade and privacy.',
    category: 'garden',
    picture: 'worm',
    variants: [
      { sku: 'GAR-WORM-250', label: '250 g', price: 1400, stock: 33 },
      { sku: 'GAR-WORM-500', label: '500 g', price: 2300, stock: 21 },
      { sku: 'GAR-WORM-1K', label: '1 kg', price: 3900, stock: 8 },
    ],
  },
  {
    slug: 'native-ladybirds',
    name: 'Native ladybirds',
    description:
      'Fifty of them, grown up and hungry, sent overnight in a ventilated tube of wood wool. Each will eat several dozen greenfly a day. Let them out at dusk, on a damp leaf where they are needed; let out at noon, they tend to go next door.',
    category: 'garden',
    picture: 'ladybird',
    variants: [{ sku: 'GAR-LADY-50', label: '', price: 1550, stock: 2 }],
  },
  {
    slug: 'solitary-bee-house',
    name: 'Solitary bee house',
    description:
      'The bees that use it live alone, pollinate the plums and take no interest in you. It is a block of untreated larch under a small roof, drilled with clean holes from four to ten millimetres. Fix it at chest height, facing south, and let it be.',
    category: 'garden',
    picture: 'bee',
    variants: [{ sku: 'GAR-BEE-LARCH', label: '', price: 2400, stock: 57 }],
  },
  {
    slug: 'early-pea-seed',
    name: 'Early pea seed',
    description:
      'Short and heavy-cropping, and content to climb twigs rather than scaffolding. Sow a row every fortnight from March to June. Most of the harvest is eaten standing up in the garden, so plant more than the kitchen needs.',
    category: 'garden',
    picture: 'pea-pod',
    variants: [{ sku: 'GAR-PEA-250', label: '', price: 260, stock: 168 }],
  },
  {
    slug: 'glass-wind-chime',
    name: 'Glass wind chime',
    description:
      'A bell of thin blue glass with a painted paper tail that catches the least air. It gives one clear note, now and then, which is as much tune as a garden wants. Take it in before a gale, for its own sake and next door’s.',
    category: 'garden',
    picture: 'wind-chime',
    variants: [{ sku: 'GAR-CHIME-BLU', label: '', price: 1900, stock: 30 }],
  },
  {
    slug: 'greenhouse-thermometer',
    name: 'Greenhouse thermometer',
    description:
      'It will not warm the greenhouse, but at least you will know. The spirit column is red and free of mercury, runs from minus 20 to plus 50, and can be read from the path. Hang it in the shade of a shelf.',
    category: 'garden',
    picture: 'thermometer',
    variants: [{ sku: 'GAR-THERM', label: '', price: 1250, stock: 69 }],
  },
  {
    slug: 'small-rooted-spruce',
    name: 'Small rooted spruce',
    description:
      'Narrow and slow, with all its roots and a good ball of earth in jute. Stand it in a pot by the door, bring it in for a fortnight in December if you must, and plant it out once it has outgrown the hallway. It needs water more than it needs lights.',
    category: 'garden',
    picture: 'spruce',
    variants: [
      { sku: 'GAR-SPRU-60', label: '60 cm', price: 2400, stock: 45 },
      { sku: 'GAR-SPRU-100', label: '100 cm', price: 4200, stock: 0 },
    ],
  },
]
