/** The permissions a run has really used, beside what its role grants, and as a policy ready to copy. */
import { h, put } from '../dom.js';
import { own } from '../redraw.js';
import { t } from '../text.js';
import { get } from '../api.js';
import { valueBlock } from '../json/tree.js';

/** How each decision is said: colour, sign and word. */
const DECISIONS = { allowed: ['succeeded', '✓'], implicitDeny: ['failed', '✕'], explicitDeny: ['failed', '✕'], unknown: ['idle', '–'] };

/** The tab; what it shows is asked for when it is opened. */
export function policyTab(run, path) {
  const place = own(h('div', {}, h('p', { class: 'sub' }, t('loading'))));
  get(`${path}/policy`).then(answer => put(place, view(answer)), error => put(place, h('p', { class: 'sub', role: 'alert' }, error.message)));
  return place;
}

function view({ roleArn, permissions, policy }) {
  if (!permissions.length) return h('p', { class: 'sub' }, t('policy.none'));
  const rows = permissions.map(({ action, resource, decision }) => {
    const [status, sign] = DECISIONS[decision ?? 'unknown'] ?? DECISIONS.unknown;
    return h('tr', {}, h('td', {}, h('b', {}, action), h('div', { class: 'sub' }, resource)), h('td', {}, h('span', { class: 'chip', 'data-st': status, 'data-decision': decision ?? 'unknown' }, `${sign} `, t(`policy.${decision ?? 'unknown'}`))));
  });
  return [h('p', { class: 'sub' }, t('policy.role', { role: roleArn })), h('table', { class: 'ev policy' }, h('caption', { class: 'sr' }, t('policy.caption')), h('thead', {}, h('tr', {}, ['used', 'granted'].map(key => h('th', { scope: 'col' }, t(`policy.${key}`))))), h('tbody', {}, rows)),
    valueBlock(t('policy.text'), policy, { name: 'policy.json' })];
}
