// Loaded into every child of the supervisor. Its channel closes however the supervisor ends, by kill -9 too.
process.on('disconnect', () => {
  setTimeout(() => process.exit(1), 5000).unref()
  process.kill(process.pid, 'SIGTERM')
})
process.channel?.unref()
