/** Resolves at the first message of the parent, and makes use of the time until then. */
export async function untilTold(meanwhile) {
  const told = new Promise((resolve) => process.once('message', resolve))
  // Nothing else keeps this process alive yet.
  process.channel?.ref()
  meanwhile()
  await told
  process.channel?.unref()
}
