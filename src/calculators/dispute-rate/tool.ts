import type { Content, FieldHelp, Tool } from '../shared/tool.ts';
import { calculate } from './calculate.ts';
import { fromCase } from './case.ts';
import { complete, type Metric, type MetricFile } from './metric.ts';
import { COMMON_FIELDS, parse } from './schema.ts';

/** Every metric definition, by id. */
export const metricsOf = (content: Content): ReadonlyMap<string, Metric> =>
  new Map([...content.collection<MetricFile>('metrics')].map(([id, file]) => [id, complete(file)]));

/** The dispute-rate calculator as every caller meets it. */
export const tool: Tool<Record<string, unknown>> = {
  fromCase,
  summary: 'Where does a shop stand against the lines of its platform, and what would change it?',

  fields(content): FieldHelp[] {
    const messages = content.messages();
    const metrics = [...metricsOf(content).values()];
    const common = COMMON_FIELDS.map((name) => ({
      name,
      type: name === 'line' ? 'percent' : 'count',
      required: false,
      description: messages[`tool.dispute-rate.help.${name}`] ?? name,
    }));
    const terms = metrics.flatMap((metric) =>
      metric.terms.map((term) => ({
        name: term.id,
        type:
          term.kind === 'choice'
            ? `one of ${term.options.map(({ id }) => id).join(' | ')}`
            : term.kind,
        required: !term.optional && term.default === null,
        description: `[${metric.id}] ${term.label.en}. ${term.help.en}`,
      })),
    );
    return [
      {
        name: 'metric',
        type: `one of ${metrics.map(({ id }) => id).join(' | ')}`,
        required: true,
        description: 'Which rate to compute.',
      },
      ...terms,
      ...common,
    ];
  },

  run(input, content, asOf) {
    const metrics = metricsOf(content);
    const parsed = parse(input, metrics);
    if (parsed.kind !== 'input') return parsed;
    const result = calculate(parsed.input, { metrics, rules: content.rules() }, asOf);
    return result.kind === 'ok' ? { ...result, understood: parsed.understood } : result;
  },
};
