// The frame around every page: top bar, address, keyboard, palette.
import { get, remove } from './api.js';
import { copyFocused } from './cells.js';
import { h, icon, passTime, put, say } from './dom.js';
import { bind, openSheet } from './keys.js';
import { openPalette, provide } from './palette.js';
import { here, setPlace, to } from './place.js';
import { find } from './routes.js';
import { follow, keep, watchLine } from './stream.js';
import { LANGUAGES, language, setLanguage, t } from './text.js';

const THEME = 'newel.theme';
const NAV = [['/', 'machines'], ['/search', 'search'], ['/approvals', 'approvals'], ['/handlers', 'handlers'], ['/queues', 'queues'], ['/topics', 'topics'], ['/stacks', 'stacks']];
let leave = null;
let turn = 0;
let session = {};
let stopFrame = [];

/** Goes to an address without loading the page anew. */
export function go(address, { replace = false } = {}) {
  history[replace ? 'replaceState' : 'pushState'](null, '', address);
  show();
}

/** Changes the query of the address and nothing else: deep links are state. `null` removes a name. */
export function setQuery(changes) {
  const query = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(changes)) value === null || value === undefined ? query.delete(name) : query.set(name, value);
  history.replaceState(null, '', `${location.pathname}?${query}`);
}

/** What the document is called. */
function setTitle(text) { document.title = text ? `${text} · Newel` : 'Newel'; }

async function show() {
  const mine = ++turn;
  const query = new URLSearchParams(location.search);
  const { region, account } = here();
  setPlace(query, { region: region || session.region, account: account || session.account });
  if (query.get('region') !== here().region || query.get('account') !== here().account) setQuery(here());
  await leave?.();
  leave = null;
  // An element of its own: a page that is left before it has what it asked for draws where nobody sees it.
  const root = h('main', { id: 'page', tabindex: -1 });
  document.getElementById('page').replaceWith(root);
  const route = find(location.pathname);
  for (const link of document.querySelectorAll('.top nav a')) {
    const path = link.dataset.path;
    const isHere = path === '/' ? location.pathname === '/' || location.pathname.startsWith('/machines') : location.pathname.startsWith(path) || path === '/search' && location.pathname.startsWith('/executions');
    isHere ? link.setAttribute('aria-current', 'page') : link.removeAttribute('aria-current');
    link.href = to(path);
  }
  setTitle('');
  if (!route) return missing(root);
  root.className = `page-${route.name}`;
  try {
    const module = await import(`./pages/${route.name}.js`);
    if (mine !== turn) return;
    const gone = await module.mount(root, route.params, context(query, () => mine === turn));
    if (mine !== turn) gone?.();
    else leave = gone ?? null;
  } catch (error) {
    if (mine !== turn) return;
    if (error.status === 401) return signIn();
    if (error.status === 404 || /DoesNotExist|NotFound/.test(error.error ?? '')) return missing(root, error.message);
    failed(root, error);
  }
}

/** What a page is given; one that has been left changes neither address nor title. */
function context(query, isHere) {
  const ifHere = act => (...values) => { if (isHere()) act(...values); };
  return { go, to, query, setQuery: ifHere(setQuery), setTitle: ifHere(setTitle), bind, provide, follow, keep, say, session, isDark };
}

function missing(root, message) {
  setTitle(t('missing.title'));
  const input = h('input', { type: 'search', 'aria-label': t('missing.search'), placeholder: t('missing.search') });
  put(root, h('.empty', null, h('h1', null, t('missing.title')), h('p', null, message || t('missing.text')),
    h('form.row', { onsubmit: event => { event.preventDefault(); go(to('/search', { q: input.value })); } }, input, h('button.btn.primary', null, t('find')))));
}

function failed(root, error) {
  setTitle(t('error.title'));
  put(root, h('.empty', { role: 'alert' }, h('h1', null, t('error.title')), h('p', null, error.message), h('button.btn.primary', { onclick: show }, t('error.again'))));
  // What is no refusal of the server is a fault of ours: the console says where.
  if (error.status === undefined) console.error(error);
}

async function signOut() {
  await remove('session');
  location.replace('/signin');
}

function signIn() {
  if (location.pathname !== '/signin') go(`/signin?next=${encodeURIComponent(location.pathname + location.search)}`, { replace: true });
}

