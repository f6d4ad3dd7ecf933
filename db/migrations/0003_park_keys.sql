CREATE TABLE "write"."parked_key" (
	"reader" text NOT NULL,
	"key" uuid NOT NULL,
	"position" bigint NOT NULL,
	"type" text NOT NULL,
	"reason" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_try_at" timestamp with time zone,
	"parked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "parked_key_reader_key_pk" PRIMARY KEY("reader","key")
);
--> statement-breakpoint
CREATE TABLE "read"."parked_key" (
	"reader" text NOT NULL,
	"key" uuid NOT NULL,
	"position" bigint NOT NULL,
	"type" text NOT NULL,
	"reason" text NOT NULL,
	"attempts" integer NOT NULL,
	"next_try_at" timestamp with time zone,
	"parked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "parked_key_reader_key_pk" PRIMARY KEY("reader","key")
);
