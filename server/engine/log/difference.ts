type Plain = string | number | boolean | null

/** A field that is another than before. `path` names it for people; a side is null where the field was or is not there. */
export type Change = { path: readonly string[]; before: Plain; after: Plain }

/** What people call an element of a list, where its place in the list says nothing. */
export type NameOf = (element: Record<string, unknown>) => string | undefined

/**
 * What differs between two documents, field by field, in the order of their fields. Elements of lists are known again
 * by their first field that is an id, so that one more at the top does not make all of them look different.
 */
export function difference(before: unknown, after: unknown, nameOf: NameOf = () => undefined): Change[] {
  const [was, is] = [fieldsOf(before, nameOf), fieldsOf(after, nameOf)]
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((key) => {
    const [former, latter] = [was.get(key), is.get(key)]
    const path = latter?.path ?? former?.path ?? []
    const change = { path, before: former?.value ?? null, after: latter?.value ?? null }
    return change.before === change.after ? [] : [change]
  })
}

type Field = { path: readonly string[]; value: Plain }

function fieldsOf(document: unknown, nameOf: NameOf): Map<string, Field> {
  const fields = new Map<string, Field>()
  const visit = (value: unknown, key: string, path: readonly string[]): void => {
    if (Array.isArray(value)) {
      for (const [at, element] of value.entries()) {
        const known = isObject(element) ? element : {}
        visit(element, `${key}/${idOf(known) ?? at}`, [...path, nameOf(known) ?? String(at + 1)])
      }
    } else if (isObject(value)) {
      for (const [name, inner] of Object.entries(value)) visit(inner, `${key}/${name}`, [...path, name])
    } else if (value !== undefined) {
      fields.set(key, { path, value: value as Plain })
    }
  }
  visit(document, '', [])
  return fields
}

function idOf(element: Record<string, unknown>): string | undefined {
  const id = Object.entries(element).find(([name]) => name.endsWith('Id'))?.[1]
  return typeof id === 'string' ? id : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
