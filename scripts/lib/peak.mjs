// Loaded into every process of a measured build: notes at its end the most memory it had.
import fs from 'node:fs';

process.on('exit', () =>
  fs.appendFileSync(process.env.PEAKS, `${process.resourceUsage().maxRSS}\n`),
);
