-- What each role may, said anew after every migration, so that a new table is covered without anybody thinking of it.
revoke all on all tables in schema write, read, read_next, read_before, auth
  from tidemark_command, tidemark_projector, tidemark_query;
revoke all on schema write, read, read_next, read_before, rebuilding, auth, bullmq from public;
revoke all on all functions in schema rebuilding, read from public;

-- Commands: the normalised tables and the accounts; the log and the ledger are only ever added to.
grant usage on schema write, auth, bullmq to tidemark_command;
grant select, insert, update, delete on all tables in schema write, auth to tidemark_command;
revoke update, delete on write.event, write.command_ledger, write.log_epoch from tidemark_command;
revoke insert on write.log_epoch from tidemark_command;

-- Projections: the log with the keys to read it, the read tables, those of a rebuild and those that stood before it. Of
-- tables themselves they may have made, moved and dropped what the functions of table-sets.sql let them.
grant usage on schema write, read, read_next, read_before, rebuilding, bullmq to tidemark_projector;
grant execute on function rebuilding.make_next, rebuilding.finish_next, rebuilding.put_in_place, rebuilding.drop_tables
  to tidemark_projector;
grant execute on function read.sort_in_words to tidemark_projector;
grant select on write.event, write.log_epoch, write.subject_key to tidemark_projector;
grant select, insert, update, delete on all tables in schema read, read_next, read_before to tidemark_projector;

-- Queries: the read tables, to look at.
grant usage on schema read to tidemark_query;
grant select on all tables in schema read to tidemark_query;

-- The queue of jobs, where it lives in PostgreSQL: commands add wake-ups, workers take them.
grant select, insert, update, delete on all tables in schema bullmq to tidemark_command, tidemark_projector;
grant usage on all sequences in schema bullmq to tidemark_command, tidemark_projector;
grant execute on all functions in schema bullmq to tidemark_command, tidemark_projector;

-- Dead versions of rows are removed by whoever makes them (docs/decisions/0044). Nobody maintains what is only added to.
do $$ begin
  if current_setting('server_version_num')::int >= 170000 then
    execute 'grant maintain on all tables in schema write to tidemark_command';
    execute 'revoke maintain on write.event, write.command_ledger, write.log_epoch from tidemark_command';
    execute 'grant maintain on all tables in schema read, bullmq to tidemark_projector';
  end if;
end $$;
