/** From here down it is worth saying how many there are. */
const FEW = 5

/** What a card says about the shelf; nothing where there is plenty. */
export function stockNote(stock: number): string | null {
  if (stock === 0) return 'Sold out'
  return stock <= FEW ? `Only ${stock} left` : null
}
