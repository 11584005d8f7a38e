// Somebody who lost the role a moment ago: the pages still hold what the role could do, down to the last button before a yes, and all of it is pressed.
// Says "ready" when the pages stand, and presses when told to.

import { createInterface } from 'node:readline';
import { Circuit } from './circuit.mjs';
import { Random } from './random.mjs';
import { argumentsOf } from './rounds.mjs';
import { Session } from './session.mjs';

const [origin, email, password, presses, approval, ...pages] = process.argv.slice(2);
const me = await new Session(origin).signIn({ email, password });
const random = new Random(1);
const press = (circuit, handler, value) => circuit.dispatch(handler, argumentsOf(handler, random, value));
const need = async (circuit, what, test) => await circuit.find(test) ?? Promise.reject(new Error(`There is no ${what}: ${circuit.texts.slice(-40).join(' | ')}`));

/** Up to the last button of the yes. */
const readyToApprove = async path => {
    const circuit = await new Circuit(me).open(path);
    const isApprove = handler => handler.event === 'click' && /^Approve/.test(handler.text);
    const first = await need(circuit, 'button', isApprove);
    await press(circuit, first);
    await press(circuit, await need(circuit, 'tick', handler => handler.type === 'checkbox' && handler.event === 'change'), true);
    return { circuit, last: await need(circuit, 'last button', handler => isApprove(handler) && handler.id > first.id) };
};

const yes = approval === '-' ? [] : await Promise.all(Array.from({ length: 5 }, () => readyToApprove(`/approvals/${approval}`)));
const others = await Promise.all(pages.map(path => new Circuit(me).open(path)));
await Promise.all(others.map(circuit => circuit.find(handler => handler.event === 'click')));

const told = new Promise(resolve => createInterface({ input: process.stdin }).once('line', resolve));
console.log('ready');
await told;
let count = 0;
await Promise.all(yes.map(async ({ circuit, last }) => {
    circuit.acknowledges = false;
    for (let turn = 0; turn < presses && circuit.isOpen; turn++) {
        press(circuit, last);
        count++;
        if (turn % 20 === 19) await circuit.fence();
    }
}));
await Promise.all(others.map(async circuit => {
    for (let turn = 0; turn < presses && circuit.isOpen; turn++) {
        const offered = [...circuit.handlers.values()];
        if (offered.length === 0) return;
        for (const field of offered.filter(handler => handler.event === 'change')) await press(circuit, field);
        await Promise.all(Array.from({ length: 3 }, () => press(circuit, random.pick(offered))));
        count += 3;
    }
}));
console.log(JSON.stringify({ presses: count }));
process.exit(0);
