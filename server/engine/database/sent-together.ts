/**
 * Like Promise.all, but waits for every one to end before it fails. In a transaction that matters: whoever goes on after
 * another one's failure would send a statement when the transaction is over.
 */
export async function sentTogether<Work extends readonly unknown[]>(
  work: readonly [...Work],
): Promise<{ [Index in keyof Work]: Awaited<Work[Index]> }> {
  // Drizzle's queries run anew whenever they are awaited: each is taken up once.
  const begun = work.map((one) => Promise.resolve(one))
  await Promise.allSettled(begun)
  return Promise.all(begun) as never
}
