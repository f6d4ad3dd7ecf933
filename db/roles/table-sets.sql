-- Where projections are rebuilt, and what stood before is kept (docs/decisions/0032). `read_next` and `read_before` hold
-- tables of the same names as `read`, made when they are needed. Projections may fill tables, but neither make nor move
-- them: the functions here do that for the projector, as the owner, and for tables of projections only.
create schema if not exists read_next;
create schema if not exists read_before;
create schema if not exists rebuilding;

-- The shape of a table without its schema: two of the same shape can stand for each other.
create or replace function rebuilding.shape_of(set_name text, table_name text) returns text
language sql stable set search_path = pg_catalog, pg_temp as $$
  select string_agg(part, E'\n' order by part) from (
    select format('column %s %s %s %s %s', attname, format_type(atttypid, atttypmod), attnotnull, attgenerated,
      pg_get_expr(adbin, adrelid)) as part
    from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attrelid = to_regclass(format('%I.%I', set_name, table_name)) and attnum > 0 and not attisdropped
    union all
    select format('constraint %s %s', conname, pg_get_constraintdef(oid))
    from pg_constraint where conrelid = to_regclass(format('%I.%I', set_name, table_name))
    union all
    select format('index %s', regexp_replace(pg_get_indexdef(indexrelid), ' ON [a-z_]+\.', ' ON '))
    from pg_index where indrelid = to_regclass(format('%I.%I', set_name, table_name))) parts
$$;

create or replace function rebuilding.require_projected(tables text[]) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare one text;
begin
  foreach one in array tables loop
    if one in ('checkpoint', 'parked_key', 'rebuild')
      or not exists (select from pg_tables where schemaname = 'read' and tablename = one) then
      raise exception '% is no table of a projection', one;
    end if;
  end loop;
end $$;

-- Whoever moves or drops tables says from where, and has both looked at.
drop function if exists rebuilding.require_set(text);
create or replace function rebuilding.require_movable(from_set text, tables text[]) returns void
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if from_set not in ('read_next', 'read_before') then raise exception '% is no set to build or keep in', from_set; end if;
  perform rebuilding.require_projected(tables);
end $$;

