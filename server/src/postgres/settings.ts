import { statfsSync } from 'node:fs'
import { totalmem } from 'node:os'

/** What the machine, or the container, gives us. */
export type Machine = { memoryBytes: number; sharedMemoryBytes: number }

const mebibyte = 1024 * 1024
const sharedMemoryBytesMin = 256 * mebibyte

/** Measures the machine; a container's own limit counts where there is one. */
export function measureMachine(): Machine {
  const limit = process.constrainedMemory()
  const memoryBytes = limit > 0 ? Math.min(limit, totalmem()) : totalmem()
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return { memoryBytes, sharedMemoryBytes: bsize * blocks }
  } catch {
    return { memoryBytes, sharedMemoryBytes: 0 }
  }
}

/**
 * The server's settings, given on its command line so that they are always those of this code.
 * fsync, full_page_writes and synchronous_commit keep their defaults: on. What was answered is kept.
 */
export function serverSettings({
  memoryBytes,
  sharedMemoryBytes,
}: Machine): Record<string, string> {
  const memory = memoryBytes / mebibyte
  return {
    // Ten for a pool; the rest for imports, listeners, a psql, and the many pools of a test run.
    max_connections: '100',
    shared_buffers: megabytes(clamp(memory / 8, 64, 1024)),
    effective_cache_size: megabytes(memory / 2),
    work_mem: megabytes(clamp(memory / 512, 4, 16)),
    maintenance_work_mem: megabytes(clamp(memory / 32, 64, 256)),

    // Nobody replicates from here, so the log holds what recovery needs and no more. Checkpoints
    // are far apart and spread out: a launch of a million messages writes about 1 GB of log.
    wal_level: 'minimal',
    max_wal_senders: '0',
    max_logical_replication_workers: '0',
    wal_buffers: '16MB',
    wal_compression: 'on',
    min_wal_size: '256MB',
    max_wal_size: '2GB',
    checkpoint_timeout: '15min',
    checkpoint_completion_target: '0.9',

    // Claiming walked the primary key with the stock 4.0 (77 ms instead of 1.2).
    random_page_cost: '1.1',
    jit: 'off',

    // Every process reads for itself. A reader whose I/O worker is killed (by the kernel, for want of memory) waits for it
    // for ever, and with it whoever connects: seen with 18.4, soon, when two processes were killed again and again.
    io_method: 'sync',

    // A queue changes the same rows many times a minute: dead entries are taken away early and
    // without long pauses, before they slow the claim down.
    autovacuum_naptime: '10s',
    autovacuum_vacuum_scale_factor: '0.02',
    autovacuum_vacuum_threshold: '500',
    autovacuum_vacuum_insert_scale_factor: '0.05',
    autovacuum_analyze_scale_factor: '0.02',
    autovacuum_analyze_threshold: '500',
    autovacuum_vacuum_cost_limit: '2000',

    // A statement whose program was killed ends soon, and lets go of its rows.
    client_connection_check_interval: '5s',

    // Containers often have 64 MB there, and parallel queries fail when it is full.
    dynamic_shared_memory_type: sharedMemoryBytes < sharedMemoryBytesMin ? 'mmap' : 'posix',

    // Texts of messages and telephone numbers stay out of the log: no statements, no details.
    log_destination: 'stderr',
    log_line_prefix: '%m [%p] ',
    log_min_messages: 'warning',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_checkpoints: 'off',
    log_lock_waits: 'off',
    log_timezone: 'UTC',
    timezone: 'UTC',
    lc_messages: 'C',
  }
}

function clamp(value: number, min: number, max: number): number {
  return Math.max(min, Math.min(max, value))
}

function megabytes(value: number): string {
  return `${Math.round(value)}MB`
}
