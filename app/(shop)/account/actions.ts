'use server'

import { callAuth } from '@/app/_session/call-auth'
import { shop } from '@/server/shop'
import { changeDetails, NOT_SAVED, passwordErrors, whyNotConfirmed } from './change-details'
import { emailInput, nameInput, passwordInput } from './details-inputs'
import type { DetailsState } from './details-state'

/** Gives the account another name. */
export async function changeName(_before: DetailsState, form: FormData): Promise<DetailsState> {
  const change = async ({ name }: { name: string }) => {
    const { status } = await callAuth('/update-user', { name })
    return status === 200 ? undefined : { formErrors: [NOT_SAVED] }
  }
  return changeDetails(form, nameInput, change, 'name')
}

/** Gives the account another e-mail address, by which one signs in from then on. */
export async function changeEmail(_before: DetailsState, form: FormData): Promise<DetailsState> {
  const change = async ({ email, password }: { email: string; password: string }) => {
    const refused = await whyNotConfirmed(password)
    if (refused) return refused
    if (await isTaken(email)) {
      return { fieldErrors: { email: ['An account has this address already. It may be the one that you have now.'] } }
    }
    const { status } = await callAuth('/change-email', { newEmail: email })
    return status === 200 ? undefined : { formErrors: [NOT_SAVED] }
  }
  return changeDetails(form, emailInput, change, 'email')
}

/** Gives the account another password, and ends its sessions everywhere else. */
export async function changePassword(_before: DetailsState, form: FormData): Promise<DetailsState> {
  const change = async ({ current, password }: { current: string; password: string }) => {
    const asked = { currentPassword: current, newPassword: password, revokeOtherSessions: true }
    return passwordErrors(await callAuth('/change-password', asked), 'current')
  }
  return changeDetails(form, passwordInput, change, 'password')
}

/** better-auth answers the same for an address that is taken, and changes nothing. */
async function isTaken(email: string): Promise<boolean> {
  const { internalAdapter } = await shop().auth.$context
  return (await internalAdapter.findUserByEmail(email)) !== null
}
