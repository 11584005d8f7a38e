// The script of Blazor marks this element with classes while the connection is lost (the contract of .NET 9).
// A circuit that is gone cannot be taken up again: the page then loads itself anew under the same address; drafts are in the tab.

const curtain = document.getElementById('components-reconnect-modal');
const classes = name => curtain.classList.contains(`components-reconnect-${name}`);
let waiting = false;

const reload = () => location.reload();

const retryUntilThere = async () => {
    if (waiting) return;
    waiting = true;
    try {
        const answer = await fetch('/health/live', { cache: 'no-store' });
        if (answer.ok) reload();
    } catch {
        // Nobody answers yet: the next round asks again.
    } finally {
        waiting = false;
    }
};

const look = () => {
    if (classes('rejected')) { reload(); return; }
    curtain.setAttribute('aria-labelledby', classes('failed') ? 'reconnect-failed' : 'reconnect-title');
    if (classes('show') || classes('failed')) {
        if (!curtain.open) curtain.showModal();
    } else if (curtain.open) {
        curtain.close();
    }
};

// The sentence for a page whose circuit has ended. An open dialog leaves everything outside it dead to pointer and keys: the way out then goes into it.
const stopped = document.getElementById('blazor-error-ui');
if (stopped) {
    new MutationObserver(() => {
        const dialog = [...document.querySelectorAll('dialog:modal')].at(-1);
        if (dialog && !dialog.contains(stopped)) dialog.append(stopped);
    }).observe(stopped, { attributes: true, attributeFilter: ['style'] });
}

if (curtain) {
    curtain.addEventListener('cancel', event => event.preventDefault());
    new MutationObserver(look).observe(curtain, { attributes: true, attributeFilter: ['class'] });
    document.getElementById('reconnect-now')?.addEventListener('click', reload);
    setInterval(() => classes('failed') && retryUntilThere(), 5000);
}
