// Imported by every child of the supervisor. Its channel closes however the supervisor ends, by kill -9 too. Not loaded
// with --import, because Next's own children would inherit that.
process.on('disconnect', () => {
  setTimeout(() => process.exit(1), 5000).unref()
  process.kill(process.pid, 'SIGTERM')
})
process.channel?.unref()
