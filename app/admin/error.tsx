'use client'

import { ErrorMessage } from '@/app/_ui/error-message'
import { errorReference } from '@/app/_ui/error-reference'

/** A page of the back office that failed. The rail stays, and with it the way to everywhere else. */
export default function AdminPageError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ErrorMessage reference={errorReference(error)} retry={retry} />
}
