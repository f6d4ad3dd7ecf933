CREATE TABLE "write"."confirmations" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"sent_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "write"."confirmations" ADD CONSTRAINT "confirmations_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "write"."orders"("id") ON DELETE no action ON UPDATE no action;