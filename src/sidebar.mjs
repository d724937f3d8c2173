import { toolPages } from '../scripts/lib/tools.mjs';

// The order of this list is the reading order: previous and next follow it.
const group = (en, zh, slugs) => ({
  label: en,
  translations: { 'zh-CN': zh },
  collapsed: true,
  items: slugs,
});
const under = (folder, names) => names.map((name) => `${folder}/${name}`);

/** What a seller needs first stands first; a new tool comes after these. */
const firstTools = ['dispute-rate', 'deadline-planner', 'transit-warning', 'reply-script'];
const tools = [...new Set([...firstTools, ...toolPages()])];

export const sidebar = [
  group('Tools', '工具', [
    ...under('tools', tools),
    { label: 'Workshops', translations: { 'zh-CN': '工作坊' }, link: '/workshops/' },
  ]),
  group(
    'Start here',
    '从这里开始',
    under('start', [
      'what-a-dispute-costs',
      'first-listing',
      'packing-and-label',
      'delivery-promise',
      'buyer-messages',
      'first-dispute',
      'your-week',
      'never-do',
      'first-shift',
    ]),
  ),
  group(
    'Prevent',
    '预防纠纷',
    under('playbooks/prevent', [
      'map',
      'choosing-goods',
      'listing',
      'packaging',
      'logistics',
      'communication',
      'after-sales',
      'delay-countries',
    ]),
  ),
  group(
    'Respond',
    '应对纠纷',
    under('playbooks/respond', [
      'overview',
      'inr-in-transit',
      'inr-tracking-invalid',
      'inr-wrong-address',
      'inr-delivered-denied',
      'inr-pickup',
      'inr-customs',
      'inr-returned-lost',
      'snad-description',
      'snad-picture',
      'snad-quality',
      'snad-damaged',
      'snad-short',
      'snad-counterfeit',
      'buyer-reasons',
      'cancel-request',
      'chargeback',
      'platform-evidence',
      'appeal',
    ]),
  ),
  group(
    'Negotiate',
    '协商和解',
    under('playbooks/negotiate', [
      'overview',
      'find-the-cause',
      'offers-by-cause',
      'prepare',
      'language',
      'equal-offers',
      'reading-the-buyer',
      'difficult-buyers',
      'withdrawal',
      'when-to-stop',
    ]),
  ),
  group(
    'Run the desk',
    '管理客服台',
    under('playbooks/desk', [
      'overview',
      'response-flow',
      'escalation',
      'case-log',
      'weekly-review',
      'forecasting',
      'targets',
      'channels',
      'quick-phrases',
      'automated-checks',
      'feedback',
      'swot',
    ]),
  ),
  group('Scripts', '话术', [
    { label: 'All reply scripts', translations: { 'zh-CN': '全部话术' }, link: '/scripts/' },
    'scripts/how-written',
  ]),
  group('Platforms', '平台规则', [
    ...under('platforms/aliexpress', [
      'lifecycle',
      'metrics',
      'penalties',
      'logistics-protection',
      'returns',
      'changes',
    ]),
    ...under('platforms/ozon', [
      'lifecycle',
      'remedies',
      'error-index',
      'chat-rules',
      'russian-style',
    ]),
    'platforms/compare',
  ]),
  group(
    'Cases',
    '案例',
    under('playbooks/cases', [
      'overview',
      'baby-products',
      'published',
      'constructed-late-parcel',
      'constructed-wrong-shade',
      'constructed-small-category',
    ]),
  ),
  group(
    'Reference',
    '查阅',
    under('reference', [
      'rulebook',
      'metrics',
      'evidence-matrix',
      'glossary',
      'sources',
      'open-questions',
      'seed-claims',
      'changes',
    ]),
  ),
];
