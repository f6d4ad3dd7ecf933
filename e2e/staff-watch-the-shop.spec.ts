import { expect, type Page, test } from '@playwright/test'
import type { Sql } from '../server/engine/database/postgres'
import { recordingOf, watchFrames } from './frames/watch-frames'
import { inReadTables } from './world/database'
import { addToCart, cartCount } from './world/shopping'
import { signIn } from './world/signing-in'
import { withWorkerStopped } from './world/worker'

const READER = 'order-detail'

const readers = (page: Page) => page.getByRole('region', { name: 'Projections', exact: true })
const parkedKeys = (page: Page) => page.getByRole('region', { name: 'Parked keys', exact: true })
const rebuilds = (page: Page) => page.getByRole('region', { name: 'Rebuilds', exact: true })
const formerRows = (page: Page) => page.getByRole('region', { name: 'Former rows', exact: true })
const audit = (page: Page) => page.getByRole('region', { name: 'Audit', exact: true })

/** An order that was paid last of all: as though the worker had failed at that, it waits. */
function parkPayment() {
  return inReadTables(async (sql) => {
    const [order] = await sql<{ key: string; position: number }[]>`
      select key, max(position) as position from write.event where stream = 'order' group by key
      having (array_agg(type order by position desc))[1] = 'PaymentAuthorised' order by 2 desc limit 1`
    if (!order) throw new Error('No order was paid and left at that.')
    const { key, position } = order
    const reason = 'The amount is not a number'
    await sql`update read.order_detail set status = 'awaiting-payment' where order_id = ${key}`
    await sql`
      insert into read.parked_key (reader, key, position, type, reason, attempts)
      values (${READER}, ${key}, ${position}, 'PaymentAuthorised', ${reason}, 10)`
    return { key, reason }
  })
}

/** Spoils a row, and notes it as one that is to be looked at first: the audit draws rows by chance, and there are many. */
async function spoilNewestCart(sql: Sql): Promise<string> {
  const [cart] = await sql<{ key: string }[]>`
    update read.cart set item_count = 77 where shopper_id = (
      select key from write.event where stream = 'cart' order by position desc limit 1)
    returning shopper_id as key`
  if (!cart) throw new Error('There is no cart.')
  await sql`insert into read.audit_finding (reader, part, drifts) values ('cart', ${cart.key}, '[]')`
  return cart.key
}

test('staff see every reader up to date, and everybody else is refused', async ({ browser, page }) => {
  await signIn(page, 'merchant', '/admin/operations')
  await expect(page.getByRole('heading', { name: 'Operations', level: 1 })).toBeVisible()
  await expect(readers(page).getByRole('row')).toHaveCount(13)
  await expect(readers(page).getByRole('row').filter({ hasText: 'Up to date' })).toHaveCount(12)
  await expect(page.getByRole('region', { name: 'Policies', exact: true }).getByRole('row').nth(1)).toContainText(
    'Up to date',
  )
  await expect(page.getByRole('region', { name: 'Queues', exact: true })).toContainText('confirmations')
  await expect(page.getByRole('link', { name: 'Mailbox' })).toBeVisible()

  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto('/admin/operations')
  await expect(stranger).toHaveURL(/sign-in/)
  await signIn(stranger, 'shopper')
  expect((await stranger.goto('/admin/operations'))?.status()).toBe(403)
  await stranger.context().close()
})

test('a key that a projection failed at waits, its page says so, and tried again it heals', async ({ page }) => {
  await signIn(page, 'merchant', '/admin/operations')
  const { key, reason } = await parkPayment()
  const row = parkedKeys(page).getByRole('row').filter({ hasText: key })
  await expect(row).toContainText(reason)
  await expect(readers(page).getByRole('row').filter({ hasText: READER })).toContainText('1 parked')

  await page.goto(`/admin/orders/${key}`)
  await expect(page.getByText('Being updated')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ship order' })).toHaveCount(0)
  await page.getByRole('link', { name: 'See why in Operations' }).click()

  await row.getByRole('button', { name: 'Try again now' }).click()
  await expect(row).toHaveCount(0)
  await page.goto(`/admin/orders/${key}`)
  await expect(page.getByText('Being updated')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'Ship order' })).toBeVisible()
})

