-- New words lie until the worker sorts them in (docs/decisions/0053).
ALTER INDEX "read"."order_history_words" SET (gin_pending_list_limit = 2048);--> statement-breakpoint
-- Rows that are kept, or being made, beside those that are read can take their place only in the same shape.
ALTER INDEX IF EXISTS "read_before"."order_history_words" SET (gin_pending_list_limit = 2048);--> statement-breakpoint
ALTER INDEX IF EXISTS "read_next"."order_history_words" SET (gin_pending_list_limit = 2048);
