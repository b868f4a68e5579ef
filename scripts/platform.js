// Which machines are served, and where the Node that we bring along lies on them.
import { join } from 'node:path'

const architectures = ['x64', 'arm64']

// Node 24's own builds ask for this much.
const glibcMin = [2, 28]

/** A sentence for a machine that is not served, or undefined when it is. */
export function refusePlatform() {
  const nodeMajor = Number(process.versions.node.split('.')[0])
  if (nodeMajor < 18) {
    return `Simcast is started by Node 18 or newer; this is ${process.version}. It brings Node 24 along for itself.`
  }
  const served =
    'Simcast runs on Linux with glibc (Debian, Ubuntu, Fedora and the like), x64 or arm64'
  const { platform, arch } = process
  if (platform !== 'linux') {
    return `${served}; this is ${platform}. Run it in a container or a virtual machine with Linux.`
  }
  if (!architectures.includes(arch)) return `${served}; this processor is ${arch}.`

  const glibc = glibcVersion()
  if (!glibc) {
    return `${served}; this Linux has another C library (Alpine’s musl?). Take an image such as node:24-slim.`
  }
  if (!isAtLeast(glibc, glibcMin)) {
    return `${served}, glibc ${glibcMin.join('.')} or newer; this machine has ${glibc}.`
  }
  return undefined
}

/** The path of the Node that everything runs under. */
export function bundledNode(root) {
  return join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node')
}

function glibcVersion() {
  process.report.excludeNetwork = true
  return process.report.getReport().header.glibcVersionRuntime
}

function isAtLeast(version, [major, minor]) {
  const [haveMajor = 0, haveMinor = 0] = version.split('.').map(Number)
  return haveMajor > major || (haveMajor === major && haveMinor >= minor)
}
