// `/signin`: an access key opens the console where requests must be signed.
import { post } from '../api.js';
import { add, field, h, put } from '../dom.js';
import { t } from '../text.js';

/** Asks for a key and goes back to where one came from. */
export async function mount(root, params, ctx) {
  ctx.setTitle(t('signin.title'));
  const id = h('input', { type: 'text', id: 'key', autocomplete: 'username', spellcheck: 'false', required: true });
  const secret = h('input', { type: 'password', id: 'secret', autocomplete: 'current-password', required: true });
  const fault = h('p.fault', { role: 'alert' });
  const next = ctx.query.get('next') ?? '/';
  add(root, [h('h1.sr', null, t('signin.title')), h('form.card.signin', { onsubmit: async event => {
    event.preventDefault();
    put(fault);
    try {
      await post('session', { accessKeyId: id.value.trim(), secretAccessKey: secret.value });
      // A page of this server and nothing else: an address of another would be a way to lead people there.
      location.replace(next.startsWith('/') && !next.startsWith('//') ? next : '/');
    } catch (error) { put(fault, error.message); }
  } }, h('header', null, h('h2', null, t('signin.title'))), h('.in', null, h('p.sub', null, t('signin.text')), field(t('signin.key'), id), field(t('signin.secret'), secret), fault, h('button.btn.primary', null, t('signin.go'))))]);
  id.focus();
}
