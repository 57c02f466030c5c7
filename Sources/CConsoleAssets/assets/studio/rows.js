/** The lists of the inspector's form: rules of a Choice, retriers, catchers. */
import { h, put } from '../dom.js';
import { t } from '../text.js';
import { COMPARISONS, comparedValue, simpleRule } from './fields.js';
import { ERRORS } from './completion.js';

const without = (list, i) => list.filter((_, j) => j !== i);
const changed = (list, i, value) => list.map((one, j) => (j === i ? value : one));
const button = (text, act, kind = 'btn sm', id) => h('button', { type: 'button', class: kind, onclick: act, id }, text);

function stateList(states, chosen, label, onChoose, { id, none } = {}) {
  const list = h('select', { class: 'box-select', 'aria-label': label, id, onchange: () => onChoose(list.value || undefined) }, none === undefined ? null : h('option', { value: '', selected: !chosen }, none),
    chosen && !states.includes(chosen) ? h('option', { value: chosen, selected: true }, `${chosen} ⚠`) : null, states.map(name => h('option', { value: name, selected: name === chosen }, name)));
  return list;
}

function input(label, value, onChange, properties = {}) {
  return h('input', { type: 'text', 'aria-label': label, placeholder: label, value: value ?? '', spellcheck: 'false', onchange: event => onChange(event.target.value), ...properties });
}

/** Removes a member whose value is undefined. */
function cleaned(object) { return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)); }

/** The rules of a Choice with its Default. */
export function ruleRows({ state, language }, states, set) {
  const rules = Array.isArray(state.Choices) ? state.Choices : [], commit = list => set('Choices', list);
  const rows = rules.map((rule, i) => {
    const replace = value => commit(changed(rules, i, cleaned(value)));
    return h('div', { class: 'rowbox' }, h('div', { class: 'rowhead' }, h('b', {}, t('rows.rule', { index: i + 1 })), h('span', { class: 'grow' }), i ? button('↑', () => commit(moved(rules, i, i - 1)), 'mini') : null, button(t('rows.remove'), () => commit(without(rules, i)), 'mini word')),
      condition(rule, language, replace), h('label', { class: 'inline' }, t('rows.then'), stateList(states, rule.Next, t('rows.thenOf', { index: i + 1 }), next => replace({ ...rule, Next: next }), { id: `rule-next-${i}` })));
  });
  const first = language === 'JSONata' ? { Condition: '{% true %}' } : { Variable: '$.value', IsPresent: true };
  return h('fieldset', { class: 'rows' }, h('legend', {}, t('rows.rules')), rows, button(t('rows.addRule'), () => commit([...rules, { ...first, Next: state.Default ?? states[0] ?? '' }]), 'btn sm', 'add-rule'),
    h('label', { class: 'inline' }, 'Default', stateList(states, state.Default, 'Default', name => set('Default', name), { id: 'field-default', none: t('rows.noDefault') })));
}

function moved(list, from, to) {
  const copy = [...list];
  copy.splice(to, 0, ...copy.splice(from, 1));
  return copy;
}

function condition(rule, language, replace) {
  if (rule.Condition !== undefined || language === 'JSONata') return input(t('rows.condition'), rule.Condition, value => replace({ ...rule, Condition: value }));
  const simple = simpleRule(rule);
  if (!simple) return jsonRule(rule, replace);
  const { [simple.comparison]: old, ...rest } = rule;
  const operator = h('select', { class: 'box-select', 'aria-label': t('rows.comparison'), onchange: () => replace({ ...rest, [operator.value]: comparedValue(operator.value, simple.value) }) }, COMPARISONS.map(name => h('option', { value: name, selected: name === simple.comparison }, name)));
  return h('div', { class: 'triple' }, input(t('rows.variable'), simple.variable, value => replace({ ...rule, Variable: value })), operator, input(t('rows.value'), typeof old === 'object' ? JSON.stringify(old) : String(old), value => replace({ ...rest, [simple.comparison]: comparedValue(simple.comparison, value) })));
}

