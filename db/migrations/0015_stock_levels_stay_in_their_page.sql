-- A stock level changes with every order, and the list of them is sorted when somebody looks (docs/decisions/0047).
DROP INDEX "read"."stock_levels_on_hand";--> statement-breakpoint
ALTER TABLE "read"."stock_levels" SET (fillfactor = 50);--> statement-breakpoint
-- Rows that are kept, or being made, beside those that are read can take their place only in the same shape.
DROP INDEX IF EXISTS "read_before"."stock_levels_on_hand";--> statement-breakpoint
DROP INDEX IF EXISTS "read_next"."stock_levels_on_hand";
