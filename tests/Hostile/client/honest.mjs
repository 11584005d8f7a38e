// Somebody who just works, with a circuit that must never break. Goes from page to page until standard input says "stop";
// "attack" on it begins the second part. Ends with one line of JSON.

import { createInterface } from 'node:readline';
import { Circuit } from './circuit.mjs';
import { Session } from './session.mjs';

const [origin, email, password] = process.argv.slice(2);
const times = { before: [], during: [] };
const faults = [];
let part = 'before';
let isOver = false;
createInterface({ input: process.stdin }).on('line', line => {
    if (line === 'attack') part = 'during';
    if (line === 'stop') isOver = true;
});
process.on('unhandledRejection', fault => faults.push(String(fault?.message ?? fault)));

const me = await new Session(origin).signIn({ email, password });
const circuit = await new Circuit(me).open('/cases');
await circuit.shows(words => words === 'Cases');

/** Where to go and the heading that tells that one is there. */
const tour = [['/orders', 'Orders'], ['/approvals', 'Approvals'], ['/cases', 'Cases']];
const middle = list => list.length === 0 ? 0 : [...list].sort((one, other) => one - other)[Math.floor(list.length / 2)];

for (let turn = 0; !isOver; turn++) {
    const [path, heading] = tour[turn % tour.length];
    const now = part;
    const start = performance.now();
    circuit.texts = [];
    await circuit.navigate(path);
    const isThere = await circuit.shows(words => words === heading, 60_000);
    if (isThere) times[now].push(performance.now() - start);
    else faults.push(`${path} did not come: ${circuit.isOpen ? 'no answer' : 'the circuit ended'}`);
    if (!circuit.isOpen) break;
    if (turn % 10 === 0) {
        const answer = await me.request(path).catch(fault => ({ status: String(fault) }));
        if (answer.status !== 200) faults.push(`GET ${path}: ${answer.status}`);
        await answer.arrayBuffer?.();
    }
    await new Promise(resolve => setTimeout(resolve, 25));
}

// The line breaks for a moment, as lines do: the circuit is still one's own.
if (circuit.isOpen) {
    await circuit.drop();
    await circuit.connect();
    const isBack = await circuit.within(circuit.connection.invoke('ConnectCircuit', circuit.secret)).catch(() => false);
    if (!isBack) faults.push('the own circuit was not given back');
}

const round = number => Math.round(number * 10) / 10;
console.log(JSON.stringify({
    before: times.before.length, during: times.during.length, medianBefore: round(middle(times.before)), medianDuring: round(middle(times.during)),
    worst: round(Math.max(0, ...times.during)), faults,
}));
process.exit(0);
