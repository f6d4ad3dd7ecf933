ALTER TABLE "read"."rebuild" ADD COLUMN "kept_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "read"."rebuild" ADD COLUMN "kept_wish" text;--> statement-breakpoint
ALTER TABLE "read"."rebuild" ADD COLUMN "kept_state" text;--> statement-breakpoint
ALTER TABLE "read"."rebuild" ADD COLUMN "kept_failure" text;--> statement-breakpoint
ALTER TABLE "read"."rebuild" ADD COLUMN "kept_table" bigint;--> statement-breakpoint
ALTER TABLE "read"."rebuild" ADD COLUMN "kept_ended_at" timestamp with time zone;