CREATE TABLE "read"."audit_finding" (
	"reader" text NOT NULL,
	"part" text NOT NULL,
	"drifts" jsonb NOT NULL,
	"found_at" timestamp with time zone DEFAULT now() NOT NULL,
	"seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "audit_finding_reader_part_pk" PRIMARY KEY("reader","part")
);
--> statement-breakpoint
CREATE TABLE "read"."audit_standing" (
	"reader" text PRIMARY KEY NOT NULL,
	"checked" bigint NOT NULL,
	"audited_at" timestamp with time zone
);