const isDark = () => (document.documentElement.dataset.theme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

function toggleTheme() {
  const next = isDark() ? 'light' : 'dark';
  localStorage.setItem(THEME, next);
  document.documentElement.dataset.theme = next;
}

function placeSwitch() {
  const select = h('select', { id: 'place', 'aria-label': t('place'), onchange: () => {
    const [account, region] = select.value.split(' ');
    setPlace(new URLSearchParams({ account, region }), session);
    go(to('/'));
  } });
  const fill = async () => {
    const { territories } = await get('territories');
    put(select, territories.map(({ account, region }) => h('option', { value: `${account} ${region}`, selected: account === here().account && region === here().region }, `${account} · ${region}`)));
  };
  select.addEventListener('pointerdown', fill);
  select.addEventListener('focus', fill);
  fill().catch(() => put(select, h('option', null, `${here().account} · ${here().region}`)));
  return select;
}

function languageSwitch() {
  return h('select', { id: 'language', 'aria-label': t('language'), onchange: event => { setLanguage(event.target.value); frame(); show(); } },
    Object.entries(LANGUAGES).map(([code, name]) => h('option', { value: code, lang: code, selected: code === language() }, name)));
}

/** The bar with what waits for somebody, and the line's state. */
function frame() {
  for (const stop of stopFrame.splice(0)) stop();
  document.documentElement.lang = language();
  const badge = h('span.badge', { id: 'waiting', hidden: true });
  const line = h('span.live', { id: 'live', role: 'status' });
  const link = ([path, key]) => h('a', { href: to(path), 'data-path': path }, t(`nav.${key}`), key === 'approvals' && badge);
  put(document.body,
    h('a.skip', { href: '#page' }, t('app.skip')),
    h('header.top', null,
      h('a.brand', { href: to('/') }, h('img', { src: '/_newel/console/assets/icon.svg', width: 22, height: 22, alt: '' }), 'Newel'),
      !session.mustSignIn && h('nav', { 'aria-label': t('nav') }, NAV.filter(([path]) => path !== '/stacks' || session.deploys).map(link)), h('span.grow'), line,
      !session.mustSignIn && [h('button.btn.ghost', { id: 'find', 'aria-label': t('find'), onclick: () => openPalette(go) }, icon('search'), h('span.wide-only', null, t('find')), h('kbd.wide-only', null, '⌘K')), placeSwitch()], languageSwitch(),
      h('button.btn.ghost', { id: 'keys', 'aria-label': t('keys'), title: t('keys'), onclick: openSheet }, '?'),
      h('button.btn.ghost', { id: 'theme', 'aria-label': t('theme'), title: t('theme'), onclick: toggleTheme }, icon('theme')),
      session.caller && h('button.btn.ghost', { id: 'signout', title: session.caller, onclick: signOut }, t('signout'))),
    h('main', { id: 'page', tabindex: -1 }), h('div', { id: 'say', role: 'status', 'aria-live': 'polite' }));
  if (!session.mustSignIn) stopFrame.push(watchLine(state => { line.className = `live ${state}`; put(line, h('i'), h('span', null, t(`line.${state}`))); }));
  let asked = 0;
  const count = async () => {
    const mine = ++asked;
    const { tokens } = await get('tokens');
    // A later question knows more, whichever is answered first.
    if (mine !== asked) return;
    badge.hidden = !tokens.length;
    badge.textContent = tokens.length;
    badge.setAttribute('aria-label', t('waiting.count', { count: tokens.length }));
  };
  if (!session.mustSignIn) {
    stopFrame.push(follow('tokens', () => count().catch(() => {})));
    count().catch(() => {});
  }
}

document.addEventListener('click', event => {
  const link = event.target.closest('a[href]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || link.target || link.origin !== location.origin || link.hasAttribute('download')) return;
  const path = new URL(link.href);
  if (path.hash && path.pathname === location.pathname) return;
  if (!find(path.pathname)) return;
  event.preventDefault();
  go(path.pathname + path.search);
});
addEventListener('popstate', show);
addEventListener('newel-signin', signIn);
addEventListener('keydown', event => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') { event.preventDefault(); openPalette(go); }
});

setInterval(passTime, 1000);
if (localStorage.getItem(THEME)) document.documentElement.dataset.theme = localStorage.getItem(THEME);
session = await get('session').catch(error => ({ error }));
const query = new URLSearchParams(location.search);
setPlace(query, { region: session.region ?? '', account: session.account ?? '' });
if (session.mustSignIn && location.pathname !== '/signin') history.replaceState(null, '', `/signin?next=${encodeURIComponent(location.pathname + location.search)}`);
frame();
bind({
  c: [t('keys.copy'), copyFocused],
  '?': [t('keys.sheet'), openSheet], 'g m': [t('keys.goto.m'), () => go(to('/'))], 'g a': [t('keys.goto.a'), () => go(to('/approvals'))], 'g h': [t('keys.goto.h'), () => go(to('/handlers'))],
});
show();
