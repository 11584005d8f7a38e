// What a hostile browser with a valid sign-in does to its circuit. Each round sends some tens to hundreds of messages of one kind.

import { Circuit } from './circuit.mjs';
import { seedOf } from './session.mjs';
import { framed, invocation, talk } from './wire.mjs';

const window = 250;
const mouse = { detail: 1, screenX: 1, screenY: 1, clientX: 1, clientY: 1, offsetX: 1, offsetY: 1, pageX: 1, pageY: 1, movementX: 0, movementY: 0, button: 0, buttons: 0, ctrlKey: false, shiftKey: false, altKey: false, metaKey: false, type: 'click' };
const words = ['The customer booked the wrong day.', 'x'.repeat(9000), '=cmd|calc!A1', '<script>alert(1)</script>', '\u0000\uffff', 'true', '-1', '99999999999999999999', ''];
const strange = [null, [], {}, '', 'x', 0, -1, 1e308, true, [[]], { type: 'click', detail: 'one' }, { value: { value: 1 } }, [1, 2, 3]];

/** What a real page would send with an event. */
export const argumentsOf = (handler, random, value) => {
    if (handler.event === 'change' || handler.event === 'input') {
        return { value: value ?? (handler.type === 'checkbox' ? true : random.pick(words)) };
    }
    return /^(click|mouse|pointer|dbl)/.test(handler.event) ? mouse : {};
};

/** Sends one after the other and lets the server catch up now and then, as far as the circuit lives. */
async function flood(me, kind, count, send) {
    for (let sent = 0; sent < count && me.circuit.isOpen; sent++) {
        if (!await send(sent)) return;
        me.tally.message(kind);
        if (sent % window === window - 1) await me.circuit.fence();
    }
    await me.circuit.fence();
}

const event = (me, id, name, args, objectId = me.circuit.interop ?? 1, method = 'DispatchEventAsync') =>
    me.circuit.send('BeginInvokeDotNetFromJS', '0', null, method, objectId, JSON.stringify([{ eventHandlerId: id, eventName: name, eventFieldInfo: null }, args]));

const huge = [-1, -9007199254740991, 0, 2147483648, 9007199254740991, 1.5, '7', null, 18446744073709552000, [1], {}];
const events = ['click', 'change', 'input', 'submit', 'keydown', 'drop', 'error', 'touchstart', 'wheel', 'toggle', 'no-such-event', '', 'onclick', 'focus', 'paste'];

