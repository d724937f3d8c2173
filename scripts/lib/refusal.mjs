const unwritable = new Set(['EACCES', 'EPERM', 'EROFS']);

/** Why a start or a check cannot go on, in a sentence that says what to do; null when only a trace helps. */
export function inWords(error, { port } = {}) {
  if (error?.code === 'EADDRINUSE')
    return `Port ${port} is taken. Stop what uses it, or choose another: PORT=4322 npm start`;
  if (error?.code === 'EACCES' && error.syscall === 'listen')
    return `Port ${port} may not be used without more rights. Choose one above 1023: PORT=4322 npm start`;
  if (error?.code === 'EADDRNOTAVAIL' || error?.code === 'ENOTFOUND')
    return `${process.env.HOST} is no address of this machine. Leave HOST out to serve this machine alone, or set HOST=0.0.0.0 for every network.`;
  if (unwritable.has(error?.code))
    return `${error.path ?? 'This folder'} cannot be written to. What has changed must be built anew, and what is built and checked is written there: make the folder writable, or copy the project to a place that is.`;
  if (error?.code === 'ENOSPC')
    return `There is no room left on the disk${error.path ? ` for ${error.path}` : ''}. Make some, then run it again.`;
  return null;
}

/** The port asked for. Throws a sentence when it is none. */
export function readPort(text, otherwise) {
  if (text === undefined || text === '') return otherwise;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : NaN;
  if (!(port <= 65535))
    throw new Error(
      `PORT=${text} is no port: it must be a whole number from 0 to 65535, such as PORT=4322 npm start`,
    );
  return port;
}
