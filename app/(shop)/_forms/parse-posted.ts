import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import { fieldWords } from './field-words'

/**
 * What a form posted, checked. Only the fields that the form has are looked at, the first of each: a field's name may say
 * where in a list it belongs, and a stranger's list may be as long as they like.
 */
export function parsePosted<Value>(form: FormData, schema: z.ZodType<Value>, fields: z.ZodObject) {
  const known = new FormData()
  for (const name of namesOf(fields)) {
    const value = form.get(name)
    if (typeof value === 'string') known.set(name, value)
  }
  return parseWithZod(known, { schema, formatError: fieldWords })
}

function namesOf(fields: z.ZodObject, path = ''): string[] {
  return Object.entries(fields.shape).flatMap(([name, field]) =>
    field instanceof z.ZodObject ? namesOf(field, `${path}${name}.`) : [path + name],
  )
}
