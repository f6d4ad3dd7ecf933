DROP INDEX "read"."order_history_words";--> statement-breakpoint
CREATE INDEX "order_history_words" ON "read"."order_history" USING gin (replace("number", '-', '') gin_trgm_ops,"customer_name" gin_trgm_ops,"customer_email" gin_trgm_ops) WITH (gin_pending_list_limit=64);--> statement-breakpoint
-- Rows that are kept, or being made, beside those that are read can take their place only in the same shape.
DO $$
DECLARE beside text;
BEGIN
  FOR beside IN SELECT schemaname FROM pg_indexes WHERE indexname = 'order_history_words' AND schemaname <> 'read' LOOP
    EXECUTE format('DROP INDEX %I.order_history_words', beside);
    EXECUTE format('CREATE INDEX order_history_words ON %I.order_history USING gin (replace(number, ''-'', '''') gin_trgm_ops, customer_name gin_trgm_ops, customer_email gin_trgm_ops) WITH (gin_pending_list_limit=64)', beside);
  END LOOP;
END $$;
