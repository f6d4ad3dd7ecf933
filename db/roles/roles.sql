-- Four roles (docs/decisions/0004). Roles belong to the whole server, so they may be there already.
do $$
declare role_name text;
begin
  foreach role_name in array array['tidemark_owner', 'tidemark_command', 'tidemark_projector', 'tidemark_query'] loop
    if not exists (select from pg_roles where rolname = role_name) then
      execute format('create role %I', role_name);
    end if;
  end loop;
  execute format('grant create, connect on database %I to tidemark_owner', current_database());
  execute format('grant connect on database %I to tidemark_command, tidemark_projector, tidemark_query', current_database());
  if not pg_has_role(current_user, 'tidemark_owner', 'member') then
    execute format('grant tidemark_owner to %I', current_user);
  end if;
end $$;

-- Commands look rows up by key, with plans made once (docs/decisions/0040): a plan made while a table was small would read
-- all of it, and be kept while the table grows.
alter role tidemark_command set plan_cache_mode = force_generic_plan;
alter role tidemark_command set enable_seqscan = off;
alter role tidemark_command set enable_hashjoin = off;
alter role tidemark_command set enable_mergejoin = off;
