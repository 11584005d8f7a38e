// The one thing that may succeed, pressed three hundred times before the page can draw itself anew: an agent within the own limit sends a void.

import { Circuit } from './circuit.mjs';
import { argumentsOf } from './rounds.mjs';
import { Random } from './random.mjs';
import { Session } from './session.mjs';

const { origin, email, password, caseNumber, presses } = JSON.parse(await new Response(process.stdin).text());
const me = await new Session(origin).signIn({ email, password });
const circuit = await new Circuit(me).open(`/cases/${caseNumber}?step=check`);
const random = new Random(1);

const need = async (what, test) => await circuit.find(test) ?? Promise.reject(new Error(`There is no ${what}: ${circuit.texts.slice(-40).join(' | ')}`));
const reason = await need('field for the reason', handler => handler.element === 'textarea' && handler.event === 'change');
await circuit.dispatch(reason, argumentsOf(reason, random, 'The customer booked the wrong day.'));
const first = await need('button', handler => handler.event === 'click' && /^Send void of/.test(handler.text));
await circuit.dispatch(first, argumentsOf(first, random));
const tick = await need('tick', handler => handler.type === 'checkbox' && handler.event === 'change');
await circuit.dispatch(tick, argumentsOf(tick, random, true));
const last = await need('last button', handler => handler.event === 'click' && /^Send void of/.test(handler.text) && handler.id > first.id);

circuit.acknowledges = false;
const answers = Array.from({ length: presses }, () => circuit.dispatch(last, argumentsOf(last, random)));
await Promise.all(answers);
circuit.acknowledges = true;
await circuit.drop();
console.log(JSON.stringify({ presses }));
process.exit(0);
