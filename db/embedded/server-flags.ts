const always = {
  listen_addresses: '127.0.0.1',
  // No socket file: it would need a short path that every user may enter.
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
}

// For clusters that nobody misses after a crash of the machine.
const throwAwayOnly = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '512MB' }

/** The command line of the server, for a developer's machine. */
export function serverFlags(cluster: string, port: number, throwAway: boolean): string[] {
  const settings = { ...always, ...(throwAway ? throwAwayOnly : {}), port: String(port) }
  return ['-D', cluster, ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])]
}
