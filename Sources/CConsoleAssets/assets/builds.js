// What becomes of a handler: how its builds stand, as the plugin host says and as `newel dev` does.
import { h, sign, since } from './dom.js';
import { time } from './format.js';
import { t } from './text.js';

/** How each notice of the plugin host, and each phase of `newel dev`, looks. */
const PHASES = {
  loading: ['running', 'arc'], loaded: ['succeeded', 'check'], replaced: ['succeeded', 'check'], rolledBack: ['caught', 'bang'], refused: ['failed', 'cross'], removed: ['cancelled', 'dash'],
  active: ['succeeded', 'check'], building: ['running', 'arc'], failed: ['failed', 'cross'], served: ['succeeded', 'check'],
};

/** A phase as colour, icon and word. */
export const phase = name => sign(...PHASES[name] ?? ['idle', 'dash'], t(`handlers.phase.${name}`), { 'data-phase': name });

/** The build of `newel dev` that a handler is served from, if there is one. */
export const buildOf = (builds, item) => (item?.source ? builds.find(build => build.files.includes(item.source)) : undefined);

/** How a handler stands: what `newel dev` has not brought into service tells more than what the host said last. */
export const phaseOf = (item, build) => (build && build.phase !== 'served' ? build.phase : item.notice?.phase ?? 'active');

/** What the tool wrote, as it wrote it. */
const output = build => build.output !== '' && h('pre.json.log', { tabindex: 0, role: 'region', 'aria-label': `${t('handlers.output')}: ${build.name}`, 'data-output': build.name }, build.output);

/** A folder that `newel dev` builds: how that stands, and the tool's own words. */
export const buildCard = build => h('section.card', { key: build.folder, 'aria-label': `${t('handlers.built')}: ${build.name}`, 'data-build': build.name },
  h('header', null, h('h2', null, build.name), phase(build.phase), h('span.sub', null, build.folder), h('span.grow'), h('span.sub', { title: time(build.at) }, since(build.at))), build.output !== '' && h('.in', null, output(build)));
