ALTER INDEX "read"."order_history_words" SET (gin_pending_list_limit = 64);--> statement-breakpoint
ALTER INDEX IF EXISTS "read_before"."order_history_words" SET (gin_pending_list_limit = 64);
