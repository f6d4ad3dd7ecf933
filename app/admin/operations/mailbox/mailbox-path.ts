import { addressWith } from '../../address'

const PATH = '/admin/operations/mailbox'

export const mailboxPath = (page = 1) => addressWith(PATH, { page })
export const letterPath = (id: string) => `${PATH}/${id}`
