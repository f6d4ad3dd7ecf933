import type { CatalogueProduct } from './product'

export const gear: CatalogueProduct[] = [
  {
    slug: 'steel-toolbox',
    name: 'Steel toolbox',
    description:
      'Folded and welded sheet steel, powder-coated red, with a lift-out tray and two catches that close with a clack. At 40 cm it takes everything but the long saw. It dents honourably.',
    category: 'gear',
    picture: 'toolbox',
    variants: [{ sku: 'GEA-BOX-40', label: '', price: 4600, stock: 39 }],
  },
  {
    slug: 'claw-hammer',
    name: 'Claw hammer',
    description:
      'A drop-forged head on a dark hickory shaft, wedged twice. The claw is ground fine, to get hold of a small nail that has already lost its head. Balanced for a day’s work, and equal to hanging one picture twice.',
    category: 'gear',
    picture: 'hammer',
    variants: [
      { sku: 'GEA-HAMM-16', label: '16 oz', price: 1900, stock: 91 },
      { sku: 'GEA-HAMM-20', label: '20 oz', price: 2200, stock: 44 },
    ],
  },
  {
    slug: 'open-ended-spanner',
    name: 'Open-ended spanner',
    description:
      'Chrome vanadium steel in a satin finish that oily hands can hold, open at both ends, one of them angled for tight corners. Sold singly. The 10 mm is the one that everybody loses, so we keep rather more of it.',
    category: 'gear',
    picture: 'spanner',
    variants: [
      { sku: 'GEA-SPAN-8', label: '8 mm', price: 520, stock: 76 },
      { sku: 'GEA-SPAN-10', label: '10 mm', price: 560, stock: 200 },
      { sku: 'GEA-SPAN-13', label: '13 mm', price: 640, stock: 85 },
      { sku: 'GEA-SPAN-17', label: '17 mm', price: 790, stock: 32 },
    ],
  },
  {
    slug: 'bench-screwdriver',
    name: 'Bench screwdriver',
    description:
      'The hardened blade runs right through the red handle, so it may be struck with a hammer, as sooner or later it will be. A six-sided bolster takes a spanner. The tip is ground for screws; for paint tins use a spoon.',
    category: 'gear',
    picture: 'screwdriver',
    variants: [
      { sku: 'GEA-DRIV-S6', label: 'Slotted, 6 mm', price: 750, stock: 104 },
      { sku: 'GEA-DRIV-C1', label: 'Cross, no. 1', price: 750, stock: 78 },
      { sku: 'GEA-DRIV-C2', label: 'Cross, no. 2', price: 780, stock: 119 },
    ],
  },
  {
    slug: 'panel-saw',
    name: 'Panel saw',
    description:
      'Fifty centimetres of taper-ground steel, nine points to the inch, on a beech handle that fits a whole hand. Let it do the work and it cuts clean, along the grain or across. A guard for the teeth is included.',
    category: 'gear',
    picture: 'saw',
    variants: [{ sku: 'GEA-SAW-50', label: '', price: 2800, stock: 27 }],
  },
  {
    slug: 'small-boat-anchor',
    name: 'Small boat anchor',
    description:
      'The old pattern with stock and flukes, galvanised and then painted blue. It holds dinghies and day boats in sand, weed and rock. Chain and rope you will get from the chandler on the quay, who will be glad to see you.',
    category: 'gear',
    picture: 'anchor',
    variants: [
      { sku: 'GEA-ANCH-4', label: '4 kg', price: 3900, stock: 23 },
      { sku: 'GEA-ANCH-8', label: '8 kg', price: 6400, stock: 13 },
      { sku: 'GEA-ANCH-12', label: '12 kg', price: 8900, stock: 1 },
    ],
  },
  {
    slug: 'ring-buoy',
    name: 'Ring buoy',
    description:
      'Closed-cell foam in a tough red and white shell, 60 cm across, with a grab line all the way round under reflective bands. For jetties, pools and the side of the boat. May it hang there for years and only be admired.',
    category: 'gear',
    picture: 'ring-buoy',
    variants: [{ sku: 'GEA-BUOY-60', label: '', price: 5200, stock: 31 }],
  },
  {
    slug: 'brass-padlock',
    name: 'Brass padlock',
    description:
      'Solid brass, with a hardened steel shackle, five pins and two keys. The works are drained, so that salt water gets out as readily as in. For sheds, gates and lockers; keep the second key somewhere other than the shed.',
    category: 'gear',
    picture: 'padlock',
    variants: [
      { sku: 'GEA-LOCK-40', label: '40 mm', price: 1400, stock: 87 },
      { sku: 'GEA-LOCK-50', label: '50 mm', price: 1850, stock: 50 },
    ],
  },
  {
    slug: 'kitchen-table-radio',
    name: 'Kitchen table radio',
    description:
      'Medium wave, long wave and FM, a telescopic aerial, and a speaker in which people sound like people. It runs from the mains or on four D cells. There is a dial, which you turn, and no account to create.',
    category: 'gear',
    picture: 'radio',
    variants: [{ sku: 'GEA-RADIO', label: '', price: 7400, stock: 16 }],
  },
  {
    slug: 'compact-film-camera',
    name: 'Compact film camera',
    description:
      'Takes 35 mm film behind a fixed, fast lens, and sets the exposure for you. It has no screen, so you will not see the pictures until Thursday and will look harder while you take them. One roll of film is included.',
    category: 'gear',
    picture: 'camera',
    variants: [{ sku: 'GEA-CAM-35', label: '', price: 11900, stock: 7 }],
  },
  {
    slug: 'workshop-scissors',
    name: 'Workshop scissors',
    description:
      'Stainless blades of 21 cm, ground to the tip and joined by a screw that can be tightened. The handles are orange because scissors are always under something. Card, cloth, rope and parcel tape; the left-handed pair is truly left-handed.',
    category: 'gear',
    picture: 'scissors',
    variants: [
      { sku: 'GEA-SCIS-R', label: 'Right-handed', price: 1600, stock: 98 },
      { sku: 'GEA-SCIS-L', label: 'Left-handed', price: 1600, stock: 22 },
    ],
  },
  {
    slug: 'cloth-bound-logbook',
    name: 'Cloth-bound logbook',
    description:
      'One hundred and ninety-two pages of a paper that takes ink without telling the next page, sewn so that they lie flat. Dark cloth, an elastic, and a label for the title. For tides, recipes and plans that run to a second page.',
    category: 'gear',
    picture: 'notebook',
    variants: [
      { sku: 'GEA-LOG-RULED', label: 'Ruled', price: 1250, stock: 116 },
      { sku: 'GEA-LOG-PLAIN', label: 'Plain', price: 1250, stock: 82 },
      { sku: 'GEA-LOG-DOT', label: 'Dotted', price: 1250, stock: 60 },
    ],
  },
  {
    slug: 'sea-blue-fountain-pen',
    name: 'Sea blue fountain pen',
    description:
      'It starts when asked, and likes to be asked weekly. Blue lacquer over a brass barrel, a steel nib, and a converter for those who prefer a bottle. There is one cartridge in the box to begin with.',
    category: 'gear',
    picture: 'fountain-pen',
    variants: [
      { sku: 'GEA-PEN-F', label: 'Fine', price: 3800, stock: 43 },
      { sku: 'GEA-PEN-M', label: 'Medium', price: 3800, stock: 55 },
    ],
  },
  {
    slug: 'watchkeeper-wristwatch',
    name: 'Watchkeeper wristwatch',
    description:
      'A 38 mm steel case, a violet-black dial with hands that can be read at night, and a quartz movement good to fifteen seconds a month. Proof against a hundred metres of water, on a blue strap that dries in an hour. It tells the time.',
    category: 'gear',
    picture: 'wristwatch',
    variants: [{ sku: 'GEA-WATCH-38', label: '', price: 16500, stock: 11 }],
  },
  {
    slug: 'mailboat-suitcase',
    name: 'Mailboat suitcase',
    description:
      'Blue recycled polycarbonate on four wheels that go where they are sent, with a lock, a lining and a label to write on. The cabin size is 55 by 40 by 20 cm, which most airlines accept and one disputes.',
    category: 'gear',
    picture: 'suitcase',
    variants: [
      { sku: 'GEA-CASE-CAB', label: 'Cabin', price: 12800, stock: 34 },
      { sku: 'GEA-CASE-HLD', label: 'Hold', price: 17200, stock: 15 },
    ],
  },
]
