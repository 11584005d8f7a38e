// A browser's end of a circuit without a browser: opens it as blazor.web.js does, draws nothing, and answers what the server asks.

import { HttpTransportType, HubConnectionBuilder, LogLevel } from '@microsoft/signalr';
import { MessagePackHubProtocol } from '@microsoft/signalr-protocol-msgpack';
import { readBatch } from './batch.mjs';
import { seedOf } from './session.mjs';

const protocol = () => {
    const pack = new MessagePackHubProtocol();
    pack.name = 'blazorpack';
    return pack;
};

export class Circuit {
    constructor(session, { onBatch } = {}) {
        this.session = session;
        this.onBatch = onBatch;
        this.handlers = new Map();
        this.disposed = [];
        this.asked = new Set();
        this.errors = [];
        this.texts = [];
        this.replies = new Map();
        this.acknowledges = true;
        this.batches = 0;
        this.interop = null;
        this.isOpen = false;
        this.calls = 0;
        this.waiters = new Set();
    }

    /** Only the WebSocket and the handshake: nothing is started in it. */
    async connect(headers = {}) {
        this.connection = new HubConnectionBuilder()
            .withUrl(new URL('/_blazor', this.session.origin).href, {
                transport: HttpTransportType.WebSockets, skipNegotiation: true,
                headers: { Cookie: this.session.cookie, Origin: this.session.origin, 'Accept-Language': 'en', ...headers },
            })
            .withHubProtocol(protocol())
            .configureLogging(LogLevel.None)
            .build();
        this.connection.serverTimeoutInMilliseconds = 120_000;
        this.connection.on('JS.RenderBatch', (id, batch) => this.#render(id, batch));
        this.connection.on('JS.BeginInvokeJS', (...call) => this.#invoked(...call));
        this.connection.on('JS.EndInvokeDotNet', (id, isDone, result) => this.#replied(id, isDone, result));
        this.connection.on('JS.Error', error => this.errors.push(String(error)));
        for (const name of ['JS.AttachComponent', 'JS.SavePersistedState', 'JS.EndUpdateRootComponents', 'JS.BeginTransmitStream', 'JS.ReceiveByteArray', 'JS.EndLocationChanging']) {
            this.connection.on(name, () => {});
        }
        this.connection.onclose(() => this.#closed());
        await this.within(this.connection.start());
        this.isOpen = true;
        return this;
    }

    /** Everything up to the page that a person would see. */
    async open(path, seed) {
        const { markers, state } = seed ?? seedOf(await this.session.text(path));
        await this.connect();
        this.secret = await this.within(this.connection.invoke('StartCircuit', this.session.origin + '/', this.session.origin + path, '[]', ''));
        if (!this.secret) throw new Error('The circuit was refused: ' + this.errors.join(' '));
        await this.update(markers, state);
        return this;
    }

    update(markers, state) {
        const operations = markers.map((marker, index) => ({ type: 'add', ssrComponentId: index + 1, marker }));
        return this.send('UpdateRootComponents', JSON.stringify({ batchId: 1, operations }), state);
    }

    /** Sent without waiting for an answer; a connection that is gone swallows it. */
    async send(method, ...args) {
        try {
            await this.connection.send(method, ...args);
            return true;
        } catch {
            return false;
        }
    }

    /** Calls .NET as scripts of the page do; the promise ends with the server's answer, or with null where none comes. */
    call(assembly, method, objectId, args) {
        const id = String(++this.calls);
        const reply = new Promise(resolve => this.replies.set(id, resolve));
        this.send('BeginInvokeDotNetFromJS', id, assembly, method, objectId, JSON.stringify(args)).then(sent => sent || this.#replied(id, false, null));
        return this.within(reply, 20_000).catch(() => null);
    }

    dispatch(handler, args) {
        return this.call(null, 'DispatchEventAsync', this.interop ?? 1, [{ eventHandlerId: handler.id, eventName: handler.event, eventFieldInfo: null }, args]);
    }

    navigate(path, isIntercepted = true) { return this.send('OnLocationChanged', new URL(path, this.session.origin).href, null, isIntercepted); }

    /** Waits until the page shows something that passes; false where it does not in time. */
    shows(test, milliseconds = 30_000) { return this.#until(() => this.texts.some(test), milliseconds); }

    /** The newest handler of the kind, once the page has one; null where it does not get one in time. */
    async find(test, milliseconds = 30_000) {
        const newest = () => [...this.handlers.values()].filter(test).at(-1);
        await this.#until(() => newest() !== undefined, milliseconds);
        return newest() ?? null;
    }

    /** Waits until the server has worked off what was sent before. */
    async fence() { return this.isOpen ? this.dispatch({ id: -1, event: 'click' }, {}) : null; }

    /** Acknowledges everything that was held back: acknowledging the newest batch acknowledges those before it. */
    async catchUp() {
        this.acknowledges = true;
        if (this.newest) await this.send('OnRenderCompleted', this.newest, null);
        await this.fence();
    }

    async within(promise, milliseconds = 60_000) {
        let timer;
        try {
            return await Promise.race([promise, new Promise((_, reject) => { timer = setTimeout(() => reject(new Error('no answer in time')), milliseconds); })]);
        } finally {
            clearTimeout(timer);
        }
    }

    /** Hangs up. */
    async drop() {
        try {
            await this.connection?.stop();
        } catch {
            // It was gone already.
        }
        this.#closed();
    }

    async #until(test, milliseconds) {
        const end = Date.now() + milliseconds;
        while (!test()) {
            if (!this.isOpen || Date.now() > end) return test();
            await new Promise(resolve => {
                const timer = setTimeout(resolve, 200);
                const wake = () => { clearTimeout(timer); this.waiters.delete(wake); resolve(); };
                this.waiters.add(wake);
            });
        }
        return true;
    }

    #render(id, batch) {
        this.batches++;
        this.onBatch?.(batch);
        const { handlers, gone, texts } = readBatch(batch);
        const replaced = [];
        for (const handler of gone) {
            const was = this.handlers.get(handler);
            if (was) replaced.push(was);
            this.handlers.delete(handler);
        }
        this.disposed.push(...replaced);
        if (this.disposed.length > 500) this.disposed.splice(0, 250);
        for (const handler of handlers) {
            // A handler that took another's place comes without its element: it stands where the other one stood, and both lists go through the page in order.
            const at = handler.element === null ? replaced.findIndex(was => was.event === handler.event) : -1;
            const [was] = at < 0 ? [] : replaced.splice(at, 1);
            this.handlers.set(handler.id, was ? { ...was, id: handler.id } : handler);
        }
        this.texts = this.texts.concat(texts).slice(-3000);
        this.newest = id;
        if (this.acknowledges) this.send('OnRenderCompleted', id, null);
        this.waiters.forEach(wake => wake());
    }

    #invoked(handle, name, args) {
        if (name === 'Blazor._internal.attachWebRendererInterop') this.interop = /"__dotNetObject":(\d+)/.exec(args)?.[1] | 0;
        this.asked.add(name);
        if (handle > 0) this.send('EndInvokeJSFromDotNet', handle, true, JSON.stringify([handle, true, name === 'desk.wake' ? 'Europe/Paris' : null]));
    }

    #replied(id, isDone, result) {
        const resolve = this.replies.get(id);
        this.replies.delete(id);
        if (!isDone && result) this.errors.push(String(result));
        if (this.errors.length > 200) this.errors.splice(0, 100);
        resolve?.({ isDone, result });
    }

    #closed() {
        this.isOpen = false;
        for (const resolve of this.replies.values()) resolve(null);
        this.replies.clear();
        this.waiters.forEach(wake => wake());
    }
}
