/** Where the drawing of this name lies. */
export function picturePath(name: string): string {
  return `/pictures/${name}.svg`
}
