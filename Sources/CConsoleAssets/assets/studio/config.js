/** What is set of a machine beside its definition: name, type, role, timeout, logging, tracing, tags. */
import { h, put, field } from '../dom.js';
import { t } from '../text.js';

const LEVELS = ['OFF', 'ERROR', 'FATAL', 'ALL'];

export class Config {
  /** @param on `timeout(seconds)` and `comment(text)` change the definition, `changed()` is told of all else @param tests the card with the tests of the states */
  constructor(on, tests) {
    this.on = on;
    this.tests = tests;
    this.element = h('div', { class: 'config content' });
    this.tags = [];
  }

  /** Shows a machine as DescribeStateMachine gives it; a new one has no `stateMachineArn`. */
  set(machine, definition) {
    const isNew = !machine.stateMachineArn, changed = () => this.on.changed(), logging = machine.loggingConfiguration ?? {};
    this.machine = machine;
    this.name = h('input', { type: 'text', id: 'config-name', value: machine.name ?? '', disabled: !isNew, maxlength: 80, oninput: changed });
    this.type = h('select', { id: 'config-type', class: 'box-select', disabled: !isNew, onchange: changed }, ['STANDARD', 'EXPRESS'].map(type => h('option', { value: type, selected: type === machine.type }, type)));
    this.role = h('input', { type: 'text', id: 'config-role', value: machine.roleArn ?? '', spellcheck: 'false', placeholder: 'arn:aws:iam::000000000000:role/name', oninput: changed });
    this.timeout = h('input', { type: 'number', id: 'config-timeout', min: 1, value: definition.TimeoutSeconds ?? '', onchange: () => this.on.timeout(this.timeout.value === '' ? undefined : Number(this.timeout.value)) });
    this.comment = h('input', { type: 'text', id: 'config-comment', value: definition.Comment ?? '', onchange: () => this.on.comment(this.comment.value || undefined) });
    this.level = h('select', { id: 'config-level', class: 'box-select', onchange: changed }, LEVELS.map(level => h('option', { value: level, selected: level === (logging.level ?? 'OFF') }, level)));
    this.group = h('input', { type: 'text', id: 'config-group', spellcheck: 'false', value: logging.destinations?.[0]?.cloudWatchLogsLogGroup?.logGroupArn ?? '', placeholder: 'arn:aws:logs:…:log-group:name:*', oninput: changed });
    this.data = h('input', { type: 'checkbox', checked: logging.includeExecutionData ?? false, onchange: changed });
    this.tracing = h('input', { type: 'checkbox', checked: machine.tracingConfiguration?.enabled ?? false, onchange: changed });
    this.tags = (machine.tags ?? []).map(({ key, value }) => ({ key, value }));
    this.tagRows = h('div', {});
    this.drawTags();
    const card = (title, ...content) => h('section', { class: 'card' }, h('header', {}, h('h2', {}, title)), h('div', { class: 'in' }, content));
    put(this.element, card(t('config.general'), field(t('config.name'), this.name, isNew ? undefined : t('config.fixed')), field(t('config.type'), this.type), field(t('config.role'), this.role, t('config.roleHint')), field(t('config.timeout'), this.timeout), field(t('config.comment'), this.comment)),
      card(t('config.logging'), field(t('config.level'), this.level), field(t('config.group'), this.group), h('label', { class: 'check' }, this.data, t('config.data')), h('label', { class: 'check' }, this.tracing, t('config.tracing'))),
      card(t('config.tags'), this.tagRows, h('button', { type: 'button', class: 'btn sm', id: 'add-tag', onclick: () => { this.tags.push({ key: '', value: '' }); this.drawTags(); this.tagRows.lastElementChild.querySelector('input').focus(); } }, t('config.addTag'))), this.tests.element);
    this.tests.draw();
  }

  drawTags() {
    put(this.tagRows, this.tags.map((tag, i) => h('div', { class: 'triple' }, ['key', 'value'].map(part => h('input', { type: 'text', 'aria-label': t(`config.tag.${part}`, { index: i + 1 }), placeholder: t(`config.tag.${part}`, { index: i + 1 }), value: tag[part], oninput: event => { tag[part] = event.target.value; this.on.changed(); } })),
      h('button', { type: 'button', class: 'btn sm', 'aria-label': t('config.removeTag', { index: i + 1 }), onclick: () => { this.tags.splice(i, 1); this.drawTags(); this.on.changed(); } }, '✕'))));
  }

  /** The settings as CreateStateMachine and UpdateStateMachine take them. */
  get settings() {
    const level = this.level.value, destinations = this.group.value.trim() ? [{ cloudWatchLogsLogGroup: { logGroupArn: this.group.value.trim() } }] : undefined;
    const settings = { loggingConfiguration: { level, includeExecutionData: this.data.checked, ...(destinations ? { destinations } : {}) }, tracingConfiguration: { enabled: this.tracing.checked } };
    if (this.role.value.trim()) settings.roleArn = this.role.value.trim();
    return settings;
  }

  /** The tags as the API has them. */
  get tagList() { return this.tags.filter(tag => tag.key.trim()).map(({ key, value }) => ({ key: key.trim(), value })); }
}