const rounds = {
    /** Ids that were never handed out, or belong to something else; arguments that do not fit. */
    async forged(me, random) {
        await flood(me, 'event-forged', random.between(100, 600), () => event(
            me, random.chance(0.6) ? random.below(400) : random.pick(huge), random.pick(events), random.chance(0.5) ? random.pick(strange) : mouse));
    },

    /** Everything that this page really offers, pressed many times before it can draw itself anew. */
    async replayed(me, random) {
        await me.visit(random.pick(me.pages));
        for (let turn = random.between(2, 6); turn > 0 && me.circuit.isOpen; turn--) {
            const offered = [...me.circuit.handlers.values()];
            if (offered.length === 0) return;
            me.circuit.acknowledges = random.chance(0.5);
            for (const field of offered.filter(handler => handler.event === 'change')) {
                await event(me, field.id, 'change', argumentsOf(field, random));
                me.tally.message('event-replayed');
            }
            const handler = random.pick(offered);
            await flood(me, 'event-replayed', random.between(10, 300), () => event(me, handler.id, handler.event, argumentsOf(handler, random)));
            await me.circuit.catchUp();
        }
    },

    /** Handlers of pages that are gone. */
    async stale(me, random) {
        const old = me.circuit.disposed;
        if (old.length === 0) return rounds.replayed(me, random);
        await flood(me, 'event-stale', random.between(50, 300), () => {
            const handler = random.pick(old);
            return event(me, handler.id, handler.event, argumentsOf(handler, random));
        });
    },

    /** Pages of stronger roles, other hosts, other schemes, addresses without end. */
    async navigation(me, random) {
        const addresses = [
            ...me.facts.strongPages.map(path => me.facts.origin + path), ...me.pages.map(path => me.facts.origin + path),
            'https://elsewhere.example/', '//elsewhere.example', 'javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', me.facts.origin + '@elsewhere.example/', '', 'x', '/staff',
            me.facts.origin + '/cases/' + '%2e%2e/'.repeat(500), me.facts.origin + '/orders?q=' + 'x'.repeat(20_000), me.facts.origin + '/cases?page=-1&sort=%00', me.facts.origin + '/approvals/99999999999999999999',
            me.facts.origin + '/_blazor', me.facts.origin + '/account/sign-out', me.facts.origin.replace('127', '128') + '/staff', me.facts.origin + '/audit?q=%27%20or%201=1--',
        ];
        await flood(me, 'navigation-forged', random.between(10, 60), sent => sent % 9 === 8
            ? me.circuit.send('OnLocationChanging', random.below(100), random.pick(addresses), null, random.chance(0.5))
            : me.circuit.send('OnLocationChanged', random.pick(addresses), random.chance(0.2) ? 'x'.repeat(1000) : null, random.chance(0.5)));
    },

    /** Methods that no page calls, on objects and assemblies that no page names. */
    async methods(me, random) {
        const assemblies = [null, 'BackOffice.Core', 'BackOffice.Web', 'BackOffice.Sandbox', 'System.Private.CoreLib', 'Microsoft.AspNetCore.Components.Web', 'Microsoft.AspNetCore.Components.Server', 'Microsoft.JSInterop', 'Radzen.Blazor', '../x', ''];
        const methods = ['ExecuteAsync', 'DispatchEventAsync', 'AddRootComponent', 'SetRootComponentParameters', 'RemoveRootComponent', 'UpdateRootComponentsCore', 'NotifyLocationChanged', 'Dispose', 'ToString', '__Dispose', 'GetType', 'Invoke', 'DecideAsync', 'Start', 'OnIntersection', 'OnFileChange', 'RadzenGrid.OnColumnResized', ''];
        await flood(me, 'method-forged', random.between(100, 400), () => me.circuit.send(
            'BeginInvokeDotNetFromJS', random.chance(0.5) ? '0' : String(random.below(1e9)), random.pick(assemblies), random.pick(methods), random.chance(0.7) ? random.below(60) : random.pick([-1, 1e15, 0]),
            random.chance(0.7) ? JSON.stringify([random.pick(strange), random.pick(strange)]) : random.pick(['', '[', 'null', '{}', '[' .repeat(2000), '[{"__dotNetObject":1}]', '[{"__jsStreamReferenceLength":9e15,"__jsObjectId":1}]'])));
    },

    /** Answers to questions that nobody asked. */
    async answers(me, random) {
        await flood(me, 'answer-forged', random.between(50, 200), sent => {
            const handle = random.chance(0.8) ? random.below(300) : random.pick([-1, 0, 1e15]);
            return sent % 4 === 0 ? me.circuit.send('ReceiveByteArray', random.below(5), random.bytes(random.below(2000)))
                : me.circuit.send('EndInvokeJSFromDotNet', handle, random.chance(0.5), random.pick([JSON.stringify([handle, true, { x: 1 }]), JSON.stringify([handle, false, 'x'.repeat(5000)]), '', '[', 'null', '[1]', '[1,2,3,4,5]']));
        });
    },

    /** Parts of streams that were never begun. */
    async streams(me, random) {
        for (let sent = random.between(5, 20); sent > 0 && me.circuit.isOpen; sent--) {
            me.tally.message('stream-forged');
            await me.circuit.within(me.circuit.connection.invoke('ReceiveJSDataChunk', random.below(10), random.below(10), random.bytes(random.below(20_000)), random.chance(0.2) ? 'fault' : null), 10_000).catch(() => {});
        }
    },

    /** Batches that were never drawn, drawn twice, or drawn wrongly. */
    async acknowledgements(me, random) {
        const isRough = random.chance(0.2);
        await flood(me, 'acknowledgement-forged', random.between(100, 600), () => me.circuit.send(
            'OnRenderCompleted', isRough && random.chance(0.1) ? random.below(1e6) : random.pick([-1, 0, 1, 2, me.circuit.batches, -9007199254740991]), random.chance(0.05) && isRough ? 'TypeError: ' + 'x'.repeat(2000) : null));
    },

    /** Circuits of other people: guessed, stolen, bent. */
    async foreign(me, random) {
        const stolen = me.facts.stolen();
        for (let turn = random.between(3, 8); turn > 0; turn--) {
            const thief = new Circuit(me.session, { onBatch: me.sniff });
            try {
                await thief.connect();
            } catch {
                return;
            }
            me.tally.circuit();
            const secret = random.chance(0.6) && stolen ? stolen : Buffer.from(random.bytes(random.between(1, 200))).toString('base64url');
            const bent = random.chance(0.3) ? secret.slice(0, -3) + 'AAA' : secret;
            me.tally.message('circuit-foreign');
            const got = await thief.within(random.chance(0.5)
                ? thief.connection.invoke('ConnectCircuit', bent)
                : thief.connection.invoke('ResumeCircuit', bent, me.facts.origin + '/', me.facts.origin + '/staff', '[]', '')).catch(() => null);
            if (got && bent === stolen) {
                me.tally.finding(`${me.role} took over the circuit of somebody else`);
            }
            await thief.drop();
        }
    },

    /** Root components that the page of this circuit does not have: bent, of another's page, of another kind, or taken away. */
    async descriptors(me, random) {
        const foreign = me.facts.foreignSeed;
        const own = me.seed;
        const bend = marker => ({ ...marker, descriptor: marker.descriptor.slice(0, -8) + 'AAAAAAAA' });
        for (let turn = random.between(2, 6); turn > 0; turn--) {
            const circuit = new Circuit(me.session, { onBatch: me.sniff });
            try {
                await circuit.connect();
                me.tally.circuit();
                await circuit.within(circuit.connection.invoke('StartCircuit', me.facts.origin + '/', me.facts.origin + random.pick(me.facts.strongPages), '[]', ''));
            } catch {
                continue;
            }
            const markers = random.pick([foreign.markers, own.markers.map(bend), [...own.markers, ...foreign.markers], own.markers.map(marker => ({ ...marker, sequence: 7, type: 'webassembly' })), []]);
            const state = random.pick([foreign.state, own.state, 'x', '', own.state.slice(5)]);
            me.tally.message('descriptor-forged');
            const how = random.below(4);
            if (how === 0) await circuit.update(markers, state);
            else if (how === 1) await circuit.send('UpdateRootComponents', JSON.stringify({ batchId: -1, operations: [{ type: 'remove', ssrComponentId: 1 }, { type: 'update', ssrComponentId: 99, marker: own.markers[0] }] }), state);
            else if (how === 2) await circuit.send('UpdateRootComponents', random.pick(['', 'null', '[]', '{', '{"batchId":1,"operations":[null]}', JSON.stringify({ batchId: 1, operations: Array(200).fill({ type: 'add', ssrComponentId: 1, marker: own.markers[0] }) })]), state);
            else await circuit.update(foreign.markers, foreign.state);
            await circuit.within(circuit.fence(), 3000).catch(() => {});
            await circuit.drop();
        }
    },

    /** Bytes that are no message, messages that are no call, calls that no hub has. */
    async malformed(me, random) {
        for (let turn = random.between(3, 10); turn > 0; turn--) {
            const names = ['NoSuchMethod', 'OnRenderCompleted', 'StartCircuit', 'Dispose', 'OnDisconnectedAsync', 'ToString', '', 'x'.repeat(3000), 'GetActiveCircuitAsync'];
            const pieces = Array.from({ length: random.between(1, 30) }, () => {
                me.tally.message('malformed');
                return random.pick([
                    () => Buffer.from(random.bytes(random.between(1, 400))),
                    () => framed(random.pick([[], [1], [1, {}, null, 'OnRenderCompleted', ['x', 7, 8], []], [99], 'x', null, [2, {}, '1', 3], [6], [4, {}, '5', 'SendDotNetStreamToJS', [1], []], [5, {}, 'x'], [1, { k: {} }, 'i', 7, {}, 1]])),
                    () => invocation(random.pick(names), random.pick([[], [null], ['a', 'b', 'c', 'd', 'e', 'f'], [{}], [[[[[]]]]]]), random.chance(0.5) ? '1' : null),
                    () => Buffer.from([0xff, 0xff, 0xff, 0xff, 0x07, 1, 2, 3]),
                    () => Buffer.from('{"type":1,"target":"OnRenderCompleted","arguments":[1,null]}\x1e'),
                ])();
            });
            const { received } = await talk(me.session, pieces, { shakes: random.chance(0.9), patience: 50 });
            me.sniff(received);
        }
    },

    /** Just above what a message may hold, and far above. */
    async oversized(me, random) {
        const sizes = [32 * 1024, 33 * 1024, 200 * 1024, 1024 * 1024, ...(random.chance(0.1) ? [16 * 1024 * 1024] : [])];
        for (let turn = random.between(1, 4); turn > 0; turn--) {
            me.tally.message('oversized');
            const { received } = await talk(me.session, [invocation('StartCircuit', [me.facts.origin + '/', me.facts.origin + '/?' + 'x'.repeat(random.pick(sizes)), '[]', ''], '1')], { patience: 500 });
            me.sniff(received);
        }
        if (random.chance(0.3)) {
            me.tally.message('oversized');
            await me.circuit.send('OnLocationChanged', me.facts.origin + '/orders?q=' + 'x'.repeat(1024 * 1024), null, true);
        }
    },

    /** Calls before there is a circuit, a second circuit in the first one's connection, and its end in the middle. */
    async early(me, random) {
        const start = ['StartCircuit', [me.facts.origin + '/', me.facts.origin + '/', '[]', ''], '1'];
        const calls = [
            ['OnRenderCompleted', [1, null]], ['OnLocationChanged', [me.facts.origin + '/staff', null, true]], ['PauseCircuit', [], '2'], ['UpdateRootComponents', ['{}', '']],
            ['BeginInvokeDotNetFromJS', ['1', null, 'DispatchEventAsync', 1, '[]']], ['StartCircuit', ['javascript:x', 'y', '[]', ''], '3'], ['StartCircuit', [null, null, null, null], '4'],
            ['StartCircuit', ['https://elsewhere.example/', me.facts.origin + '/staff', '[]', ''], '5'],
        ];
        for (let turn = random.between(3, 10); turn > 0; turn--) {
            const pieces = random.chance(0.5) ? [random.pick(calls)] : [start, random.chance(0.5) ? start : random.pick(calls), random.pick(calls)];
            pieces.forEach(() => me.tally.message('out-of-order'));
            const { received } = await talk(me.session, pieces.map(call => invocation(...call)), { patience: 100 });
            me.sniff(received);
        }
    },

    /** Circuits that are opened and left standing half-way. */
    async dropped(me, random) {
        await Promise.all(Array.from({ length: random.between(3, 12) }, async () => {
            const circuit = new Circuit(me.session, { onBatch: me.sniff });
            try {
                await circuit.connect();
                me.tally.circuit();
                if (random.chance(0.8)) {
                    me.tally.message('dropped');
                    circuit.send('StartCircuit', me.facts.origin + '/', me.facts.origin + random.pick(me.pages), '[]', '');
                    if (random.chance(0.5)) {
                        me.tally.message('dropped');
                        await circuit.update(me.seed.markers, me.seed.state);
                    }
                }
                circuit.acknowledges = random.chance(0.5);
            } catch {
                // A refusal is an answer too.
            }
            await circuit.drop();
        }));
    },
};

/** How often each kind has its turn. */
const weights = { forged: 10, replayed: 12, stale: 4, navigation: 6, methods: 8, answers: 5, streams: 1, acknowledgements: 6, foreign: 2, descriptors: 2, malformed: 2, oversized: 1, early: 2, dropped: 1 };
const drawn = Object.entries(weights).flatMap(([name, weight]) => Array(weight).fill(name));

export const kinds = Object.keys(rounds);

/** One round of the kind, or of one that chance draws. */
export const playRound = (me, random, kind) => rounds[kind ?? random.pick(drawn)](me, random);

export const seedFor = async (session, path) => seedOf(await session.text(path));
