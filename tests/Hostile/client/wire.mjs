// A WebSocket to the hub without a client library: whatever bytes one likes.

import WebSocket from 'ws';
import { encode } from '@msgpack/msgpack';

const handshake = '{"protocol":"blazorpack","version":1}\x1e';

/** A length-prefixed message as the hub's protocol wants it. */
export const framed = content => {
    const body = encode(content);
    const prefix = [];
    for (let left = body.length; ; left >>>= 7) {
        prefix.push(left > 127 ? (left & 127) | 128 : left);
        if (left <= 127) break;
    }
    return Buffer.concat([Buffer.from(prefix), body]);
};

export const invocation = (method, args, id = null) => framed([1, {}, id, method, args, []]);

/** Opens, sends each piece, waits until the server hangs up or the patience ends; tells how it ended. */
export function talk(session, pieces, { headers = {}, shakes = true, patience = 300 } = {}) {
    return new Promise(resolve => {
        const socket = new WebSocket(session.origin.replace(/^http/, 'ws') + '/_blazor', {
            headers: { ...(session.cookie ? { Cookie: session.cookie } : {}), Origin: session.origin, ...headers }, handshakeTimeout: 30_000,
        });
        const received = [];
        let timer;
        const end = how => {
            clearTimeout(timer);
            socket.removeAllListeners();
            socket.on('error', () => {});
            socket.terminate();
            resolve({ how, received: Buffer.concat(received) });
        };
        socket.on('message', data => received.push(Buffer.from(data)));
        socket.on('unexpected-response', (_, answer) => end(answer.statusCode));
        socket.on('error', () => end('broken'));
        socket.on('close', () => end('closed'));
        socket.on('open', () => {
            if (shakes) socket.send(handshake);
            for (const piece of pieces) socket.send(piece);
            timer = setTimeout(() => end('patient'), patience);
        });
    });
}
