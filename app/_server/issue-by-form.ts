import 'server-only'
import { v5, v7, validate } from 'uuid'
import type { Reply } from '@/server/engine/commands/dispatch'
import { issueCommands } from './issue-commands'
import { keepToken } from './keep-token'

/** The field in which a form names the page that it stands on: an id made when the page was. */
const PAGE_FIELD = 'page'

/**
 * Issues what a plain form asks for, through the one door for commands. A command's id follows from the page and from
 * what is asked, so that a form that is posted twice is one command; its commit is in the cookie for the page that comes
 * next. Next has made sure by then that the form was posted from a page of ours.
 */
export async function issueByForm(form: FormData, name: string, input: object): Promise<Reply> {
  const id = v5(JSON.stringify([name, input]), pageOf(form))
  const [reply] = await issueCommands([{ id, name, input }])
  if (!reply) throw new Error(`The door for commands answered nothing to ${name}.`)
  await keepToken(reply.token)
  return reply
}

/** The id of the page that a form was posted from. A form that does not say is one of its own each time. */
export function pageOf(form: FormData): string {
  const page = form.get(PAGE_FIELD)
  return typeof page === 'string' && validate(page) ? page : v7()
}
