/** Joins the class names that are there: `classNames(styles.row, chosen && styles.chosen)`. */
export function classNames(...names: (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(' ')
}
