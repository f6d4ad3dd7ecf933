ALTER TABLE "write"."log_epoch" ADD COLUMN "xid" "xid8";--> statement-breakpoint
ALTER TABLE "write"."log_epoch" ADD COLUMN "cluster" text;