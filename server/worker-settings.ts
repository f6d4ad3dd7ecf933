/**
 * How PostgreSQL is to know soon that a worker is gone. Of a process that was killed it hears at once; a machine that was
 * switched off says nothing, and a process that was put to sleep still answers for its connection. What either has locked
 * nobody else could read on with.
 */
export const WORKER_SESSION_SETTINGS = {
  tcp_keepalives_idle: '2',
  tcp_keepalives_interval: '1',
  tcp_keepalives_count: '2',
  tcp_user_timeout: '4000',
  // Far longer than any worker that is awake needs between two statements.
  idle_in_transaction_session_timeout: '10s',
}