test('a row that was spoilt is found by the audit, shown with both sides, and made anew', async ({ browser, page }) => {
  const shopper = await (await browser.newContext()).newPage()
  await addToCart(shopper, 'half-day-rucksack')
  await expect(cartCount(shopper)).toContainText('1')
  await shopper.context().close()
  const spoilt = await inReadTables(spoilNewestCart)
  await signIn(page, 'merchant', '/admin/operations')
  const row = audit(page).getByRole('row').filter({ hasText: spoilt })
  // Each projection has its turn every half a minute.
  await expect(row).toContainText('77', { timeout: 50_000 })
  await expect(row).toContainText('item_count')
  await row.getByRole('button', { name: 'Make it anew' }).click()
  await expect(row).toHaveCount(0)
  const [cart] = await inReadTables((sql) => sql`select item_count from read.cart where shopper_id = ${spoilt}`)
  expect(cart).toEqual({ item_count: 1 })
})

test('staff rebuild a projection, return to its former rows, and throw the others away', async ({ page }) => {
  const NAME = 'address-book'
  await signIn(page, 'merchant', '/admin/operations')
  const rebuild = rebuilds(page).getByRole('row').filter({ hasText: NAME })
  await rebuild.getByRole('button', { name: 'Rebuild' }).click()
  await expect(rebuild).toContainText('Done')
  const former = formerRows(page).getByRole('row').filter({ hasText: NAME })
  await expect(former).toContainText('Kept')

  await former.getByRole('button', { name: 'Return to them' }).click()
  const question = page.getByRole('dialog')
  await expect(question).toContainText('brought up to date first')
  await question.getByRole('button', { name: 'Leave it as it is' }).click()
  await expect(question).toHaveCount(0)
  await expect(former).toContainText('Kept')

  await former.getByRole('button', { name: 'Return to them' }).click()
  await question.getByRole('button', { name: 'Return to them' }).click()
  await expect(former).toContainText('Pages show them')
  await former.getByRole('button', { name: 'Throw away' }).click()
  await expect(question).toContainText('no way back')
  await question.getByRole('button', { name: 'Throw them away' }).click()
  await expect(former).toContainText('Thrown away')
  await expect(former.getByRole('button')).toHaveCount(0)
})

test('when the figures fall behind the rail says so, and nothing moves for it', async ({ browser, context, page }) => {
  await watchFrames(context)
  await signIn(page, 'merchant', '/admin/products')
  await expect(page.getByText('Up to date')).toBeVisible()
  const stranger = await (await browser.newContext()).newPage()
  await withWorkerStopped(async () => {
    await addToCart(stranger, 'half-day-rucksack')
    await expect(page.getByText(/not in the figures yet/)).toBeVisible({ timeout: 25_000 })
  })
  await expect(page.getByText('Up to date')).toBeVisible({ timeout: 25_000 })
  expect((await recordingOf(page)).shifts).toEqual([])
  await stranger.context().close()
})

test('on a phone, too, staff see that the figures fall behind, and nothing moves for it', async ({ browser }) => {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  await watchFrames(context)
  const page = await context.newPage()
  await signIn(page, 'merchant', '/admin')
  const freshness = page.getByRole('contentinfo')
  await expect(freshness.getByText('Up to date')).toBeInViewport()
  const stranger = await (await browser.newContext()).newPage()
  await withWorkerStopped(async () => {
    await addToCart(stranger, 'half-day-rucksack')
    await expect(freshness.getByText(/^(Less than a|\d+) seconds? behind$/)).toBeInViewport({ timeout: 25_000 })
  })
  await expect(freshness.getByText('Up to date')).toBeInViewport({ timeout: 25_000 })
  expect((await recordingOf(page)).shifts).toEqual([])
  await stranger.context().close()
  await context.close()
})
