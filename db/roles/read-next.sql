-- Where projections are rebuilt (docs/decisions/0013): a twin of schema `read`, made anew after every migration so that
-- no table and no column has to be thought of twice. A rebuild that was broken off begins again.
drop schema if exists read_next cascade;
create schema read_next;
do $$
declare table_name text;
begin
  for table_name in select tablename from pg_tables where schemaname = 'read' loop
    execute format('create table read_next.%I (like read.%I including all)', table_name, table_name);
  end loop;
end $$;
