/** An expected reason not to start. Its message is for the person at the terminal: what is wrong, and what to do. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal'
}