-- Empty tables to be filled: with their keys, by which rows are found again, and without their other indexes, which are
-- cheaper to make when the rows are there. Nobody tidies up while they are filled.
create or replace function rebuilding.make_next(tables text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  one text;
  constraint_name text;
  definition text;
begin
  perform rebuilding.require_projected(tables);
  foreach one in array tables loop
    execute format('drop table if exists read_next.%I', one);
    execute format('create table read_next.%I (like read.%I including all excluding indexes)', one, one);
    execute format('alter table read_next.%I set (autovacuum_enabled = off)', one);
    execute format('grant select, insert, update, delete on read_next.%I to tidemark_projector', one);
    for constraint_name, definition in
      select conname, pg_get_constraintdef(oid) from pg_constraint
      where conrelid = format('read.%I', one)::regclass and contype in ('p', 'u')
    loop
      execute format('alter table read_next.%I add constraint %I %s', one, constraint_name, definition);
    end loop;
  end loop;
end $$;

-- The indexes that are missing, and what the planner must know.
create or replace function rebuilding.finish_next(table_name text) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp set maintenance_work_mem = '128MB' as $$
declare definition text;
begin
  perform rebuilding.require_projected(array[table_name]);
  for definition in
    select regexp_replace(pg_get_indexdef(indexrelid), ' ON read\.', ' ON read_next.')
    from pg_index join pg_class on pg_class.oid = indexrelid
    where indrelid = format('read.%I', table_name)::regclass
      and to_regclass(format('read_next.%I', relname)) is null
  loop
    execute definition;
  end loop;
  execute format('analyze read_next.%I', table_name);
end $$;

-- Whoever took his snapshot before a switch, and looked a table up by name after it, would see the new one without its last
-- rows. So every read holds this lock, from before its snapshot to its end, and a switch waits for the reads that are
-- under way (docs/decisions/0032).
create table if not exists read.table_set ();

create or replace function rebuilding.open_to_readers(tables text[]) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare one text;
begin
  foreach one in array tables loop
    execute format('alter table read.%I reset (autovacuum_enabled)', one);
    execute format('grant select, insert, update, delete on read.%I to tidemark_projector', one);
    if current_setting('server_version_num')::int >= 170000 then
      execute format('grant maintain on read.%I to tidemark_projector', one);
    end if;
    execute format('grant select on read.%I to tidemark_query', one);
  end loop;
end $$;

-- Rows that are added leave as much room in their page as in `read`; those that a rebuild wrote lie close, because most of
-- them do not change any more (docs/decisions/0047).
create or replace function rebuilding.leave_as_much_room(from_set text, table_name text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
declare room text;
begin
  select substring(option from '^fillfactor=(\d+)$') into room
  from pg_class, unnest(reloptions) option
  where pg_class.oid = format('read.%I', table_name)::regclass and option like 'fillfactor=%';
  if room is null then
    execute format('alter table %I.%I reset (fillfactor)', from_set, table_name);
  else
    execute format('alter table %I.%I set (fillfactor = %s)', from_set, table_name, room);
  end if;
end $$;

-- What stands in another set takes its place in `read`, and what stood there is kept in `read_before`.
create or replace function rebuilding.put_in_place(from_set text, tables text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare one text;
begin
  perform rebuilding.require_movable(from_set, tables);
  -- What PostgreSQL does to a table by itself gives way to this, and no read waits meanwhile.
  foreach one in array tables loop
    execute format('lock table read.%I, %I.%I in share update exclusive mode', one, from_set, one);
    perform rebuilding.leave_as_much_room(from_set, one);
  end loop;
  -- From here on reads wait for us: so we wait for nobody long.
  perform set_config('lock_timeout', '100ms', true);
  lock table read.table_set in access exclusive mode;
  foreach one in array tables loop
    if rebuilding.shape_of('read', one) is distinct from rebuilding.shape_of(from_set, one) then
      raise exception '%.% is not shaped like read.%', from_set, one, one;
    end if;
    execute format('alter table read.%I set schema rebuilding', one);
    execute format('alter table %I.%I set schema read', from_set, one);
    execute format('drop table if exists read_before.%I', one);
    execute format('alter table rebuilding.%I set schema read_before', one);
  end loop;
  perform rebuilding.open_to_readers(tables);
end $$;

create or replace function rebuilding.drop_tables(from_set text, tables text[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare one text;
begin
  perform rebuilding.require_movable(from_set, tables);
  foreach one in array tables loop
    execute format('drop table if exists %I.%I', from_set, one);
  end loop;
end $$;

do $$
declare
  set_name text;
  one text;
begin
  foreach set_name in array array['read_next', 'read_before'] loop
    -- Where these stand, and what waits for them. A migration that changes them begins with empty ones.
    foreach one in array array['checkpoint', 'parked_key'] loop
      if rebuilding.shape_of(set_name, one) is distinct from rebuilding.shape_of('read', one) then
        execute format('drop table if exists %I.%I', set_name, one);
        execute format('create table %I.%I (like read.%I including all)', set_name, one, one);
      end if;
    end loop;
    -- A migration changed what is read: what is being built for it, or was kept, fits no more. Indexes may be missing yet.
    for one in select tablename from pg_tables where schemaname = set_name and tablename not in ('checkpoint', 'parked_key')
    loop
      if exists (
        select attname, format_type(atttypid, atttypmod), attnotnull, attgenerated from pg_attribute
        where attrelid = to_regclass(format('read.%I', one)) and attnum > 0 and not attisdropped
        except select attname, format_type(atttypid, atttypmod), attnotnull, attgenerated from pg_attribute
        where attrelid = to_regclass(format('%I.%I', set_name, one)) and attnum > 0 and not attisdropped)
        or exists (
          select from pg_index join pg_class on pg_class.oid = indexrelid
          where indrelid = to_regclass(format('%I.%I', set_name, one)) and to_regclass(format('read.%I', relname)) is null)
        or to_regclass(format('read.%I', one)) is null then
        execute format('drop table %I.%I', set_name, one);
      end if;
    end loop;
  end loop;
end $$;