/** Rules of And, Or and Not are edited as JSON, their Next left out. */
function jsonRule(rule, replace) {
  const { Next: next, ...rest } = rule, fault = h('p', { class: 'fault', role: 'alert' });
  const area = h('textarea', { rows: 5, spellcheck: 'false', 'aria-label': t('rows.condition'), value: JSON.stringify(rest, null, 2), onchange: () => {
    try { replace({ ...JSON.parse(area.value), Next: next }); } catch (error) { put(fault, error.message); }
  } });
  return h('div', {}, area, fault);
}

const names = text => text.split(',').map(name => name.trim()).filter(Boolean);

/** The retriers of a state. */
export function retrierRows({ state }, set) {
  const retriers = Array.isArray(state.Retry) ? state.Retry : [], commit = list => set('Retry', list.length ? list : undefined);
  const rows = retriers.map((retrier, i) => {
    const replace = (key, value) => commit(changed(retriers, i, cleaned({ ...retrier, [key]: value })));
    const number = (key, text) => h('label', { class: 'inline' }, text, h('input', { type: 'number', step: 'any', min: 0, value: retrier[key] ?? '', id: `retry-${i}-${key}`, onchange: event => replace(key, event.target.value === '' ? undefined : Number(event.target.value)) }));
    return h('div', { class: 'rowbox' }, h('div', { class: 'rowhead' }, h('b', {}, t('rows.retrier', { index: i + 1 })), h('span', { class: 'grow' }), button(t('rows.remove'), () => commit(without(retriers, i)), 'mini word')),
      input(t('rows.errors'), (retrier.ErrorEquals ?? []).join(', '), value => replace('ErrorEquals', names(value)), { list: 'error-names' }), h('div', { class: 'triple' }, number('IntervalSeconds', t('rows.interval')), number('MaxAttempts', t('rows.attempts')), number('BackoffRate', t('rows.backoff'))));
  });
  const first = { ErrorEquals: ['States.ALL'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2 };
  return h('fieldset', { class: 'rows' }, h('legend', {}, 'Retry'), rows, button(t('rows.addRetrier'), () => commit([...retriers, first]), 'btn sm', 'add-retrier'), h('datalist', { id: 'error-names' }, ERRORS.map(name => h('option', { value: name }))));
}

/** The catchers of a state. */
export function catcherRows({ state, language }, states, set) {
  const catchers = Array.isArray(state.Catch) ? state.Catch : [], commit = list => set('Catch', list.length ? list : undefined);
  const rows = catchers.map((catcher, i) => {
    const replace = (key, value) => commit(changed(catchers, i, cleaned({ ...catcher, [key]: value })));
    return h('div', { class: 'rowbox' }, h('div', { class: 'rowhead' }, h('b', {}, t('rows.catcher', { index: i + 1 })), h('span', { class: 'grow' }), button(t('rows.remove'), () => commit(without(catchers, i)), 'mini word')),
      input(t('rows.errors'), (catcher.ErrorEquals ?? []).join(', '), value => replace('ErrorEquals', names(value)), { list: 'error-names' }),
      h('label', { class: 'inline' }, t('rows.then'), stateList(states, catcher.Next, t('rows.catchThen', { index: i + 1 }), next => replace('Next', next), { id: `catch-next-${i}` })),
      language === 'JSONata' ? null : input('ResultPath', catcher.ResultPath === null ? 'null' : catcher.ResultPath, value => replace('ResultPath', value === '' ? undefined : value === 'null' ? null : value)));
  });
  return h('fieldset', { class: 'rows' }, h('legend', {}, 'Catch'), rows, button(t('rows.addCatcher'), () => commit([...catchers, { ErrorEquals: ['States.ALL'], Next: states[0] ?? '' }]), 'btn sm', 'add-catcher'));
}
