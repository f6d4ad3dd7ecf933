-- Where projections are rebuilt (docs/decisions/0016): a twin of schema `read`, made anew whenever a migration changed
-- that one, so that no table and no column has to be thought of twice. A rebuild that was broken off begins again then.
do $$
declare
  table_name text;
  shape_of constant text := $query$
    select coalesce(string_agg(format('%%s %%s %%s %%s %%s', relname, attname, format_type(atttypid, atttypmod), attnotnull,
      (select count(*) from pg_index where indrelid = attrelid)), ', ' order by relname, attnum), '')
    from pg_class join pg_attribute on attrelid = pg_class.oid
    where relnamespace = to_regnamespace(%L) and relkind = 'r' and attnum > 0 and not attisdropped
  $query$;
  shape text;
  twin text;
begin
  execute format(shape_of, 'read') into shape;
  execute format(shape_of, 'read_next') into twin;
  if shape = twin then return; end if;
  drop schema if exists read_next cascade;
  create schema read_next;
  for table_name in select tablename from pg_tables where schemaname = 'read' loop
    execute format('create table read_next.%I (like read.%I including all)', table_name, table_name);
  end loop;
end $$;
