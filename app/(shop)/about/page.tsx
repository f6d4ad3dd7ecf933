import type { Metadata } from 'next'
import { Prose } from '../_prose/prose'

export const metadata: Metadata = {
  title: 'About the shop',
  description: 'What Tidemark is, what it is not, and why it has the name that it has.',
}

export default function AboutPage() {
  return (
    <Prose
      title="About the shop"
      lead="A general store by the sea. The sea is real; the store is a demonstration of one."
    >
      <p>
        The shelves hold what a small town on the coast might need: a tent, a teapot, a ring buoy, a jar of honey and
        something to do when it rains. Somebody wrote each of the descriptions as if they had to stand behind the
        counter afterwards.
      </p>
      <h2>Why it is called Tidemark</h2>
      <p>
        A shop of some size writes in one place and reads in another, and the second place is always a moment behind.
        Most shops hide that, badly: what you did disappears and comes back. Here, every page knows how high the water
        has risen on it, and never shows you a lower mark than one you have seen. What you do is there at once, and
        stays.
      </p>
      <p>
        The thin line under the header tells how that is going. It fills while your work is on its way, and when there
        is no network it says so in words.
      </p>
      <h2>What is not real</h2>
      <ul>
        <li>The goods. Nothing is packed, and nothing is sent.</li>
        <li>The payment. Only test cards are taken, and no money moves. Do not enter a real card.</li>
        <li>The post. Nobody writes to you, whatever address you enter.</li>
      </ul>
      <p>The rest is meant: prices, stock, orders and refunds are kept as a shop has to keep them.</p>
    </Prose>
  )
}
