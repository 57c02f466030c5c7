/** What can be added to a machine: the handlers that are loaded here, actions of services, flow states, patterns. */
import { h, put } from '../dom.js';
import { t } from '../text.js';
import { tile } from '../graph/icons.js';

const pass = (name, more = {}) => ({ [name]: { Type: 'Pass', ...more, End: true } });
const task = (resource, more = {}) => ({ Type: 'Task', Resource: resource, ...more });
const integration = name => `arn:aws:states:::${name}`;

/** Actions by query language: the data field has another name in each. */
function actions(language) {
  const data = value => (language === 'JSONata' ? { Arguments: value } : { Parameters: value });
  const token = language === 'JSONata' ? { Input: '{% $states.input %}', TaskToken: '{% $states.context.Task.Token %}' } : { 'Input.$': '$', 'TaskToken.$': '$$.Task.Token' };
  const whole = language === 'JSONata' ? '{% $states.input %}' : undefined, put1 = (key, value) => (whole ? { [key]: whole } : { [`${key}.$`]: value });
  return [
    ['lambda', 'invoke', task(integration('lambda:invoke'), data({ FunctionName: '', ...put1('Payload', '$') }))], ['sqs', 'send', task(integration('sqs:sendMessage'), data({ QueueUrl: '', ...put1('MessageBody', '$') }))],
    ['sqs', 'approval', task(integration('sqs:sendMessage.waitForTaskToken'), data({ QueueUrl: '', MessageBody: token }))], ['sns', 'publish', task(integration('sns:publish'), data({ TopicArn: '', ...put1('Message', '$') }))],
    ['states', 'start', task(integration('states:startExecution.sync:2'), data({ StateMachineArn: '', ...put1('Input', '$') }))], ['events', 'event', task(integration('events:putEvents'), data({ Entries: [{ Source: 'newel', DetailType: 'Event', ...put1('Detail', '$') }] }))],
    ['http', 'http', task(integration('http:invoke'), data({ ApiEndpoint: 'https://example.com', Method: 'GET', Authentication: { ConnectionArn: '' } }))],
  ].map(([kind, key, state]) => ({ kind, title: t(`palette.${key}`), note: t(`palette.${key}Note`), name: t(`palette.${key}`), state }));
}

function flow(language) {
  const rule = language === 'JSONata' ? { Condition: '{% true %}' } : { Variable: '$.value', IsPresent: true };
  return [
    ['Choice', { Type: 'Choice', Choices: [rule] }], ['Parallel', { Type: 'Parallel', Branches: [{ StartAt: 'Left', States: pass('Left') }, { StartAt: 'Right', States: pass('Right') }] }],
    ['Map', { Type: 'Map', ItemProcessor: { StartAt: 'Each item', States: pass('Each item') } }], ['Wait', { Type: 'Wait', Seconds: 5 }], ['Pass', { Type: 'Pass' }], ['Succeed', { Type: 'Succeed' }], ['Fail', { Type: 'Fail', Error: 'Error', Cause: '' }],
  ].map(([type, state]) => ({ kind: type, title: type, note: t(`palette.${type}`), name: type, state }));
}

function patterns() {
  const retry = [{ ErrorEquals: ['States.TaskFailed'], IntervalSeconds: 1, MaxAttempts: 3, BackoffRate: 2, JitterStrategy: 'FULL' }];
  return [
    { kind: 'Map', title: t('palette.mapTask'), note: t('palette.mapTaskNote'), name: 'For each', state: { Type: 'Map', MaxConcurrency: 10, ItemProcessor: { StartAt: 'Work', States: { Work: { Type: 'Pass', End: true } } }, Retry: retry } },
    { kind: 'Parallel', title: t('palette.guard'), note: t('palette.guardNote'), name: 'Guarded', state: { Type: 'Parallel', Branches: [{ StartAt: 'Try', States: pass('Try') }], Retry: retry } },
  ];
}

/** The groups of the palette; `handlers` are functions `{name, arn, note}` of this server. */
export function paletteGroups(handlers, language) {
  return [
    { title: t('palette.handlers'), items: handlers.map(({ name, arn, note }) => ({ kind: 'lambda', title: name, note: note ?? 'Lambda', name, state: task(arn) })), empty: t('palette.noHandlers') },
    { title: t('palette.actions'), items: actions(language) }, { title: t('palette.flow'), items: flow(language) }, { title: t('palette.patterns'), items: patterns() },
  ];
}

export class Palette {
  /** @param onInsert told the item that was chosen by key or click @param onDrag told where an item is dragged: `{item, event, phase}` */
  constructor({ onInsert, onDrag }) {
    Object.assign(this, { onInsert, groups: [] });
    this.search = h('input', { type: 'search', placeholder: t('palette.find'), 'aria-label': t('palette.find'), id: 'palette-find', oninput: () => this.draw() });
    this.list = h('div', { id: 'palette-items' });
    this.element = h('section', { class: 'palette', 'aria-label': t('palette.label') }, this.search, this.list);
    this.list.addEventListener('click', event => {
      const item = this.itemOf(event.target);
      if (item && (!this.hasDragged || event.detail === 0)) this.onInsert(item, event);
    });
    let drag = null;
    this.list.addEventListener('pointerdown', event => {
      const item = this.itemOf(event.target);
      this.hasDragged = false;
      if (!item || event.button !== 0) return;
      drag = { item, x: event.clientX, y: event.clientY, id: event.pointerId };
      event.target.closest('.pal').setPointerCapture(event.pointerId);
    });
    this.list.addEventListener('pointermove', event => {
      if (!drag || event.pointerId !== drag.id) return;
      if (!this.hasDragged) {
        if (Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < 5) return;
        this.hasDragged = true;
        onDrag({ item: drag.item, event, phase: 'begin' });
      }
      onDrag({ item: drag.item, event, phase: 'move' });
    });
    const end = event => {
      if (!drag) return;
      if (this.hasDragged) onDrag({ item: drag.item, event, phase: event.type === 'pointerup' ? 'drop' : 'cancel' });
      drag = null;
    };
    this.list.addEventListener('pointerup', end);
    this.list.addEventListener('pointercancel', end);
  }

  itemOf(target) {
    const [group, item] = target.closest?.('.pal')?.dataset.p.split('.') ?? [];
    return item === undefined ? null : this.groups[group].items[item];
  }

  /** Shows groups, those the search leaves. */
  set(groups) {
    this.groups = groups;
    this.draw();
  }

  draw() {
    const wanted = this.search.value.trim().toLowerCase(), focused = this.list.contains(document.activeElement) ? document.activeElement.dataset.p : undefined;
    const shown = this.groups.map((group, i) => {
      const rows = group.items.map((item, j) => ({ item, j })).filter(({ item }) => `${item.title} ${item.note} ${item.kind}`.toLowerCase().includes(wanted));
      if (!rows.length && (wanted || !group.empty)) return null;
      return [h('h2', {}, group.title), rows.length ? null : h('p', { class: 'sub pad0' }, group.empty), rows.map(({ item, j }) => h('button', { type: 'button', class: 'pal', 'data-p': `${i}.${j}`, 'data-title': item.title }, tile(item.kind), h('span', {}, item.title, h('small', {}, item.note))))];
    });
    put(this.list, shown.some(Boolean) ? shown : h('p', { class: 'sub pad0' }, t('palette.noMatch')));
    if (focused) this.list.querySelector(`[data-p="${focused}"]`)?.focus();
  }
}
