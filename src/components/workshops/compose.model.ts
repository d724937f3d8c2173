import { batch, computed, signal } from '@preact/signals';
import {
  addressOf,
  encodeWay,
  MOST_STEPS,
  readMinutes,
  readName,
  type OwnPlan,
} from '@/calculators/exercise/index.ts';
import { encode } from '@/calculators/shared/permalink.ts';
import { openStore } from '../platform/storage.ts';
import { knownSteps, OTHER_MINUTES, readOwnPlan, type ListedExercise } from './own-page.ts';

/** One step while it is being written: its minutes as typed. */
export interface DraftStep {
  mark: string;
  minutes: string;
}

/** More would be a list to search in. */
const MOST_KEPT = 20;

/** A plan while somebody puts it together, the address that holds it, and the plans this device was asked to keep. */
export function createComposer(exercises: readonly ListedExercise[]) {
  const name = signal('');
  const steps = signal<readonly DraftStep[]>([]);
  const leftOut = signal<readonly string[]>([]);
  const kept = signal<readonly { address: string; plan: OwnPlan }[]>([]);
  /** The browser refused to keep something. */
  const refused = signal(false);
  const store = openStore('workshop-plans');

  const plan = computed((): OwnPlan => ({
    name: readName(name.value),
    steps: steps.value.map(({ mark, minutes }) => ({ mark, minutes: readMinutes(minutes) })),
  }));
  const minutesOf = (mark: string) =>
    exercises.find((each) => each.mark === mark)?.minutes ?? OTHER_MINUTES;

  /** Stored addresses are as hostile as those of a link: they are read the same way. */
  const readKept = () => {
    kept.value = store.keys().flatMap((key) => {
      const address = store.read(key);
      const read = typeof address === 'string' ? readOwnPlan(address) : null;
      return read && read.plan.steps.length > 0
        ? [{ address: encode(addressOf(read.plan)), plan: read.plan }]
        : [];
    });
  };

  return {
    name,
    steps,
    leftOut,
    kept,
    refused,
    plan,
    permalink: computed(() => encode(addressOf(plan.value))),
    minutes: computed(() =>
      steps.value.reduce((sum, step) => sum + (readMinutes(step.minutes) ?? 0), 0),
    ),
    isSound: computed(
      () =>
        steps.value.every(({ minutes }) => readMinutes(minutes) !== null) &&
        steps.value.some(({ mark }) => exercises.some((each) => each.mark === mark)),
    ),
    isFull: computed(() => steps.value.length >= MOST_STEPS),
    /** The code for participants with a seed of the plan's pages. */
    codeFor: (seed: string) => encodeWay({ plan: steps.value.map(({ mark }) => mark), seed }),
    add(mark: string) {
      if (steps.value.length < MOST_STEPS)
        steps.value = [...steps.value, { mark, minutes: String(minutesOf(mark)) }];
    },
    remove(at: number) {
      steps.value = steps.value.filter((_, i) => i !== at);
    },
    move(at: number, by: -1 | 1) {
      const next = [...steps.value];
      [next[at], next[at + by]] = [next[at + by] as DraftStep, next[at] as DraftStep];
      steps.value = next;
    },
    changeMinutes(at: number, minutes: string) {
      steps.value = steps.value.map((step, i) => (i === at ? { ...step, minutes } : step));
    },
    /** Fills the page from an address; false where it holds no plan. */
    open(address: string): boolean {
      const read = readOwnPlan(address);
      if (!read) return false;
      const known = knownSteps(read.plan.steps, exercises);
      batch(() => {
        name.value = read.plan.name;
        steps.value = known.steps.map(({ mark, minutes }) => ({ mark, minutes: String(minutes) }));
        leftOut.value = [...read.wrong, ...known.unknown];
      });
      return true;
    },
    readKept,
    keep() {
      const address = encode(addressOf(plan.value));
      refused.value =
        (kept.value.length >= MOST_KEPT && !kept.value.some((each) => each.address === address)) ||
        !store.write(address, address);
      readKept();
    },
    forget(address: string) {
      for (const key of store.keys()) {
        const read = readOwnPlan(String(store.read(key)));
        if (read && encode(addressOf(read.plan)) === address) store.remove(key);
      }
      readKept();
    },
  };
}
