// Somebody who was a supervisor a moment ago: the page still holds the last button before the yes, and it is pressed all the same.
// Says "ready" when the button is there, and presses when told to.

import { createInterface } from 'node:readline';
import { Circuit } from './circuit.mjs';
import { argumentsOf } from './rounds.mjs';
import { Random } from './random.mjs';
import { Session } from './session.mjs';

const [origin, email, password, approval, presses] = process.argv.slice(2);
const me = await new Session(origin).signIn({ email, password });
const circuit = await new Circuit(me).open(`/approvals/${approval}`);
const random = new Random(1);

const need = async (what, test) => await circuit.find(test) ?? Promise.reject(new Error(`There is no ${what}: ${circuit.texts.slice(-40).join(' | ')}`));
const first = await need('button', handler => handler.event === 'click' && /^Approve/.test(handler.text));
await circuit.dispatch(first, argumentsOf(first, random));
const tick = await need('tick', handler => handler.type === 'checkbox' && handler.event === 'change');
await circuit.dispatch(tick, argumentsOf(tick, random, true));
const last = await need('last button', handler => handler.event === 'click' && /^Approve/.test(handler.text) && handler.id > first.id);

const told = new Promise(resolve => createInterface({ input: process.stdin }).once('line', resolve));
console.log('ready');
await told;
circuit.acknowledges = false;
await Promise.all(Array.from({ length: Number(presses) }, () => circuit.dispatch(last, argumentsOf(last, random))));
await circuit.drop();
console.log(JSON.stringify({ presses: Number(presses) }));
process.exit(0);
