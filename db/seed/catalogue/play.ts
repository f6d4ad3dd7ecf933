import type { CatalogueProduct } from './product'

export const play: CatalogueProduct[] = [
  {
    slug: 'diamond-kite',
    name: 'Diamond kite',
    description:
      'Ripstop nylon in four colours on a glass-fibre cross, with a ribboned tail, sixty metres of line and a winder that fits a small hand. It flies from a light breeze up to the wind that takes hats. Children manage it alone; adults have to be asked for it back.',
    category: 'play',
    picture: 'kite',
    variants: [{ sku: 'PLA-KITE', label: '', price: 2400, stock: 93 }],
  },
  {
    slug: 'jointed-teddy-bear',
    name: 'Jointed teddy bear',
    description:
      'Wool plush the brown of toast, jointed at neck and limbs, filled with wood wool, and weighted a little so that he sits unaided. The eyes are stitched, so he is safe from birth. He keeps what he is told.',
    category: 'play',
    picture: 'teddy-bear',
    variants: [
      { sku: 'PLA-BEAR-22', label: '22 cm', price: 3200, stock: 49 },
      { sku: 'PLA-BEAR-36', label: '36 cm', price: 4800, stock: 23 },
    ],
  },
  {
    slug: 'thousand-piece-jigsaw',
    name: 'Thousand-piece jigsaw',
    description:
      'Thick recycled board, cut so closely that a finished corner can be lifted whole. It measures 68 by 48 cm when done. The harbour has boats, the meadow has flowers, and the fog is exactly what you suppose.',
    category: 'play',
    picture: 'jigsaw-piece',
    variants: [
      { sku: 'PLA-JIG-HARB', label: 'Harbour', price: 1800, stock: 46 },
      { sku: 'PLA-JIG-MEAD', label: 'Meadow', price: 1800, stock: 38 },
      { sku: 'PLA-JIG-FOG', label: 'Fog', price: 1800, stock: 112 },
    ],
  },
  {
    slug: 'maple-yo-yo',
    name: 'Maple yo-yo',
    description:
      'Two halves of turned maple, lacquered violet, on a steel axle, with a spare string. It is heavy enough to sleep, which is the first trick and for most people the last. Silent, and so much at risk of being taken to meetings.',
    category: 'play',
    picture: 'yo-yo',
    variants: [{ sku: 'PLA-YOYO', label: '', price: 900, stock: 137 }],
  },
  {
    slug: 'six-dice-in-a-tin',
    name: 'Six dice in a tin',
    description:
      'Sixteen-millimetre dice with rounded corners, drilled and filled so that no face is heavier than another. The tin serves as a shaker. As to what they show, we can be of no help.',
    category: 'play',
    picture: 'dice',
    variants: [{ sku: 'PLA-DICE-6', label: '', price: 600, stock: 158 }],
  },
  {
    slug: 'nesting-dolls',
    name: 'Nesting dolls',
    description:
      'Five figures turned from one block of lime wood and painted by hand in red, with seams so fine that they have to be looked for. The smallest is the size of a bean and will be found under the sofa. For ages four and up.',
    category: 'play',
    picture: 'nesting-doll',
    variants: [{ sku: 'PLA-NEST-5', label: '', price: 2700, stock: 26 }],
  },
  {
    slug: 'pond-yacht',
    name: 'Pond yacht',
    description:
      'Trimmed well, it crosses a pond in a straight line, so somebody has to be on the other side. The hull is cedar, 40 cm long, over a lead keel; the yellow cotton sails really set, and the brass fittings are large enough for cold fingers.',
    category: 'play',
    picture: 'sailing-boat',
    variants: [{ sku: 'PLA-YACHT-40', label: '', price: 6400, stock: 18 }],
  },
  {
    slug: 'painted-boomerang',
    name: 'Painted boomerang',
    description:
      'Shaped from birch plywood, banded in red and yellow, and balanced for a beginner’s wrist. On an open field, thrown upright into a light wind, it returns. Allow an afternoon for the first time, and a friend who ducks.',
    category: 'play',
    picture: 'boomerang',
    variants: [
      { sku: 'PLA-BOOM-R', label: 'Right-handed', price: 1600, stock: 58 },
      { sku: 'PLA-BOOM-L', label: 'Left-handed', price: 1600, stock: 3 },
    ],
  },
  {
    slug: 'floating-flying-disc',
    name: 'Floating flying disc',
    description:
      'A soft-edged disc in pale blue, 175 grams, which is what matches are played with. It floats, so the sea returns it in the end. Dogs are fond of it, and after a week it shows.',
    category: 'play',
    picture: 'flying-disc',
    variants: [{ sku: 'PLA-DISC-175', label: '', price: 1100, stock: 124 }],
  },
  {
    slug: 'beach-cricket',
    name: 'Beach cricket',
    description:
      'One hand, one bounce is out. Into the sea is six and out, and whoever hit it swims. In the canvas bag are a willow bat, a soft red ball, and two sets of stumps on spikes for sand.',
    category: 'play',
    picture: 'cricket-bat',
    variants: [
      { sku: 'PLA-CRIC-J', label: 'Junior', price: 2600, stock: 64 },
      { sku: 'PLA-CRIC-F', label: 'Full size', price: 3200, stock: 42 },
    ],
  },
  {
    slug: 'weighted-chess-set',
    name: 'Weighted chess set',
    description:
      'Boxwood against ebonised maple, weighted and felted so that a pawn stays where it was put. The king is 95 mm tall and the board folds away. For players who like the knock of wood, and have an evening to lose.',
    category: 'play',
    picture: 'chess-pawn',
    variants: [{ sku: 'PLA-CHESS-95', label: '', price: 5800, stock: 20 }],
  },
  {
    slug: 'linen-playing-cards',
    name: 'Linen-finish playing cards',
    description:
      'Card with a dark core, so nothing shows through, and a linen finish, so they slide. Fifty-two, two jokers, and one blank for the card that will go missing. The figures are large, for lamplight and long evenings.',
    category: 'play',
    picture: 'playing-card',
    variants: [
      { sku: 'PLA-CARD-BLU', label: 'Blue backs', price: 750, stock: 106 },
      { sku: 'PLA-CARD-RED', label: 'Red backs', price: 750, stock: 89 },
    ],
  },
  {
    slug: 'beeswax-crayons',
    name: 'Beeswax crayons',
    description:
      'Pigment and beeswax, pressed thick, so that they do not snap under conviction. The colours layer well and come off painted walls with a warm cloth, usually. In a flat tin, in rainbow order for the first ten minutes.',
    category: 'play',
    picture: 'crayon',
    variants: [
      { sku: 'PLA-CRAY-12', label: 'Twelve', price: 850, stock: 97 },
      { sku: 'PLA-CRAY-24', label: 'Twenty-four', price: 1500, stock: 55 },
    ],
  },
  {
    slug: 'clockwork-robot',
    name: 'Clockwork robot',
    description:
      'Printed tinplate with red antennae, a square jaw and no battery anywhere. Fully wound, it walks a metre and a half without hesitation, mostly into things. The edges are tin: for collectors, and for children from eight.',
    category: 'play',
    picture: 'robot',
    variants: [{ sku: 'PLA-ROBOT', label: '', price: 2200, stock: 35 }],
  },
  {
    slug: 'bubble-mixture',
    name: 'Bubble mixture',
    description:
      'Water, mild soap and glycerine, in proportions that took us a summer. The wand is in the lid. Use it out of doors and upwind of the audience; the refill fills the small bottle sixteen times, which is a fortnight.',
    category: 'play',
    picture: 'bubbles',
    variants: [
      { sku: 'PLA-BUBB-60', label: '60 ml', price: 95, stock: 200 },
      { sku: 'PLA-BUBB-1L', label: 'Refill, 1 litre', price: 480, stock: 83 },
    ],
  },
]
