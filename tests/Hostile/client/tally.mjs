// What was done and what was found; one for each attacker, and one for all of them.

export class Tally {
    constructor(budget, all = null) {
        this.budget = budget;
        this.all = all;
        this.messages = {};
        this.sent = 0;
        this.circuits = 0;
        this.posts = 0;
        this.findings = new Set();
        this.losses = new Map();
    }

    get isSpent() { return this.sent >= this.budget; }

    message(kind) {
        this.messages[kind] = (this.messages[kind] ?? 0) + 1;
        this.sent++;
        this.all?.message(kind);
    }

    circuit() {
        this.circuits++;
        this.all?.circuit();
    }

    post() {
        this.posts++;
        this.all?.post();
    }

    finding(words) {
        this.findings.add(words);
        this.all?.finding(words);
    }

    /** Something that got no answer at all: told, not judged. */
    lost(words) {
        this.losses.set(words, (this.losses.get(words) ?? 0) + 1);
        this.all?.lost(words);
    }

    toJSON() {
        return { messages: this.messages, sent: this.sent, circuits: this.circuits, posts: this.posts, findings: [...this.findings], losses: Object.fromEntries(this.losses) };
    }
}
