/* Renda: making and showing a passkey. Without JavaScript, or in a browser that has none, the page says so and
   offers the codes. <form data-passkey="create" or "get" data-asked="what the server asks"> with a hidden field
   `credential`, a button data-passkey-button, and a line data-passkey-failed. */
(function () {
  'use strict';
  var form = document.querySelector('[data-passkey]');
  if (!form || !window.PublicKeyCredential || !window.isSecureContext) return;
  var failed = form.querySelector('[data-passkey-failed]');
  var without = document.querySelector('[data-passkey-without]');
  var isAsking = false;

  function bytes(text) {  // base64url, as JSON carries bytes
    var plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(plain, function (c) { return c.charCodeAt(0); });
  }
  function text(buffer) {
    var plain = String.fromCharCode.apply(null, new Uint8Array(buffer));
    return btoa(plain).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  }
  function asked() {
    var options = JSON.parse(form.dataset.asked).publicKey;
    options.challenge = bytes(options.challenge);
    if (options.user) options.user.id = bytes(options.user.id);
    (options.excludeCredentials || options.allowCredentials || []).forEach(function (known) { known.id = bytes(known.id); });
    return { publicKey: options };
  }
  function answer(made) {
    var said = {};
    ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle'].forEach(function (name) {
      if (made.response[name]) said[name] = text(made.response[name]);
    });
    return JSON.stringify({ id: made.id, rawId: text(made.rawId), type: made.type, response: said, clientExtensionResults: {} });
  }
  function ask() {
    if (isAsking) return;
    isAsking = true;
    failed.hidden = true;
    navigator.credentials[form.dataset.passkey](asked()).then(function (made) {
      form.elements.credential.value = answer(made);
      form.submit();
    }).catch(function () {  // given up, out of time, or known already: the browser does not say which
      isAsking = false;
      failed.hidden = false;
    });
  }

  form.hidden = false;
  if (without) without.hidden = true;
  form.querySelector('[data-passkey-button]').addEventListener('click', ask);
  form.addEventListener('submit', function (sending) { sending.preventDefault(); ask(); });
})();
