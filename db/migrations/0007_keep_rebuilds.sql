CREATE TABLE "read"."rebuild" (
	"name" text PRIMARY KEY NOT NULL,
	"made" text NOT NULL,
	"wish" text NOT NULL,
	"state" text NOT NULL,
	"resting" boolean DEFAULT false NOT NULL,
	"reached" bigint DEFAULT 0 NOT NULL,
	"last" bigint DEFAULT 0 NOT NULL,
	"per_second" integer DEFAULT 0 NOT NULL,
	"compared" jsonb,
	"failure" text,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"worked_at" timestamp with time zone,
	"ended_at" timestamp with time zone
);
