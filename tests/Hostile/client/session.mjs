// Somebody with a cookie jar: signs in as a person would, by the form.

export class Session {
    constructor(origin) {
        this.origin = origin;
        this.cookies = new Map();
    }

    get cookie() { return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '); }

    async request(path, { method = 'GET', headers = {}, body } = {}) {
        const answer = await fetch(new URL(path, this.origin), {
            method, body, redirect: 'manual', signal: AbortSignal.timeout(60_000),
            headers: { Accept: 'text/html', 'Accept-Language': 'en', ...(this.cookies.size > 0 ? { Cookie: this.cookie } : {}), ...headers },
        });
        for (const line of answer.headers.getSetCookie()) {
            const [pair] = line.split(';');
            const at = pair.indexOf('=');
            this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
        }
        return answer;
    }

    async text(path, options) { return (await this.request(path, options)).text(); }

    post(path, fields, headers = {}) {
        return this.request(path, {
            method: 'POST', body: new URLSearchParams(fields).toString(),
            headers: { 'Content-Type': 'application/x-www-form-urlencoded', Origin: this.origin, ...headers },
        });
    }

    async signIn({ email, password }) {
        const page = await this.text('/account/sign-in');
        const answer = await this.post('/account/sign-in', { _handler: 'sign-in', __RequestVerificationToken: tokenOf(page), Email: email, Password: password });
        await answer.arrayBuffer();
        if (answer.status !== 302) throw new Error(`${email} could not sign in: ${answer.status}`);
        return this;
    }
}

/** The antiforgery token of the first form of a page. */
export const tokenOf = page => /name="__RequestVerificationToken"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? '';

/** What a page carries for the circuit: the descriptors of its root components and the sealed state. */
export const seedOf = page => ({
    markers: [...page.matchAll(/<!--Blazor:(\{.*?\})-->/g)].map(match => JSON.parse(match[1])),
    state: /<!--Blazor-Server-Component-State:(.*?)-->/.exec(page)?.[1] ?? '',
});
