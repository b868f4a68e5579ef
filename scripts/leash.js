// Loaded before a program that run.js starts: ends it in good order when run.js is no more.
// Only the program itself is held, not the processes that it starts in turn.
const holder = Number(process.env.SIMCAST_LEASH)
delete process.env.SIMCAST_LEASH

if (process.channel && holder === process.ppid) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'))
  process.channel.unref()
}
