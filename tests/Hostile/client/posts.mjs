// What can be asked for without a circuit: forms, files, webhooks and the hub's own door, without rights, tokens or manners.

import { tokenOf } from './session.mjs';
import { talk } from './wire.mjs';

/** With the real password: only the missing token stands between this form and another password. */
const newPassword = me => ({ Old: me.facts.people[me.role]?.password ?? 'x', New: 'another-password-1', Again: 'another-password-1' });

/** Address, handler, and the fields by the names that the page reads; some depend on who posts. */
const forms = [
    ['/account/password', 'password', newPassword], ['/account/authenticator', 'authenticator', { Code: '123456' }],
    ['/account/authenticator/off', 'authenticator-off', {}], ['/account/recovery-codes', 'recovery-codes', {}], ['/account/passkeys', 'add-passkey', { Credential: '{}' }],
    ['/account/passkeys', 'delete-AAAA', {}], ['/account/passkeys', 'rename-AAAA', { Name: 'x' }], ['/account', 'everywhere', {}], ['/account/sign-in', 'passkey', { Credential: '{"id":"x"}' }],
    ['/account/second-factor', 'second-factor', { Code: '000000' }], ['/account/recovery-code', 'recovery-code', { Code: 'AAAA' }], ['/account/sign-out', null, {}],
    ['/account/passkey/creation-options', null, {}], ['/account/passkey/request-options', null, {}], ['/preferences/language', null, { language: 'xx', returnUrl: 'https://elsewhere.example' }],
    ['/preferences/theme', null, { theme: 'dark', returnUrl: '//elsewhere.example' }], ['/staff', 'password', { Email: 'new@desk.example' }], ['/settings', 'everywhere', {}], ['/approvals/1', 'sign-in', {}],
    ['/cases', 'sign-in', {}], ['/', null, {}],
];

/** Answers that must never come: each of them is a finding. */
const isBad = (me, path, answer) => {
    const location = answer.headers.get('location') ?? '';
    if (answer.status >= 500) return `${answer.status} of ${path}`;
    if (/elsewhere\.example/.test(location)) return `${path} sends away to ${location}`;
    if (path.startsWith('/export') && answer.status === 200 && !me.mayExport) return `${me.role} got the file`;
    return null;
};

export async function playPosts(me, random, count) {
    const own = me.session.cookie ? tokenOf(await me.session.text('/account/password')) : tokenOf(await me.session.text('/account/sign-in'));
    for (let turn = 0; turn < count; turn++) {
        const token = random.pick(['', 'x', me.facts.foreignToken, own.slice(0, -4) + 'AAAA', ...(me.session.cookie ? [] : [own])]);
        const [path, handler, given] = random.pick(forms);
        const fields = typeof given === 'function' ? given(me) : given;
        const asks = [
            () => me.session.post(path, { ...(handler ? { _handler: random.chance(0.8) ? handler : random.pick(forms)[1] ?? 'x' } : {}), __RequestVerificationToken: token, ...fields }, random.chance(0.3) ? { Origin: 'https://elsewhere.example' } : {}),
            () => me.session.request('/export/void-cases.csv?' + random.pick(['', 'from=2026-13-45', 'q=' + 'x'.repeat(5000), 'from=%00', 'state=nonsense'])),
            () => me.session.request('/webhooks/atlas/' + random.pick(['guess', 'x'.repeat(2000), '%00', '..%2f..', 'a-secret']), { method: 'POST', body: '{"type":"order.void","data":{"voidStatus":2}}', headers: { 'Content-Type': 'application/json' } }),
            () => me.session.request('/_blazor/negotiate?negotiateVersion=1', { method: 'POST', headers: { Origin: random.pick(['https://elsewhere.example', 'null', me.facts.origin]) } }),
            () => me.session.request('/_blazor/disconnect', { method: 'POST', body: new URLSearchParams({ circuitId: me.facts.stolen() ?? 'x' }), headers: { Origin: me.facts.origin, 'Content-Type': 'application/x-www-form-urlencoded' } }),
            () => me.session.request('/_blazor?id=' + random.below(1e9), { method: random.pick(['GET', 'POST', 'DELETE', 'PUT']), headers: { Origin: me.facts.origin } }),
            () => me.session.request(random.pick([...me.facts.strongPages, '/problem/500', '/not-found', '/health/ready', '/%2e%2e/appsettings.json', '/data/desk.db', '/keys/', '/_framework/../appsettings.json'])),
            () => me.session.request(random.pick(me.facts.strongPages), { method: random.pick(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'POST']), headers: { Origin: me.facts.origin } }),
        ];
        try {
            me.tally.post();
            const answer = await random.pick(asks)();
            const bad = isBad(me, path, answer);
            if (bad) me.tally.finding(bad);
            me.sniff(Buffer.from(await answer.arrayBuffer()));
        } catch (fault) {
            me.tally.lost(String(fault));
        }
    }
}

/** The hub's door from outside: another site's page, and nobody at all. */
export async function playDoors(me, random, count) {
    for (let turn = 0; turn < count; turn++) {
        me.tally.post();
        const origin = random.pick(['https://elsewhere.example', 'null', '', 'http://127.0.0.1', me.facts.origin + '.elsewhere.example']);
        const { how } = await talk(me.session, [], { headers: { Origin: origin }, patience: 200 });
        if (how === 'patient') me.tally.finding(`${me.role} opened the hub from the origin "${origin}"`);
        if (!me.session.cookie) {
            me.tally.post();
            const own = await talk(me.session, [], { patience: 200 });
            if (own.how === 'patient') me.tally.finding('somebody who is not signed in opened the hub');
        }
    }
}
