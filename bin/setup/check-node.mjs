const oldest = [20, 19]

/** One sentence when this Node is too old for the shop, otherwise nothing. */
export function complainAboutNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  if (major > oldest[0] || (major === oldest[0] && minor >= oldest[1])) return undefined
  return `Node ${version} is too old: install Node ${oldest.join('.')} or newer (https://nodejs.org) and run this again.`
}
