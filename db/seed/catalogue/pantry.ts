import type { CatalogueProduct } from './product'

export const pantry: CatalogueProduct[] = [
  {
    slug: 'heather-honey',
    name: 'Heather honey',
    description:
      'Taken in late August from hives carried up to the moor, when heather is the last thing left in flower. Dark amber, a little bitter, and so thick that it holds its shape on hot toast. For people who find other honey too agreeable.',
    category: 'pantry',
    picture: 'honey-pot',
    variants: [
      { sku: 'PAN-HONEY-227', label: '227 g', price: 680, stock: 84 },
      { sku: 'PAN-HONEY-454', label: '454 g', price: 1150, stock: 52 },
    ],
  },
  {
    slug: 'plum-tomatoes',
    name: 'Plum tomatoes in their juice',
    description:
      'Peeled plum tomatoes, picked ripe and tinned the same day with a leaf of basil and nothing further. Crush them into a pan by hand and supper is half made. The tin has a ring, so the opener can stay lost.',
    category: 'pantry',
    picture: 'tinned-tomatoes',
    variants: [
      { sku: 'PAN-TOM-1', label: '400 g', price: 140, stock: 200 },
      { sku: 'PAN-TOM-6', label: 'Six tins', price: 780, stock: 45 },
    ],
  },
  {
    slug: 'sea-salt-chocolate',
    name: 'Dark chocolate with sea salt',
    description:
      'Seventy per cent cocoa, conched for two days and broken up by flakes of salt. The bar snaps cleanly, melts slowly and will keep for a year in a drawer. That last figure is theoretical.',
    category: 'pantry',
    picture: 'chocolate',
    variants: [{ sku: 'PAN-CHOC-100', label: '', price: 420, stock: 178 }],
  },
  {
    slug: 'galley-biscuits',
    name: 'Galley biscuits',
    description:
      'Butter, oats, brown sugar and dark chocolate in honest lumps. They are baked hard enough to survive a rucksack and no harder. Ten to the packet, which is meant for five. Contains wheat, oats and milk.',
    category: 'pantry',
    picture: 'biscuit',
    variants: [{ sku: 'PAN-BISC-10', label: '', price: 480, stock: 121 }],
  },
  {
    slug: 'stuffed-green-olives',
    name: 'Stuffed green olives',
    description:
      'Large green olives, eight months in brine, then stoned and filled with a strip of sweet red pepper. Firm to the bite and quick to disappear. Drain them a little before company comes, and drain some more for yourself.',
    category: 'pantry',
    picture: 'olive',
    variants: [
      { sku: 'PAN-OLIVE-160', label: '160 g', price: 390, stock: 92 },
      { sku: 'PAN-OLIVE-340', label: '340 g', price: 690, stock: 37 },
    ],
  },
  {
    slug: 'bronze-cut-spaghetti',
    name: 'Bronze-cut spaghetti',
    description:
      'Durum wheat and water, pushed through bronze and dried for thirty hours, which leaves a rough surface for the sauce to hold on to. Eleven minutes in water as salty as the harbour. Half a kilo feeds five, or two after a swim.',
    category: 'pantry',
    picture: 'spaghetti',
    variants: [
      { sku: 'PAN-SPAG-500', label: '500 g', price: 295, stock: 160 },
      { sku: 'PAN-SPAG-1K', label: '1 kg', price: 540, stock: 64 },
    ],
  },
  {
    slug: 'morning-watch-tea',
    name: 'Morning watch tea',
    description:
      'Assam for strength, Kenyan for colour, and a little Ceylon to keep them civil. It stands up to milk, early shifts and bad news. The bags are plant fibre, sealed without plastic, and may go on the compost.',
    category: 'pantry',
    picture: 'cup-of-tea',
    variants: [
      { sku: 'PAN-TEA-80', label: '80 bags', price: 460, stock: 135 },
      { sku: 'PAN-TEA-160', label: '160 bags', price: 840, stock: 70 },
      { sku: 'PAN-TEA-LSE', label: 'Loose, 250 g', price: 620, stock: 28 },
    ],
  },
  {
    slug: 'crystallised-ginger',
    name: 'Crystallised ginger',
    description:
      'Young root, simmered in syrup and rolled in cane sugar: sweet first, then hot, then hotter. It belongs in cakes and porridge, and in coat pockets on the outward crossing. Many swear by it against the swell; we only sell it.',
    category: 'pantry',
    picture: 'ginger',
    variants: [{ sku: 'PAN-GINGER-200', label: '', price: 460, stock: 59 }],
  },
  {
    slug: 'preserved-lemons',
    name: 'Preserved lemons',
    description:
      'Small whole lemons, salted and left in their own juice until the rind turns soft and the bitterness has gone. Rinse one, chop the peel, and add it to fish, couscous or roast chicken. The jar will outlast three recipes, so find a fourth.',
    category: 'pantry',
    picture: 'lemon',
    variants: [{ sku: 'PAN-LEMON-350', label: '', price: 520, stock: 43 }],
  },
  {
    slug: 'fermented-chilli-sauce',
    name: 'Fermented chilli sauce',
    description:
      'Ripe red chillies and salt, six weeks in the barrel, then sharpened with cider vinegar. Good on eggs, oysters and anything left over. The medium is medium by the standards of the person who makes it.',
    category: 'pantry',
    picture: 'chilli',
    variants: [
      { sku: 'PAN-CHILLI-M', label: 'Medium', price: 550, stock: 87 },
      { sku: 'PAN-CHILLI-H', label: 'Hot', price: 550, stock: 3 },
    ],
  },
  {
    slug: 'nine-month-cheese',
    name: 'Nine-month cheese',
    description:
      'A firm cow’s-milk cheese with round eyes and a nutty, slightly sweet taste, turned weekly on spruce boards for nine months. It melts well and travels better, wrapped in waxed paper. Sold by weight, so the holes are free.',
    category: 'pantry',
    picture: 'cheese',
    variants: [
      { sku: 'PAN-CHEESE-200', label: '200 g', price: 640, stock: 39 },
      { sku: 'PAN-CHEESE-500', label: '500 g', price: 1480, stock: 16 },
    ],
  },
  {
    slug: 'strawberry-jam',
    name: 'Strawberry jam',
    description:
      'Whole berries, not quite their weight in sugar, and a squeeze of lemon, boiled in open pans until it just sets. It runs off a scone if you let it. On whether the cream goes under or over we take no side, having customers in both counties.',
    category: 'pantry',
    picture: 'strawberry',
    variants: [{ sku: 'PAN-JAM-340', label: '', price: 440, stock: 146 }],
  },
  {
    slug: 'fine-sea-salt',
    name: 'Fine sea salt',
    description:
      'Sea water, shallow pans and some patience, dried so fine that it pours in damp weather. It comes in a glass shaker with a steel cap, meant to be filled again. Tastes of salt, only rather more so.',
    category: 'pantry',
    picture: 'salt',
    variants: [
      { sku: 'PAN-SALT-SHK', label: 'Shaker, 80 g', price: 450, stock: 66 },
      { sku: 'PAN-SALT-REF', label: 'Refill, 250 g', price: 320, stock: 108 },
    ],
  },
  {
    slug: 'rhubarb-and-custard-sweets',
    name: 'Rhubarb and custard sweets',
    description:
      'Boiled sugar, half sharp and red, half mild and yellow, twisted in paper as in the days when they cost a halfpenny. They last about as far as the lighthouse. For coat pockets, long drives and light bribery.',
    category: 'pantry',
    picture: 'sweet',
    variants: [
      { sku: 'PAN-SWEET-50', label: '50 g', price: 90, stock: 200 },
      { sku: 'PAN-SWEET-200', label: '200 g', price: 280, stock: 115 },
      { sku: 'PAN-SWEET-1K', label: 'Jar, 1 kg', price: 1150, stock: 0 },
    ],
  },
  {
    slug: 'smoked-mackerel',
    name: 'Smoked mackerel in oil',
    description:
      'Line-caught, smoked over oak shavings and packed by hand in cold-pressed rapeseed oil. Toast and lemon are all it wants. Keep the oil for the potatoes, and the tin for screws.',
    category: 'pantry',
    picture: 'fish',
    variants: [
      { sku: 'PAN-MACK-1', label: '125 g', price: 380, stock: 139 },
      { sku: 'PAN-MACK-6', label: 'Six tins', price: 2150, stock: 31 },
    ],
  },
]
