// Reads as much of a render batch as a hostile browser needs: which events have a handler, on what, and what the page says.
// A batch ends with five offsets; frames are 20 bytes, texts stand in a table of length-prefixed strings.

const frameBytes = 20;
const element = 1;
const text = 2;
const attribute = 3;
const markup = 8;

export function readBatch(batch) {
    const view = new DataView(batch.buffer, batch.byteOffset, batch.byteLength);
    const int = at => view.getInt32(at, true);
    const end = batch.byteLength;
    const [frames, , disposedHandlers, strings] = [int(end - 16), int(end - 12), int(end - 8), int(end - 4)];

    const stringAt = index => {
        if (index < 0) return null;
        let at = int(strings + index * 4);
        let length = 0;
        for (let shift = 0; ; shift += 7) {
            const byte = batch[at++];
            length |= (byte & 127) << shift;
            if (byte < 128) break;
        }
        return Buffer.from(batch.buffer, batch.byteOffset + at, length).toString('utf8');
    };

    const handlers = [];
    const texts = [];
    const open = [];
    const count = int(frames);
    for (let index = 0; index < count; index++) {
        const at = frames + 4 + index * frameBytes;
        const type = int(at);
        while (open.length > 0 && open[open.length - 1].end <= index) open.pop();
        if (type === element) {
            open.push({ name: stringAt(int(at + 8)), end: index + int(at + 4), attributes: {}, handlers: [], text: '' });
        } else if (type === attribute) {
            const name = stringAt(int(at + 4));
            const id = Number(view.getBigUint64(at + 12, true));
            const owner = open[open.length - 1];
            if (id > 0) {
                const handler = { id, event: name.replace(/^on/, ''), owner };
                handlers.push(handler);
            } else if (owner) {
                owner.attributes[name] = stringAt(int(at + 8));
            }
        } else if (type === text || type === markup) {
            const words = stringAt(int(at + 4));
            texts.push(words);
            open.forEach(around => { around.text += words; });
        }
    }

    const gone = Array.from({ length: int(disposedHandlers) }, (_, index) => Number(view.getBigUint64(disposedHandlers + 4 + index * 8, true)));
    return {
        handlers: handlers.map(({ id, event, owner }) => ({
            id, event, element: owner?.name ?? null, type: owner?.attributes.type ?? null, text: (owner?.text ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ').trim(),
        })),
        gone,
        texts,
    };
}
