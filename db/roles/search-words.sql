-- Sorts in what the indexes of searches in `read` have gathered, and answers how many pages that was. PostgreSQL lets only
-- the owner ask for it: so this does it as the owner, for whoever may call it (docs/decisions/0053).
create or replace function read.sort_in_words() returns bigint
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select coalesce(sum(gin_clean_pending_list(pg_class.oid)), 0)
  from pg_class join pg_am on pg_am.oid = relam
  where relkind = 'i' and amname = 'gin' and relnamespace = 'read'::regnamespace and pg_has_role(relowner, 'usage')
$$;
