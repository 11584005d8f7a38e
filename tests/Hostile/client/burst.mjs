// The one thing that may succeed, pressed hundreds of times on ten pages at once before any of them can draw itself anew: an agent within the own
// limit sends a void.

import { Circuit } from './circuit.mjs';
import { Random } from './random.mjs';
import { argumentsOf } from './rounds.mjs';
import { Session } from './session.mjs';

const { origin, email, password, caseNumber, presses } = JSON.parse(await new Response(process.stdin).text());
const circuits = 10;
const me = await new Session(origin).signIn({ email, password });
const random = new Random(1);
const press = (circuit, handler, value) => circuit.dispatch(handler, argumentsOf(handler, random, value));
const need = async (circuit, what, test) => await circuit.find(test) ?? Promise.reject(new Error(`There is no ${what}: ${circuit.texts.slice(-40).join(' | ')}`));

const ready = await Promise.all(Array.from({ length: circuits }, async () => {
    const circuit = await new Circuit(me).open(`/cases/${caseNumber}?step=check`);
    const isSend = handler => handler.event === 'click' && /^Send void of/.test(handler.text);
    await press(circuit, await need(circuit, 'field for the reason', handler => handler.element === 'textarea' && handler.event === 'change'), 'The customer booked the wrong day.');
    const first = await need(circuit, 'button', isSend);
    await press(circuit, first);
    await press(circuit, await need(circuit, 'tick', handler => handler.type === 'checkbox' && handler.event === 'change'), true);
    const last = await need(circuit, 'last button', handler => isSend(handler) && handler.id > first.id);
    circuit.acknowledges = false;
    return { circuit, last };
}));

let count = 0;
await Promise.all(ready.flatMap(({ circuit, last }) => Array.from({ length: presses / circuits }, () => {
    if (circuit.isOpen) count++;
    return press(circuit, last);
})));
await Promise.all(ready.map(({ circuit }) => circuit.drop()));
console.log(JSON.stringify({ presses: count }));
process.exit(0);
