// `/topics`: topics with their subscriptions and what was published.
import { action, get } from '../api.js';
import { add, copyButton, field, h, openDialog, put, since } from '../dom.js';
import { redraw } from '../redraw.js';
import { time } from '../format.js';
import { valueBlock } from '../json/tree.js';
import { t } from '../text.js';

/** Shows each topic; what is published shows by itself. */
export async function mount(root, params, ctx) {
  ctx.setTitle(t('nav.topics'));
  const place = h('.content.stack');
  add(root, [h('header.head', null, h('h1', null, t('nav.topics'))), place]);
  return ctx.keep('messages', () => get('topics'), ({ topics }) => {
    redraw(place, topics.length ? topics.map(card) : h('.empty', null, h('h2', null, t('topics.none')), h('p', null, t('topics.none.text'))));
  });
}

function card(topic) {
  return h('section.card', { key: topic.arn, 'aria-label': topic.name, 'data-topic': topic.name },
    h('header', null, h('h2', null, topic.name), h('span.grow'), copyButton(topic.arn, t('machine.copy')), h('button.btn.sm', { 'aria-label': `${t('topics.publish')}: ${topic.name}`, onclick: () => publish(topic) }, t('topics.publish'))),
    h('.in', null, h('h3.small', null, t('topics.subscriptions')), h('ul.plain.rows', null, topic.subscriptions.length ? topic.subscriptions.map(item => h('li', null, h('span.chip', { 'data-st': 'idle' }, item.protocol), h('span', null, item.endpoint))) : h('li.sub', null, t('none'))),
      h('h3.small', null, t('topics.published')), topic.published.length ? h('ul.plain.messages', null, topic.published.map(message => h('li.published', { key: message.id }, h('.row', null, h('span.sub', { title: time(message.at) }, since(message.at)), message.subject && h('b', null, message.subject), h('span.grow'), copyButton(message.message)), valueBlock(null, message.message, { name: `${message.id}.json`, hasCopy: false })))) : h('p.sub', null, t('topics.published.none'))));
}

function publish(topic) {
  openDialog(t('topics.publish.to', { name: topic.name }), close => {
    const subject = h('input', { type: 'text', maxlength: 100 });
    const input = h('textarea', { rows: 8, spellcheck: 'false', required: true });
    const fault = h('p.fault', { role: 'alert' });
    return h('form', { onsubmit: async event => {
      event.preventDefault();
      try {
        const fifo = topic.name.endsWith('.fifo') ? { MessageGroupId: 'console', MessageDeduplicationId: String(Date.now()) } : {};
        await action('sns', 'Publish', { TopicArn: topic.arn, Message: input.value, ...(subject.value ? { Subject: subject.value } : {}), ...fifo });
        close();
      } catch (error) { put(fault, error.message); }
    } }, field(t('topics.subject'), subject), field(t('queues.body'), input), fault, h('.actions', null, h('button.btn', { type: 'button', onclick: close }, t('cancel')), h('button.btn.primary', null, t('topics.publish'))));
  });
}
