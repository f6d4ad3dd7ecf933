import { notFound } from 'next/navigation'

/** Every address that nothing answers to is not found inside the shop, with its header and its search. */
export default function MissingPage() {
  notFound()
}
