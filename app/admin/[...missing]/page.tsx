import { notFound } from 'next/navigation'

/** What nothing answers to is not found inside the back office, with its way to everywhere else. */
export default function MissingAdminPage() {
  notFound()
}
