/** What is drawn once somebody gets near it. */
export { explain } from '@/calculators/deadline-planner/index.ts';
export { Chart } from './Chart.tsx';
export { Reasons } from './Reasons.tsx';
