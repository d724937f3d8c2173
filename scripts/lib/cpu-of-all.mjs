// Runs a program and says how many seconds of user CPU it and everything it started took, as JSON. A program
// that ends without waiting for one of its own (the maker of the search index is one) leaves that one's time
// out of what a shell tells; the system's list of processes has it as long as it lives. Linux only.
import { spawn } from 'node:child_process';
import fs from 'node:fs';

const TICKS = 100;
const [file, ...args] = process.argv.slice(2);
const child = spawn(file, args, { stdio: ['ignore', 2, 2] });

/** The time of each process of the family, by its number, as it was last seen. */
const seen = new Map([[child.pid, 0]]);
function look() {
  for (const name of fs.readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    let stat;
    try {
      stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8');
    } catch {
      continue; // It has ended.
    }
    // A program's own name, which may hold anything, ends with the last bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const pid = Number(name);
    if (seen.has(pid) || seen.has(Number(fields[1]))) seen.set(pid, Number(fields[11]) / TICKS);
  }
}
const looking = setInterval(look, 25);
child.on('exit', (status) => {
  clearInterval(looking);
  console.log(JSON.stringify({ user: [...seen.values()].reduce((sum, each) => sum + each, 0) }));
  process.exitCode = status ?? 1;
});
