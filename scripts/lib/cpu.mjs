// What work costs in time of the processor. Other work on the machine changes how long a person waits, and
// hardly this.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const seconds = (minutes, rest) => Number(minutes) * 60 + Number(rest);

/** What a program said in the end; throws with all it said when it fails. */
function run(cwd, file, args) {
  const { status, stdout, stderr } = spawnSync(file, args, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  });
  if (status !== 0) throw new Error(`${file} ${args.join(' ')} failed:\n${stderr.slice(-4000)}`);
  return stdout;
}

/**
 * Runs a program to its end, `runs` times one after the other, and answers the seconds of processor time that
 * it and the programs it waited for took in all: `user` in its own code, `whole` with what the system did for
 * it. Throws with all it said when it fails.
 */
export function cpuOf(cwd, file, args, runs = 1) {
  const loop = 'n=$1; shift; while [ "$n" -gt 0 ]; do "$0" "$@" >&2 || exit 1; n=$((n-1)); done';
  const said = run(cwd, 'sh', ['-c', `${loop}; times`, file, String(runs), ...args]);
  // The shell's own time stands in the first line, that of what it ran in the second.
  const [, ...parts] = /\n(\d+)m([\d.]+)s (\d+)m([\d.]+)s/.exec(said);
  const user = seconds(parts[0], parts[1]);
  return { user, whole: user + seconds(parts[2], parts[3]) };
}

/** Seconds of user CPU a program and all it started took, whether it waited for them or not, where the system tells. */
export function userOf(cwd, file, args) {
  if (!fs.existsSync('/proc/self/stat')) return cpuOf(cwd, file, args).user;
  const watcher = path.join(import.meta.dirname, 'cpu-of-all.mjs');
  return JSON.parse(run(cwd, process.execPath, [watcher, file, ...args])).user;
}

const cpuNow = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds of processor time for one call. */
export function costOnce(work) {
  const before = cpuNow();
  work();
  return cpuNow() - before;
}

/**
 * Milliseconds of processor time a call takes once it is warm: the middle of seven rounds, each of as many
 * calls as make a length that can be measured.
 */
export function costOf(work) {
  let calls = 1;
  const round = () =>
    costOnce(() => {
      for (let call = 0; call < calls; call += 1) work();
    });
  while (round() < 40) calls *= 2;
  const rounds = Array.from({ length: 7 }, () => round() / calls);
  return rounds.sort((a, b) => a - b)[3];
}
