import type { CatalogueProduct } from './product'

export const kitchen: CatalogueProduct[] = [
  {
    slug: 'red-stoneware-teapot',
    name: 'Red stoneware teapot',
    description:
      'It pours and then it stops, which is rarer in a spout than it should be. Stoneware in a pillar-box glaze, with a steel basket for loose leaves and a lid that stays put to the last cup. Warm the pot first; you knew that.',
    category: 'kitchen',
    picture: 'teapot',
    variants: [
      { sku: 'KIT-TEAP-2', label: 'Two cups', price: 2800, stock: 44 },
      { sku: 'KIT-TEAP-4', label: 'Four cups', price: 3600, stock: 61 },
    ],
  },
  {
    slug: 'breakfast-cup-and-saucer',
    name: 'Breakfast cup and saucer',
    description:
      'Wide, thick-lipped porcelain that keeps 300 ml of coffee warm through the whole of the weather forecast. There is room on the saucer for a biscuit; we measured with several. Safe in the dishwasher and the microwave.',
    category: 'kitchen',
    picture: 'cup-and-saucer',
    variants: [
      { sku: 'KIT-CUP-1', label: 'One', price: 1400, stock: 96 },
      { sku: 'KIT-CUP-4', label: 'Set of four', price: 4900, stock: 35 },
    ],
  },
  {
    slug: 'carbon-steel-frying-pan',
    name: 'Carbon steel frying pan',
    description:
      'Two millimetres of carbon steel, waxed for the journey and dull until you season it. After a month of use an egg slides about of its own accord. It works on gas, induction and driftwood, and asks only to be kept dry.',
    category: 'kitchen',
    picture: 'frying-pan',
    variants: [
      { sku: 'KIT-PAN-20', label: '20 cm', price: 3200, stock: 38 },
      { sku: 'KIT-PAN-24', label: '24 cm', price: 3900, stock: 72 },
      { sku: 'KIT-PAN-28', label: '28 cm', price: 4600, stock: 43 },
    ],
  },
  {
    slug: 'long-lunch-pan',
    name: 'Long lunch pan',
    description:
      'Enamelled steel, 34 cm across and shallow, so that the rice gets its crust and everybody gets a prawn. It goes from hob to table by two handles, which grow as hot as you would expect. Feeds five, or three who mean it.',
    category: 'kitchen',
    picture: 'paella-pan',
    variants: [{ sku: 'KIT-LUNCH-34', label: '', price: 3400, stock: 29 }],
  },
  {
    slug: 'stock-pot',
    name: 'Stock pot',
    description:
      'Stainless steel with a thick sandwiched base, and handles riveted right through. There is room in it for a chicken and the good intentions that follow. Marked inside in litres and in pints, to keep the peace.',
    category: 'kitchen',
    picture: 'stock-pot',
    variants: [
      { sku: 'KIT-STOCK-5', label: '5 litres', price: 5800, stock: 26 },
      { sku: 'KIT-STOCK-8', label: '8 litres', price: 7400, stock: 14 },
    ],
  },
  {
    slug: 'cooks-knife',
    name: 'Cook’s knife',
    description:
      'Forged from one bar of stainless steel and ground thin behind the edge, with a blue handle riveted on for good. It does most of what the other six in the block do. Hone it, wash it by hand, and keep it from tins. Sold to over-eighteens only.',
    category: 'kitchen',
    picture: 'kitchen-knife',
    variants: [
      { sku: 'KIT-KNIFE-16', label: '16 cm', price: 4900, stock: 33 },
      { sku: 'KIT-KNIFE-20', label: '20 cm', price: 5800, stock: 47 },
    ],
  },
  {
    slug: 'bistro-cutlery',
    name: 'Bistro cutlery',
    description:
      'Knives, forks and two sizes of spoon in satin stainless steel, four of each. The handles are plain, so nothing about them will need an old toothbrush. Weighty in the hand and unremarkable on the table, as cutlery should be.',
    category: 'kitchen',
    picture: 'cutlery',
    variants: [{ sku: 'KIT-CUTL-16', label: '', price: 6400, stock: 22 }],
  },
  {
    slug: 'serving-spoon',
    name: 'Serving spoon',
    description:
      'Long, deep and made of brushed steel, for stews, crumbles and the fair division of trifle. A crook in the handle holds it on the rim of the pot, where you left it. Families with opinions should take two.',
    category: 'kitchen',
    picture: 'spoon',
    variants: [{ sku: 'KIT-SPOON', label: '', price: 900, stock: 154 }],
  },
  {
    slug: 'lacquered-chopsticks',
    name: 'Lacquered chopsticks',
    description:
      'Beech under red lacquer with dark ends, square where they are held and fine where they work. They come as five pairs, which is the custom, and provides for the guest who was not expected. Wash them by hand.',
    category: 'kitchen',
    picture: 'chopsticks',
    variants: [{ sku: 'KIT-CHOP-5', label: '', price: 1250, stock: 81 }],
  },
  {
    slug: 'porridge-bowl',
    name: 'Porridge bowl and spoon',
    description:
      'Blue-glazed earthenware with straight, deep sides that keep the middle hot, and a steel spoon shaped to get the last of it. Takes a proper helping. Nobody need know that it also takes ice cream.',
    category: 'kitchen',
    picture: 'bowl-and-spoon',
    variants: [{ sku: 'KIT-BOWL-BLU', label: '', price: 1600, stock: 68 }],
  },
  {
    slug: 'stemmed-wine-glasses',
    name: 'Stemmed wine glasses',
    description:
      'A pair in lead-free crystal, thin at the rim, wide enough for red, on stems that still clear an ordinary shelf. Any wine is a little improved by them. So, oddly, is water.',
    category: 'kitchen',
    picture: 'wine-glass',
    variants: [{ sku: 'KIT-WINE-2', label: '', price: 2200, stock: 57 }],
  },
  {
    slug: 'low-tumblers',
    name: 'Low tumblers',
    description:
      'Pressed glass with a heavy base: they stack, they sit square, and they forgive a stone worktop more often than not. Each holds 280 ml, which is juice at eight and something amber at six. Sold in fours.',
    category: 'kitchen',
    picture: 'tumbler',
    variants: [{ sku: 'KIT-TUMB-4', label: '', price: 2000, stock: 76 }],
  },
  {
    slug: 'preserving-jar',
    name: 'Preserving jar',
    description:
      'Thick glass, a screw lid with a rubber seal, and a label left blank for your optimism. Fit for jam, chutney, beans or buttons. Lids are a standard size and sold everywhere, for the one that is lost in the move.',
    category: 'kitchen',
    picture: 'jar',
    variants: [
      { sku: 'KIT-JAR-05', label: '0.5 litre', price: 350, stock: 190 },
      { sku: 'KIT-JAR-1', label: '1 litre', price: 450, stock: 165 },
      { sku: 'KIT-JAR-2', label: '2 litres', price: 620, stock: 58 },
    ],
  },
  {
    slug: 'sand-egg-timer',
    name: 'Sand egg timer',
    description:
      'Four minutes of fine sand in clear glass, capped at both ends in brushed steel. There is no battery, no bell and nothing to set. It has been found fair for eggs, teeth, chess and turns on the swing.',
    category: 'kitchen',
    picture: 'sand-timer',
    variants: [{ sku: 'KIT-TIMER-4', label: '', price: 1100, stock: 103 }],
  },
  {
    slug: 'fondue-set',
    name: 'Fondue set',
    description:
      'Cheese in winter, chocolate with very little persuasion. The pot is red enamelled iron on its own stand and burner, and the six forks have coloured ends, which settles most disputes. Burner gel is not included.',
    category: 'kitchen',
    picture: 'fondue-set',
    variants: [{ sku: 'KIT-FOND', label: '', price: 5400, stock: 2 }],
  },
]
