// What the desk's pages do in the browser by themselves: clocks, copying, drafts, keys, dialogs.
// Everything is found by attributes or custom elements, so nothing here has to be told when a page changes.

const isTyping = target => target instanceof HTMLElement
    && (target.isContentEditable || target.matches('input:not([type=checkbox]):not([type=radio]):not([type=button]):not([type=submit]), textarea, select'));

// ---- Clock: one tick a second for the whole page, by the server's time ---------------------------------------------------------

// Plain English here is not American: 21 Nov, and a day of 24 hours.
const language = () => document.documentElement.lang === 'en' ? 'en-GB' : document.documentElement.lang;

// The server's instant, and the machine's two clocks when it was taken. Time goes on by the one that nobody can set; some machines let it stand still
// while they sleep, and it then parts from the other, as it does when that one is set.
const machine = () => ({ steady: performance.now(), wall: Date.now() });
let known = { server: Date.now(), ...machine() };
const gone = () => performance.now() - known.steady;
const now = () => known.server + gone();
const hasParted = () => Math.abs(Date.now() - known.wall - gone()) > 2000;

const clocks = new Set();
const pad = number => String(number).padStart(2, '0');

const span = milliseconds => {
    const seconds = Math.max(0, Math.floor(milliseconds / 1000));
    const days = Math.floor(seconds / 86400);
    const text = `${pad(Math.floor(seconds / 3600) % 24)}:${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
    return { days, text };
};

const draw = () => clocks.forEach(clock => clock.draw());

const setClock = (server, taken) => { known = { server, ...taken }; draw(); };

let askedAt = -Infinity;

const askServer = async () => {
    if (performance.now() - askedAt < 5000) return;
    const taken = machine();
    askedAt = taken.steady;
    try {
        const answer = await fetch('/clock', { cache: 'no-store', redirect: 'error' });
        const server = answer.ok ? Number(await answer.text()) : 0;
        // As if it had been answered at once: a slow answer makes what is left too little, never too much.
        if (server > 0) setClock(server, taken);
    } catch {
        // Nobody answers: a later tick asks again.
    }
};

const tick = () => {
    if (hasParted()) askServer();
    draw();
};

setInterval(tick, 1000);
document.addEventListener('visibilitychange', () => {
    if (document.hidden) return;
    askServer();
    draw();
});

// <time-left until="ms" margin="ms" day="{0} d {1}" over="…">: what is left until the end, coloured by what is left until the last safe moment, which is
// the margin before it. Close and soon begin where the line's bands do: LineBands.
class TimeLeft extends HTMLElement {
    static observedAttributes = ['until', 'margin'];

    connectedCallback() { clocks.add(this); this.draw(); }

    disconnectedCallback() { clocks.delete(this); }

    attributeChangedCallback() { if (this.isConnected) this.draw(); }

    draw() {
        const left = Number(this.getAttribute('until')) - now();
        const safe = left - Number(this.getAttribute('margin') ?? 0);
        const state = left <= 0 ? 'over' : safe <= 0 ? 'late' : safe < 15 * 60000 ? 'close' : safe < 60 * 60000 ? 'soon' : 'calm';
        const { days, text } = span(left);
        const shown = state === 'over' ? this.getAttribute('over') ?? '0' : days > 0 ? (this.getAttribute('day') ?? '{0} d {1}').replace('{0}', days).replace('{1}', text) : text;
        if (this.textContent !== shown) this.textContent = shown;
        const host = this.closest('[data-deadline]') ?? this;
        if (host.dataset.state !== state) host.dataset.state = state;
    }
}
customElements.define('time-left', TimeLeft);

// <time-ago at="ms">: "4 min ago" beside a time, in the page's language.
class TimeAgo extends HTMLElement {
    static observedAttributes = ['at'];

    connectedCallback() { clocks.add(this); this.draw(); }

    disconnectedCallback() { clocks.delete(this); }

    attributeChangedCallback() { if (this.isConnected) this.draw(); }

    draw() {
        const minutes = Math.round((Number(this.getAttribute('at')) - now()) / 60000);
        const words = new Intl.RelativeTimeFormat(language(), { numeric: 'auto', style: 'short' });
        const size = Math.abs(minutes);
        const shown = size < 60 ? words.format(minutes, 'minute')
            : size < 60 * 36 ? words.format(Math.round(minutes / 60), 'hour')
                : words.format(Math.round(minutes / 1440), 'day');
        if (this.textContent !== shown) this.textContent = shown;
    }
}
customElements.define('time-ago', TimeAgo);

// <desk-clock>: the desk's own time, for the rehearsal's bar.
class DeskClock extends HTMLElement {
    connectedCallback() { clocks.add(this); this.draw(); }

    disconnectedCallback() { clocks.delete(this); }

    draw() {
        const shown = new Intl.DateTimeFormat(language(), { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' })
            .format(new Date(now()));
        if (this.textContent !== shown) this.textContent = shown;
    }
}
customElements.define('desk-clock', DeskClock);

// ---- Saying something to screen readers -----------------------------------------------------------------------------------------

// An open dialog leaves everything outside it dead, to readers too: what is said or copied meanwhile has to stand inside it.
const stage = () => [...document.querySelectorAll('dialog:modal')].at(-1) ?? document.body;

const voiceOf = place => {
    if (place === document.body) return document.getElementById('live');
    const there = place.querySelector(':scope > [data-voice]');
    if (there) return there;
    const voice = document.createElement('div');
    voice.className = 'unseen';
    voice.setAttribute('role', 'status');
    voice.setAttribute('data-voice', '');
    // At the end: Blazor finds the place of what it draws by its own elements, and takes the dialog away as a whole.
    place.append(voice);
    return voice;
};

const announce = sentence => {
    const voice = voiceOf(stage());
    if (!voice) return;
    voice.textContent = '';
    // Readers hear a change only in a place that they have known for a moment. The dialog may be gone by then: what was done in it is said all the same.
    setTimeout(() => {
        const place = voice.isConnected ? voice : voiceOf(stage());
        if (place) place.textContent = sentence;
    }, 100);
};

// ---- Copying: <button data-copy="CODE" data-copied="Copied">, and data-said for what is too long to be read out ---------------------------------------------------------------------

// Where the browser has no clipboard to offer, as on a host by plain http, the old way takes what is selected in a field that has the focus.
const copyBySelection = text => {
    const before = document.activeElement;
    const carrier = document.createElement('textarea');
    carrier.className = 'unseen';
    carrier.readOnly = true;
    carrier.value = text;
    stage().append(carrier);
    carrier.focus({ preventScroll: true });
    carrier.select();
    const isTaken = document.execCommand('copy');
    carrier.remove();
    before?.focus({ preventScroll: true });
    return isTaken;
};

const take = async text => {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return copyBySelection(text);
    }
};

const copy = async chip => {
    if (!await take(chip.dataset.copy)) return;
    chip.setAttribute('data-done', '');
    announce(chip.dataset.said ?? `${chip.dataset.copied}: ${chip.dataset.copy}`);
    setTimeout(() => chip.removeAttribute('data-done'), 1500);
};

// ---- Drafts: what is typed survives a lost connection and a reload, in this tab only --------------------------------------------

const draftPrefix = 'desk-draft:';

const valueOf = field => field.type === 'checkbox' ? String(field.checked) : field.value;

// Of radio buttons only the one that was chosen is meant.
const isMeant = (field, typed) => field.type !== 'radio' || field.value === typed;

// Puts into a field what was typed there before, and tells whether that changed it.
const putBack = (field, typed) => {
    if (field.type === 'radio' ? field.checked : valueOf(field) === typed) return false;
    if (field.type === 'radio') field.checked = true;
    else if (field.type === 'checkbox') field.checked = typed === 'true';
    else field.value = typed;
    return true;
};

// <draft-keeper key="promise:V-1" over="…">: keeps the fields in it that say so, <input data-kept="day">, and never a password. Keepers of one key are
// forgotten together. What was written over something else than stands there by now is not brought back.
class DraftKeeper extends HTMLElement {
    connectedCallback() {
        this.addEventListener('input', this.keep);
        setTimeout(() => this.restore(), 0);
    }

    keeps(field) { return field.matches('[data-kept]:not([type=password])') && field.closest('draft-keeper') === this; }

    placeOf(field) { return `${draftPrefix}${this.getAttribute('key')}/${field.dataset.kept}`; }

    keep = ({ target }) => {
        if (this.keeps(target)) sessionStorage.setItem(this.placeOf(target), JSON.stringify({ typed: valueOf(target), over: this.getAttribute('over') }));
    };

    restore() {
        // From the last to the first: where one field proposes what another holds, as a currency does for an amount, that one has to be filled by then.
        const fields = [...this.querySelectorAll('[data-kept]')].filter(field => this.keeps(field) && !field.matches(':disabled')).reverse();
        for (const field of fields) {
            const place = this.placeOf(field);
            const kept = JSON.parse(sessionStorage.getItem(place));
            if (!kept) continue;
            if (kept.over !== this.getAttribute('over')) {
                sessionStorage.removeItem(place);
            } else if (isMeant(field, kept.typed)) {
                if (putBack(field, kept.typed)) this.setAttribute('restored', '');
                // Also where it stands there already, as something that is proposed: that it was typed has to be known as well.
                field.dispatchEvent(new Event('input', { bubbles: true }));
                field.dispatchEvent(new Event('change', { bubbles: true }));
            }
        }
    }
}
customElements.define('draft-keeper', DraftKeeper);

const forgetDraftsUnder = prefix => Object.keys(sessionStorage).filter(key => key.startsWith(prefix)).forEach(key => sessionStorage.removeItem(key));

const forgetDraft = key => {
    forgetDraftsUnder(`${draftPrefix}${key}/`);
    document.querySelectorAll('draft-keeper').forEach(keeper => keeper.getAttribute('key') === key && keeper.removeAttribute('restored'));
};

const forgetAllDrafts = () => forgetDraftsUnder(draftPrefix);

// A computer that two people share: whoever is there now does not get what somebody typed who never said that they leave.
const person = document.body.dataset.person;
if (person && sessionStorage.getItem('desk-drafts-of') !== person) {
    forgetAllDrafts();
    sessionStorage.setItem('desk-drafts-of', person);
}

// ---- Dialogs: <modal-frame><dialog>…</dialog></modal-frame> is modal as long as it is in the page ---------------------------------

class ModalFrame extends HTMLElement {
    connectedCallback() {
        this.opener = document.activeElement;
        setTimeout(() => {
            const dialog = this.querySelector('dialog');
            if (!dialog || dialog.open) return;
            dialog.addEventListener('cancel', event => {
                event.preventDefault();
                dialog.querySelector('[data-dismiss]')?.click();
            });
            dialog.showModal();
            dialog.querySelector('[data-focus]')?.focus();
        }, 0);
    }

    disconnectedCallback() { if (this.opener?.isConnected) this.opener.focus(); }
}
customElements.define('modal-frame', ModalFrame);

// ---- The rail, where it is a menu ------------------------------------------------------------------------------------------------------

const menuButton = () => document.querySelector('[data-toggles=menu]');

const closeMenu = () => {
    if (!document.body.hasAttribute('data-menu-open')) return false;
    document.body.removeAttribute('data-menu-open');
    menuButton()?.setAttribute('aria-expanded', 'false');
    return true;
};

// ---- Clicks that need no server --------------------------------------------------------------------------------------------------

document.addEventListener('click', event => {
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest('.skip')) {
        // Blazor's script would only scroll there and leave the focus behind. It is loaded after this one, so it is asked second, and leaves alone what is prevented.
        event.preventDefault();
        document.getElementById('page')?.focus();
        return;
    }
    const chip = target?.closest('[data-copy]');
    if (chip) { copy(chip); return; }
    const opens = target?.closest('[data-opens]');
    if (opens) { openDialog(opens.dataset.opens); return; }
    const closes = target?.closest('[data-closes]');
    if (closes) { closes.closest('dialog')?.close(); return; }
    const toggles = target?.closest('[data-toggles]');
    if (toggles) {
        const open = document.body.toggleAttribute(`data-${toggles.dataset.toggles}-open`);
        toggles.setAttribute('aria-expanded', String(open));
        return;
    }
    if (!target?.closest('.rail') || target.closest('.rail a')) closeMenu();
    const popover = target?.closest('[popover] a')?.closest('[popover]');
    popover?.hidePopover();
});

document.addEventListener('submit', event => {
    if (event.target instanceof HTMLFormElement && event.target.hasAttribute('data-forgets-drafts')) forgetAllDrafts();
});

// ---- Keys: Ctrl K searches, ? lists the keys, J and K move through rows, and any button can have its own (data-key) ---------------

const isShown = element => element.getClientRects().length > 0;

const moveRow = step => {
    const rows = [...document.querySelectorAll('[data-row]')].filter(isShown);
    if (rows.length === 0) return false;
    const at = rows.findIndex(row => row.contains(document.activeElement));
    const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : Math.min(rows.length - 1, Math.max(0, at + step))];
    (next.matches('a, button, [tabindex]') ? next : next.querySelector('a, button, [tabindex]'))?.focus();
    return true;
};

const pressOwnKey = key => {
    const row = document.activeElement?.closest('[data-row]');
    const wanted = `[data-key="${CSS.escape(key)}"]`;
    const element = row?.querySelector(wanted) ?? [...document.querySelectorAll(wanted)].find(found => isShown(found) && !found.closest('[data-row]'));
    if (!element) return false;
    if (element.matches('input, textarea, select')) element.focus();
    else element.click();
    return true;
};

// Whoever speaks, or types by a switch, sends letters without meaning a command: single keys can be switched off.
const hasSingleKeys = () => localStorage.getItem('single-keys') !== 'off';

const openDialog = id => {
    document.querySelectorAll('[data-single-keys]').forEach(box => { box.checked = hasSingleKeys(); });
    document.getElementById(id)?.showModal();
};

document.addEventListener('change', event => {
    if (event.target instanceof HTMLInputElement && event.target.hasAttribute('data-single-keys')) {
        localStorage.setItem('single-keys', event.target.checked ? 'on' : 'off');
    }
});

document.addEventListener('keydown', event => {
    if (event.defaultPrevented || event.isComposing) return;
    if (event.key === 'Escape') {
        if (!document.querySelector('dialog[open]') && closeMenu()) menuButton()?.focus();
        return;
    }
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
        const search = document.getElementById('search');
        if (search) { event.preventDefault(); search.focus(); search.select(); }
        return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]') || !hasSingleKeys()) return;
    const key = event.key.toLowerCase();
    const handled = event.key === '?' ? (openDialog('keys'), true)
        : key === 'j' ? moveRow(1)
            : key === 'k' ? moveRow(-1)
                : key.length === 1 && pressOwnKey(key);
    if (handled) event.preventDefault();
});

// ---- Focus: where what had it goes away, as a button does whose act is done, it stays near instead of falling back to the top of the page ----

let around = [];

document.addEventListener('focusin', event => {
    around = [];
    for (let element = event.target; element instanceof Element && element !== document.body; element = element.parentElement) around.push(element);
});

new MutationObserver(() => {
    if (around.length === 0 || around[0].isConnected || document.activeElement !== document.body) return;
    const near = around.find(element => element.isConnected && element.matches('section, form, fieldset, aside, main'));
    around = [];
    if (!near) return;
    if (!near.hasAttribute('tabindex')) near.setAttribute('tabindex', '-1');
    near.focus({ preventScroll: true });
}).observe(document.body, { childList: true, subtree: true });

// ---- What the server asks ---------------------------------------------------------------------------------------------------------

window.desk = {
    wake(serverNow) {
        this.setClock(serverNow);
        document.body.setAttribute('data-interactive', '');
        return Intl.DateTimeFormat().resolvedOptions().timeZone;
    },
    setClock(serverNow) { setClock(serverNow, machine()); },
    announce,
    forgetDraft,
    focus(id) { document.getElementById(id)?.focus(); },
};
