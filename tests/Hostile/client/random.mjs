// Chance that can be had again: the same seed draws the same numbers.

export class Random {
    constructor(seed) { this.state = seed >>> 0; }

    next() {
        this.state = (this.state + 0x6d2b79f5) >>> 0;
        let mixed = this.state;
        mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    }

    /** From 0 up to, not including, most. */
    below(most) { return Math.floor(this.next() * most); }

    between(least, most) { return least + this.below(most - least + 1); }

    chance(share) { return this.next() < share; }

    pick(list) { return list[this.below(list.length)]; }

    bytes(count) { return Uint8Array.from({ length: count }, () => this.below(256)); }

    /** A generator of its own for each part, so that one part's draws do not move another's. */
    fork(part) { return new Random(Math.imul(this.state ^ 0x9e3779b9, part + 1) ^ part); }
}
