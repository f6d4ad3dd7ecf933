CREATE SCHEMA "write";
--> statement-breakpoint
CREATE SCHEMA "read";
--> statement-breakpoint
CREATE SCHEMA "auth";
--> statement-breakpoint
CREATE TABLE "write"."cart_lines" (
	"cart_id" uuid NOT NULL,
	"variant_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"added_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cart_lines_cart_id_variant_id_pk" PRIMARY KEY("cart_id","variant_id"),
	CONSTRAINT "cart_lines_quantity" CHECK ("write"."cart_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "write"."carts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write"."prices" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "write"."prices_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"variant_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"reason" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_to" timestamp with time zone,
	CONSTRAINT "prices_amount" CHECK ("write"."prices"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "write"."products" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"category" text NOT NULL,
	"picture" text NOT NULL,
	"status" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "products_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "write"."stock" (
	"variant_id" uuid PRIMARY KEY NOT NULL,
	"on_hand" integer NOT NULL,
	CONSTRAINT "stock_on_hand" CHECK ("write"."stock"."on_hand" >= 0)
);
--> statement-breakpoint
CREATE TABLE "write"."variants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"sku" text NOT NULL,
	"label" text NOT NULL,
	"ordinal" integer NOT NULL,
	CONSTRAINT "variants_sku_unique" UNIQUE("sku")
);
--> statement-breakpoint
CREATE TABLE "write"."addresses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"customer_id" uuid NOT NULL,
	"name" text NOT NULL,
	"line1" text NOT NULL,
	"line2" text NOT NULL,
	"city" text NOT NULL,
	"postcode" text NOT NULL,
	"country" text NOT NULL,
	"is_default" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write"."customers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text,
	"email" text,
	"registered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "customers_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "write"."command_ledger" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"fingerprint" text NOT NULL,
	"answer" jsonb NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write"."event" (
	"position" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "write"."event_position_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"stream" text NOT NULL,
	"key" uuid NOT NULL,
	"type" text NOT NULL,
	"shape" smallint NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"command_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write"."log_epoch" (
	"epoch" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write"."policy_checkpoint" (
	"name" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"settings" text DEFAULT '' NOT NULL,
	"epoch" uuid NOT NULL,
	"snapshot" "pg_snapshot" NOT NULL,
	"target" "pg_snapshot",
	"reached" bigint DEFAULT 0 NOT NULL,
	"counter" bigint DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write"."subject_key" (
	"subject" uuid PRIMARY KEY NOT NULL,
	"key" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write"."order_lines" (
	"order_id" uuid NOT NULL,
	"ordinal" integer NOT NULL,
	"variant_id" uuid NOT NULL,
	"name" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "order_lines_order_id_ordinal_pk" PRIMARY KEY("order_id","ordinal")
);
--> statement-breakpoint
CREATE TABLE "write"."orders" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"shopper_id" uuid,
	"origin" text NOT NULL,
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"lines_amount" bigint NOT NULL,
	"discount_amount" bigint NOT NULL,
	"shipping_amount" bigint NOT NULL,
	"tax_amount" bigint NOT NULL,
	"total_amount" bigint NOT NULL,
	"contact" jsonb,
	"address" jsonb,
	"placed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write"."payments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"status" text NOT NULL,
	"amount" bigint NOT NULL,
	"token" text,
	"reference" text,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write"."refunds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid,
	"number" text,
	"amount" bigint NOT NULL,
	"reason" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "write"."shipments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"carrier" text NOT NULL,
	"tracking_number" text NOT NULL,
	"shipped_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read"."activity" (
	"position" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read"."address_book" (
	"customer_id" uuid PRIMARY KEY NOT NULL,
	"addresses" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read"."cart" (
	"shopper_id" uuid PRIMARY KEY NOT NULL,
	"item_count" integer NOT NULL,
	"lines" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read"."customer_statistics" (
	"shopper_id" uuid PRIMARY KEY NOT NULL,
	"name" text,
	"email" text,
	"guest" boolean NOT NULL,
	"orders" integer NOT NULL,
	"spent" bigint NOT NULL,
	"refunded" bigint NOT NULL,
	"first_order_at" timestamp with time zone,
	"last_order_at" timestamp with time zone,
	"named_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read"."order_detail" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"shopper_id" uuid,
	"guest" boolean NOT NULL,
	"origin" text NOT NULL,
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"contact" jsonb,
	"address" jsonb,
	"lines" jsonb NOT NULL,
	"amounts" jsonb NOT NULL,
	"payment" jsonb NOT NULL,
	"shipments" jsonb NOT NULL,
	"refunds" jsonb NOT NULL,
	"cancellation" jsonb,
	"placed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read"."order_history" (
	"order_id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"shopper_id" uuid,
	"customer_name" text,
	"customer_email" text,
	"status" text NOT NULL,
	"currency" text NOT NULL,
	"total" bigint NOT NULL,
	"refunded" bigint NOT NULL,
	"item_count" integer NOT NULL,
	"items" jsonb NOT NULL,
	"placed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read"."product_history" (
	"position" bigint PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"type" text NOT NULL,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read"."product_listing" (
	"product_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"category" text NOT NULL,
	"picture" text NOT NULL,
	"on_sale" boolean NOT NULL,
	"currency" text NOT NULL,
	"price_from" bigint NOT NULL,
	"price_to" bigint NOT NULL,
	"stock" integer NOT NULL,
	"variants" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('english', name) || to_tsvector('simple', name), 'A')
          || setweight(to_tsvector('english', description) || to_tsvector('simple', description), 'B')) STORED
);
--> statement-breakpoint
CREATE TABLE "read"."product_page" (
	"product_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"category" text NOT NULL,
	"picture" text NOT NULL,
	"on_sale" boolean NOT NULL,
	"currency" text NOT NULL,
	"variants" jsonb NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read"."stock_levels" (
	"variant_id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"name" text NOT NULL,
	"sku" text NOT NULL,
	"label" text NOT NULL,
	"picture" text NOT NULL,
	"category" text NOT NULL,
	"on_sale" boolean NOT NULL,
	"on_hand" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read"."revenue_day" (
	"day" date PRIMARY KEY NOT NULL,
	"orders" integer NOT NULL,
	"customers" integer NOT NULL,
	"gross" bigint NOT NULL,
	"refunds" bigint NOT NULL,
	"refund_count" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read"."revenue_returning" (
	"day" date NOT NULL,
	"previous_day" date NOT NULL,
	"shoppers" integer NOT NULL,
	CONSTRAINT "revenue_returning_day_previous_day_pk" PRIMARY KEY("day","previous_day")
);
--> statement-breakpoint
CREATE TABLE "read"."revenue_shopper" (
	"shopper_id" uuid PRIMARY KEY NOT NULL,
	"days" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read"."product_sales" (
	"day" date NOT NULL,
	"product_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "product_sales_day_product_id_pk" PRIMARY KEY("day","product_id")
);
--> statement-breakpoint
CREATE TABLE "read"."product_sales_window" (
	"last_day" date NOT NULL,
	"product_id" uuid NOT NULL,
	"quantity" integer NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "product_sales_window_last_day_product_id_pk" PRIMARY KEY("last_day","product_id")
);
--> statement-breakpoint
CREATE TABLE "read"."sold_product" (
	"product_id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"picture" text NOT NULL,
	"category" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "read"."checkpoint" (
	"name" text PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"settings" text DEFAULT '' NOT NULL,
	"epoch" uuid NOT NULL,
	"snapshot" "pg_snapshot" NOT NULL,
	"target" "pg_snapshot",
	"reached" bigint DEFAULT 0 NOT NULL,
	"counter" bigint DEFAULT 0 NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."account" (
	"id" uuid PRIMARY KEY NOT NULL,
	"account_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"user_id" uuid NOT NULL,
	"access_token" text,
	"refresh_token" text,
	"id_token" text,
	"access_token_expires_at" timestamp with time zone,
	"refresh_token_expires_at" timestamp with time zone,
	"scope" text,
	"password" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "auth"."rate_limit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"count" integer NOT NULL,
	"last_request" bigint NOT NULL,
	CONSTRAINT "rate_limit_key_unique" UNIQUE("key")
);
--> statement-breakpoint
CREATE TABLE "auth"."session" (
	"id" uuid PRIMARY KEY NOT NULL,
	"user_id" uuid NOT NULL,
	"token" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ip_address" text,
	"user_agent" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "session_token_unique" UNIQUE("token")
);
--> statement-breakpoint
CREATE TABLE "auth"."user" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"email" text NOT NULL,
	"email_verified" boolean DEFAULT false NOT NULL,
	"image" text,
	"role" text DEFAULT 'customer' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "user_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "auth"."verification" (
	"id" uuid PRIMARY KEY NOT NULL,
	"identifier" text NOT NULL,
	"value" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "write"."cart_lines" ADD CONSTRAINT "cart_lines_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "write"."carts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write"."cart_lines" ADD CONSTRAINT "cart_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "write"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write"."prices" ADD CONSTRAINT "prices_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "write"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write"."stock" ADD CONSTRAINT "stock_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "write"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write"."variants" ADD CONSTRAINT "variants_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "write"."products"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write"."addresses" ADD CONSTRAINT "addresses_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "write"."customers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write"."order_lines" ADD CONSTRAINT "order_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "write"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write"."order_lines" ADD CONSTRAINT "order_lines_variant_id_variants_id_fk" FOREIGN KEY ("variant_id") REFERENCES "write"."variants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write"."payments" ADD CONSTRAINT "payments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "write"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write"."refunds" ADD CONSTRAINT "refunds_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "write"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "write"."shipments" ADD CONSTRAINT "shipments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "write"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."account" ADD CONSTRAINT "account_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "auth"."session" ADD CONSTRAINT "session_user_id_user_id_fk" FOREIGN KEY ("user_id") REFERENCES "auth"."user"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "prices_current" ON "write"."prices" USING btree ("variant_id") WHERE "write"."prices"."valid_to" is null;--> statement-breakpoint
CREATE INDEX "variants_product" ON "write"."variants" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "addresses_customer" ON "write"."addresses" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "event_xid" ON "write"."event" USING btree ("xid");--> statement-breakpoint
CREATE INDEX "event_stream" ON "write"."event" USING btree ("stream","key","position");--> statement-breakpoint
CREATE INDEX "orders_shopper" ON "write"."orders" USING btree ("shopper_id","placed_at");--> statement-breakpoint
CREATE INDEX "orders_placed" ON "write"."orders" USING btree ("placed_at");--> statement-breakpoint
CREATE INDEX "payments_order" ON "write"."payments" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "payments_open" ON "write"."payments" USING btree ("updated_at") WHERE "write"."payments"."status" in ('pending', 'delayed');--> statement-breakpoint
CREATE INDEX "refunds_order" ON "write"."refunds" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "shipments_order" ON "write"."shipments" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "activity_at" ON "read"."activity" USING btree ("at","position");--> statement-breakpoint
CREATE INDEX "customer_statistics_kept" ON "read"."customer_statistics" USING btree (("spent" - "refunded") desc,"shopper_id");--> statement-breakpoint
CREATE INDEX "order_history_shopper" ON "read"."order_history" USING btree ("shopper_id","placed_at","order_id");--> statement-breakpoint
CREATE INDEX "order_history_placed" ON "read"."order_history" USING btree ("placed_at","order_id");--> statement-breakpoint
CREATE INDEX "order_history_status" ON "read"."order_history" USING btree ("status","placed_at","order_id");--> statement-breakpoint
CREATE INDEX "product_history_product" ON "read"."product_history" USING btree ("product_id","position");--> statement-breakpoint
CREATE INDEX "product_listing_search" ON "read"."product_listing" USING gin ("search");--> statement-breakpoint
CREATE INDEX "product_listing_category" ON "read"."product_listing" USING btree ("category");--> statement-breakpoint
CREATE INDEX "product_page_slug" ON "read"."product_page" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "stock_levels_product" ON "read"."stock_levels" USING btree ("product_id");--> statement-breakpoint
CREATE INDEX "stock_levels_on_hand" ON "read"."stock_levels" USING btree ("on_hand","variant_id");--> statement-breakpoint
CREATE INDEX "product_sales_window_amount" ON "read"."product_sales_window" USING btree ("last_day","amount" DESC NULLS FIRST,"product_id");--> statement-breakpoint
CREATE INDEX "account_user" ON "auth"."account" USING btree ("user_id");--> statement-breakpoint
CREATE INDEX "session_user" ON "auth"."session" USING btree ("user_id");