// The attack: reads what it needs to know as JSON from standard input, plays its share as each of the people, and ends with one line of JSON.

import { Circuit } from './circuit.mjs';
import { playDoors, playPosts } from './posts.mjs';
import { Random } from './random.mjs';
import { kinds, playRound, seedFor } from './rounds.mjs';
import { Session, tokenOf } from './session.mjs';
import { Tally } from './tally.mjs';

const facts = JSON.parse(await new Response(process.stdin).text());
const tally = new Tally(facts.messages);
process.on('unhandledRejection', fault => tally.lost('unhandled: ' + (fault?.stack ?? fault)));

/** Looks at everything that comes back for what this person must never see. */
const sniffer = (role, needles) => {
    const sought = needles.map(needle => [needle, Buffer.from(needle, 'utf8')]);
    return bytes => {
        const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        for (const [needle, pattern] of sought) {
            if (data.includes(pattern)) tally.finding(`${role} was shown "${needle}"`);
        }
    };
};

class Attacker {
    /** @param opening The kinds that come first, so that each has its turn in a short run too. */
    constructor(role, share, random, opening = []) {
        Object.assign(this, { role, facts, share, random, opening });
        this.tally = new Tally(share, tally);
        this.pages = facts.pages;
        this.mayExport = role === 'auditor';
        this.sniff = sniffer(role, [...facts.secrets, ...(facts.hidden[role] ?? [])]);
        this.session = new Session(facts.origin);
    }

    async arrive() {
        const person = facts.people[this.role];
        if (person) await this.session.signIn(person);
        return this;
    }

    async visit(path) {
        if (!this.circuit?.isOpen) await this.reopen();
        await this.circuit.navigate(path);
        await this.circuit.fence();
    }

    async reopen() {
        await this.circuit?.drop();
        this.seed = await seedFor(this.session, this.random.pick(this.pages));
        this.circuit = await new Circuit(this.session, { onBatch: this.sniff }).open(this.random.pick(this.pages), this.seed);
        tally.circuit();
        await this.circuit.fence();
    }

    async play() {
        while (!this.tally.isSpent) {
            try {
                if (!this.circuit?.isOpen) await this.reopen();
                await playRound(this, this.random, this.opening.shift());
            } catch (fault) {
                tally.lost(String(fault?.message ?? fault));

                // Where nobody answers at all, asking again at once would leave no time for anything else.
                await new Promise(resolve => setTimeout(resolve, 100));
            }
            if (this.circuit) this.look();
        }
        await this.circuit?.drop();
    }

    /** Error texts are for the person who erred, not for those who wonder how the program is built. */
    look() {
        for (const error of this.circuit.errors.splice(0)) {
            this.sniff(Buffer.from(error, 'utf8'));
            if (/\bat (BackOffice|Microsoft|System)\.|\.cs:line|SQLite|Exception:/.test(error)) tally.finding(`${this.role} was told ${error.slice(0, 200)}`);
        }
    }
}

// Somebody with more rights works at the same time; parts of their session are what a thief would have.
const victim = await new Session(facts.origin).signIn(facts.people.victim);
let victims = await new Circuit(victim).open('/staff');
facts.stolen = () => {
    if (!victims.isOpen) new Circuit(victim).open('/staff').then(circuit => { victims = circuit; }, () => {});
    return victims.secret;
};
facts.foreignSeed = await seedFor(victim, '/staff');
facts.foreignToken = tokenOf(await victim.text('/account/password'));

const chance = new Random(facts.seed);
const plan = [['roleless', 0.14], ['auditor', 0.22], ['auditor', 0.22], ['agent', 0.21], ['agent', 0.21]];
const attackers = await Promise.all(plan.map(async ([role, share], index) => new Attacker(role, facts.messages * share, chance.fork(index), kinds.filter((_, at) => at % plan.length === index)).arrive()));
const outsider = new Attacker('nobody', 0, chance.fork(90));
const posting = async () => {
    const random = chance.fork(91);
    for (const me of [outsider, attackers[0], attackers[1], attackers[3]]) {
        await playDoors(me, random, Math.ceil(facts.posts / 40));
        await playPosts(me, random, Math.ceil(facts.posts / 4));
    }
};

const started = Date.now();
const end = () => {
    console.log(JSON.stringify({ ...tally.toJSON(), seconds: (Date.now() - started) / 1000 }));
    process.exit(0);
};

/** Longer than the longest chain of answers that one attacker waits for. */
const patience = 5 * 60_000;
let last = { done: 0, at: started };
setInterval(() => {
    console.error(`${tally.sent} of ${facts.messages} messages, ${tally.circuits} circuits, ${tally.posts} posts, ${tally.findings.size} findings`);
    const done = tally.sent + tally.posts;
    if (done > last.done) last = { done, at: Date.now() };
    if (Date.now() - last.at < patience) return;
    tally.finding(`for ${patience / 60_000} minutes nothing could be sent`);
    end();
}, 10_000);
await Promise.all([posting(), ...attackers.map(attacker => attacker.play())]);
await victims.drop();
end();
