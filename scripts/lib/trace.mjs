// What a page's own thread did, from the browser's own trace: as time of that thread, so that other work
// on the machine hardly touches it.

/** How many times slower than this machine the processor is made. */
export const SLOWER = 4;

/** The tasks of the page's own thread, in the order they ran, in milliseconds. */
export async function traced(session, work) {
  const events = [];
  const take = ({ value }) => events.push(...value);
  session.on('Tracing.dataCollected', take);
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'blink.user_timing', '__metadata'] },
  });
  await work();
  const done = new Promise((resolve) => session.once('Tracing.tracingComplete', resolve));
  await session.send('Tracing.end');
  await done;
  session.off('Tracing.dataCollected', take);
  const marks = events.filter(({ cat }) => cat.includes('blink.user_timing'));
  const own = marks.find(({ name }) => name === 'bench')?.tid;
  const pid = marks.find(({ name }) => name === 'bench')?.pid;
  const tasks = events
    .filter((event) => event.ph === 'X' && event.pid === pid && event.tid === own)
    .filter(({ name }) => /RunTask$/.test(name))
    .map(({ ts, dur, tdur }) => ({ at: ts, took: (tdur ?? dur) / 1000 }));
  const at = (name) => marks.filter((mark) => mark.name === name).map(({ ts }) => ts);
  return { tasks, at };
}

export const longest = (tasks) => Math.max(0, ...tasks.map(({ took }) => took));
export const whole = (tasks) => tasks.reduce((sum, { took }) => sum + took, 0);
export const median = (numbers) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** The tasks from each of these moments to the next. */
export const between = (tasks, moments) =>
  moments.map((from, i) =>
    tasks.filter(({ at }) => at >= from && at < (moments[i + 1] ?? Infinity)),
  );
