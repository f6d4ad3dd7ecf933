-- Half of a page is left for the next versions of its rows, which then need no new entries in indexes
-- (docs/decisions/0047). Pages that are full already empty themselves, as their rows change.
ALTER TABLE "write"."orders" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "write"."stock" SET (fillfactor = 25);--> statement-breakpoint
ALTER TABLE "write"."policy_checkpoint" SET (fillfactor = 10);--> statement-breakpoint
ALTER TABLE "read"."checkpoint" SET (fillfactor = 10);--> statement-breakpoint
ALTER TABLE "read"."order_detail" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "read"."product_listing" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "read"."product_page" SET (fillfactor = 50);--> statement-breakpoint
ALTER TABLE "read"."product_sales" SET (fillfactor = 50);
