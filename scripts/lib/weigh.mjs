import zlib from 'node:zlib';

/**
 * What a host sends: brotli at the level hosts use while they answer. The highest levels take a
 * hundred times as long for a file and save a fiftieth of it.
 */
export const brotli = (bytes) =>
  zlib.brotliCompressSync(bytes, { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 5 } });

/** What every host can send, at the level most do. */
export const gzip = (bytes) => zlib.gzipSync(bytes);
