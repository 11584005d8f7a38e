// Passkeys on the account pages: <form data-passkey="request|create"> gets its hidden Credential from the browser before it is sent.

const canUsePasskeys = typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function'
    && typeof window.PublicKeyCredential?.parseCreationOptionsFromJSON === 'function';

const optionsFor = async (form, path) => {
    const answer = await fetch(path, { method: 'POST', headers: { RequestVerificationToken: form.elements.__RequestVerificationToken.value } });
    if (!answer.ok) throw new Error(`The desk answered ${answer.status}.`);
    return answer.json();
};

const obtain = async form => {
    if (form.dataset.passkey === 'create') {
        const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await optionsFor(form, '/account/passkey/creation-options'));
        return navigator.credentials.create({ publicKey });
    }
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(await optionsFor(form, '/account/passkey/request-options'));
    return navigator.credentials.get({ publicKey });
};

for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = !canUsePasskeys;
    form.addEventListener('submit', async event => {
        const carrier = form.elements.Credential;
        if (carrier.value) return;
        event.preventDefault();
        const fault = form.querySelector('[data-passkey-fault]');
        if (fault) fault.hidden = true;
        try {
            carrier.value = JSON.stringify(await obtain(form));
            form.requestSubmit();
        } catch (error) {
            if (error.name !== 'AbortError' && fault) fault.hidden = false;
        }
    });
}

// A page that speaks for a fault does not know under which address it is shown, so its own link could lead away from it.
document.querySelector('.skip')?.addEventListener('click', event => {
    event.preventDefault();
    document.getElementById('page')?.focus();
});

// In a rehearsal a click on a name of the cast signs in as that person.
for (const name of document.querySelectorAll('[data-cast]')) {
    name.addEventListener('click', () => {
        const form = document.getElementById('email').form;
        form.elements.Email.value = name.dataset.cast;
        form.elements.Password.value = name.dataset.password;
        form.requestSubmit();
    });
}

// A computer that two people share: what the first one typed is gone when they say that they leave.
if (document.querySelector('[data-signed-out]')) {
    Object.keys(sessionStorage).filter(key => key.startsWith('desk-draft:')).forEach(key => sessionStorage.removeItem(key));
}

for (const chip of document.querySelectorAll('[data-copy]')) {
    chip.addEventListener('click', () => navigator.clipboard?.writeText(chip.dataset.copy).then(() => {
        chip.setAttribute('data-done', '');
        setTimeout(() => chip.removeAttribute('data-done'), 1500);
    }));
}
