import type { CatalogueProduct } from './product'

export const wear: CatalogueProduct[] = [
  {
    slug: 'quayside-coat',
    name: 'Quayside coat',
    description:
      'Cotton gabardine the colour of wet sand, half lined, with dark buttons and pockets that take both hands and a library book. It is cut to go over a jumper. Presentable at a funeral, at home on a ferry.',
    category: 'wear',
    picture: 'coat',
    variants: [
      { sku: 'WEA-QUAY-S', label: 'S', price: 18500, stock: 8 },
      { sku: 'WEA-QUAY-M', label: 'M', price: 18500, stock: 19 },
      { sku: 'WEA-QUAY-L', label: 'L', price: 18500, stock: 15 },
      { sku: 'WEA-QUAY-XL', label: 'XL', price: 18500, stock: 3 },
    ],
  },
  {
    slug: 'lambswool-scarf',
    name: 'Lambswool scarf',
    description:
      'Woven from two-ply lambswool and brushed once, so that it is soft without shedding on a dark coat. Long enough to go round twice with an end left to tuck in. Red is the one that people find again; the others are for the careful.',
    category: 'wear',
    picture: 'scarf',
    variants: [
      { sku: 'WEA-SCARF-RED', label: 'Signal red', price: 3200, stock: 74 },
      { sku: 'WEA-SCARF-OAT', label: 'Oatmeal', price: 3200, stock: 40 },
      { sku: 'WEA-SCARF-INK', label: 'Ink', price: 3200, stock: 4 },
    ],
  },
  {
    slug: 'merino-gloves',
    name: 'Fine merino gloves',
    description:
      'Violet merino, knitted in one piece with a little elastane to keep its shape, and conductive thread in two fingertips so that you may keep them on. Warm enough for town and thin enough for keys. Snowballs want something cheaper.',
    category: 'wear',
    picture: 'gloves',
    variants: [
      { sku: 'WEA-GLOVE-S', label: 'S', price: 2400, stock: 52 },
      { sku: 'WEA-GLOVE-M', label: 'M', price: 2400, stock: 67 },
      { sku: 'WEA-GLOVE-L', label: 'L', price: 2400, stock: 29 },
    ],
  },
  {
    slug: 'harbour-boot-socks',
    name: 'Harbour boot socks',
    description:
      'Three parts wool to one part nylon, cushioned at heel and toe, with a top that stays up and leaves no mark. Each packet holds two pairs, one blue and one mustard. They may be worn as intended or mixed; the feet do not mind.',
    category: 'wear',
    picture: 'socks',
    variants: [
      { sku: 'WEA-SOCK-4', label: 'UK 4–7', price: 1350, stock: 120 },
      { sku: 'WEA-SOCK-8', label: 'UK 8–11', price: 1350, stock: 95 },
    ],
  },
  {
    slug: 'deckhand-cap',
    name: 'Deckhand cap',
    description:
      'Washed cotton twill in sea blue, with a curved peak and a brass buckle behind. It keeps the sun from the eyes and the hair from the soup. One size, adjusted in a moment and forgotten soon after.',
    category: 'wear',
    picture: 'cap',
    variants: [{ sku: 'WEA-CAP-BLU', label: '', price: 2200, stock: 110 }],
  },
  {
    slug: 'straw-sun-hat',
    name: 'Straw sun hat',
    description:
      'Plaited wheat straw with a generous brim and a red ribbon, which comes off for those who would rather. Roll it loosely for the suitcase and let the steam of a kettle put it right. Worn by gardeners, readers and people who have been caught out before.',
    category: 'wear',
    picture: 'straw-hat',
    variants: [
      { sku: 'WEA-STRAW-56', label: '56 cm', price: 3800, stock: 21 },
      { sku: 'WEA-STRAW-58', label: '58 cm', price: 3800, stock: 26 },
    ],
  },
  {
    slug: 'heavyweight-t-shirt',
    name: 'Heavyweight T-shirt',
    description:
      'Cut from 220-gram combed cotton, with a ribbed collar that does not go wavy and side seams that stay at the side. Leaf green, with one paler band across. Nobody will remark on it, and in three summers you will wish you had bought two.',
    category: 'wear',
    picture: 't-shirt',
    variants: [
      { sku: 'WEA-TEE-S', label: 'S', price: 2400, stock: 84 },
      { sku: 'WEA-TEE-M', label: 'M', price: 2400, stock: 132 },
      { sku: 'WEA-TEE-L', label: 'L', price: 2400, stock: 118 },
      { sku: 'WEA-TEE-XL', label: 'XL', price: 2400, stock: 46 },
    ],
  },
  {
    slug: 'straight-jeans',
    name: 'Straight jeans',
    description:
      'Thirteen-ounce organic denim, a straight leg and a rise that lets you sit down. They arrive firm and are yours in about a month. Five pockets, copper rivets, and a spare button sewn inside for the year you will need it.',
    category: 'wear',
    picture: 'jeans',
    variants: [
      { sku: 'WEA-JEAN-28', label: 'Waist 28', price: 7900, stock: 17 },
      { sku: 'WEA-JEAN-30', label: 'Waist 30', price: 7900, stock: 34 },
      { sku: 'WEA-JEAN-32', label: 'Waist 32', price: 7900, stock: 41 },
      { sku: 'WEA-JEAN-34', label: 'Waist 34', price: 7900, stock: 28 },
      { sku: 'WEA-JEAN-36', label: 'Waist 36', price: 7900, stock: 0 },
    ],
  },
  {
    slug: 'tideline-swim-shorts',
    name: 'Tideline swim shorts',
    description:
      'Quick-drying recycled nylon with a mesh lining, a proper drawcord and a pocket that drains. They will do for lunch as well as for the water. The green was chosen to be seen from a towel at fifty metres.',
    category: 'wear',
    picture: 'shorts',
    variants: [
      { sku: 'WEA-SWIM-S', label: 'S', price: 3400, stock: 37 },
      { sku: 'WEA-SWIM-M', label: 'M', price: 3400, stock: 58 },
      { sku: 'WEA-SWIM-L', label: 'L', price: 3400, stock: 44 },
    ],
  },
  {
    slug: 'boathouse-sundress',
    name: 'Boathouse sundress',
    description:
      'Mid-weight linen in a clear blue, fitted to the waist and generous below it, with a pocket on each side. The bodice is lined, the skirt is not. It creases, as linen will, and looks better for being left alone about it.',
    category: 'wear',
    picture: 'dress',
    variants: [
      { sku: 'WEA-DRESS-8', label: 'UK 8', price: 8400, stock: 12 },
      { sku: 'WEA-DRESS-10', label: 'UK 10', price: 8400, stock: 23 },
      { sku: 'WEA-DRESS-12', label: 'UK 12', price: 8400, stock: 25 },
      { sku: 'WEA-DRESS-14', label: 'UK 14', price: 8400, stock: 14 },
      { sku: 'WEA-DRESS-16', label: 'UK 16', price: 8400, stock: 1 },
    ],
  },
  {
    slug: 'cold-water-swimsuit',
    name: 'Cold water swimsuit',
    description:
      'Made for swimming lengths of the bay in October, though it will tolerate lying beside it in July. The knit is firm and salt-proof, rose with a plum waistband, with wide straps and a full back. Dries overnight on a radiator.',
    category: 'wear',
    picture: 'swimsuit',
    variants: [
      { sku: 'WEA-COLD-10', label: 'UK 10', price: 4600, stock: 30 },
      { sku: 'WEA-COLD-12', label: 'UK 12', price: 4600, stock: 36 },
      { sku: 'WEA-COLD-14', label: 'UK 14', price: 4600, stock: 22 },
      { sku: 'WEA-COLD-16', label: 'UK 16', price: 4600, stock: 16 },
    ],
  },
  {
    slug: 'horizon-sunglasses',
    name: 'Horizon sunglasses',
    description:
      'Polarised lenses take the glare off the water and leave you the water. The frames are near-black acetate with metal hinges, and the case has been sat on by several of us. For drivers, sailors and late risers.',
    category: 'wear',
    picture: 'sunglasses',
    variants: [{ sku: 'WEA-SUN-BLK', label: '', price: 5800, stock: 49 }],
  },
  {
    slug: 'shingle-flip-flops',
    name: 'Shingle flip-flops',
    description:
      'Natural rubber in blue, with a yellow strap that is moulded in rather than plugged, and so does not pull out. They cross hot sand, wet slipways and the shingle without complaint. Take the smaller pair if you fall between two.',
    category: 'wear',
    picture: 'flip-flop',
    variants: [
      { sku: 'WEA-FLIP-4', label: 'UK 4–5', price: 1200, stock: 86 },
      { sku: 'WEA-FLIP-6', label: 'UK 6–7', price: 1200, stock: 143 },
      { sku: 'WEA-FLIP-8', label: 'UK 8–9', price: 1200, stock: 127 },
      { sku: 'WEA-FLIP-10', label: 'UK 10–11', price: 1200, stock: 65 },
    ],
  },
  {
    slug: 'chandlers-shoes',
    name: 'Chandler’s shoes',
    description:
      'Brown full-grain leather on a sole that was stitched on and can be stitched on again. Plain enough for an office and stout enough for the walk to it. They squeak for a day, then never again.',
    category: 'wear',
    picture: 'brown-shoe',
    variants: [
      { sku: 'WEA-SHOE-7', label: 'UK 7', price: 9500, stock: 13 },
      { sku: 'WEA-SHOE-8', label: 'UK 8', price: 9500, stock: 20 },
      { sku: 'WEA-SHOE-9', label: 'UK 9', price: 9500, stock: 24 },
      { sku: 'WEA-SHOE-10', label: 'UK 10', price: 9500, stock: 11 },
    ],
  },
  {
    slug: 'after-swim-robe',
    name: 'After-swim robe',
    description:
      'Light cotton, sky blue with a scatter of pink blossom, cut square with wide sleeves and tied with a dark sash. It goes on over a wet swimmer or a late breakfast. Folds to the size of a paperback.',
    category: 'wear',
    picture: 'robe',
    variants: [
      { sku: 'WEA-ROBE-R', label: 'Regular', price: 5600, stock: 32 },
      { sku: 'WEA-ROBE-L', label: 'Long', price: 6000, stock: 18 },
    ],
  },
]
