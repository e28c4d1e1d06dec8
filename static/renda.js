/* Renda: what a page does better with JavaScript. Without it every page still works.
   1 autosave of forms  2 rows that can be added  3 no form sent twice  4 small comforts  5 finding a box
   The words are in the templates (data-say-…), so that they are in the catalogue. */
(function () {
  'use strict';
  var QUIET = 2000;
  var LEFT_OUT = ['csrfmiddlewaretoken', 'key', 'version', 'pk', 'form_key'];

  function each(selector, act, root) {
    Array.prototype.forEach.call((root || document).querySelectorAll(selector), act);
  }

  /* 1 autosave: <form data-autosave="address"> with components/saved.html inside */

  function contentOf(form) {
    var content = {};
    new FormData(form).forEach(function (value, name) {
      if (typeof value === 'string' && LEFT_OUT.indexOf(name) < 0) (content[name] = content[name] || []).push(value);
    });
    return content;
  }

  function fill(form, content) {
    Object.keys(content).forEach(function (name) {
      var fields = function () { return form.querySelectorAll('[name="' + name + '"]'); };
      var list = fields().length && fields()[0].closest('[data-rows]');
      while (list && fields().length < content[name].length) addRow(list);
    });
    each('input[name], textarea[name], select[name]', function (field) {
      var given = content[field.name] || [];
      if (LEFT_OUT.indexOf(field.name) >= 0 || field.type === 'file' || field.type === 'hidden') return;
      if (field.type === 'checkbox' || field.type === 'radio') field.checked = given.indexOf(field.value) >= 0;
      else if (field.multiple) each('option', function (o) { o.selected = given.indexOf(o.value) >= 0; }, field);
      else field.value = given[Array.prototype.indexOf.call(form.querySelectorAll('[name="' + field.name + '"]'), field)] || '';
    }, form);
  }

  function autosave(form) {
    var line = form.querySelector('[data-saved]');
    var swap = form.querySelector('[data-swap]');
    var formKey = form.elements.form_key ? form.elements.form_key.value : location.pathname;
    var place = 'renda:' + (document.body.dataset.person || '') + ':' + formKey;
    var kept = JSON.stringify(contentOf(form));  // what the server has
    var timer = 0, isSending = false, isSent = false, stuck = '', other = null;  // stuck: Out or Stale

    function say(what, time) {
      if (line) line.textContent = (line.dataset['say' + what] || '').replace('#', time || '');
    }
    function isChanged() { return JSON.stringify(contentOf(form)) !== kept; }
    function keepHere(isConflict) {
      try {
        localStorage.setItem(place, JSON.stringify({ content: contentOf(form), isConflict: !!isConflict }));
      } catch (full) { /* private window or full: the text is still on the screen */ }
    }
    function forgetHere() { try { localStorage.removeItem(place); } catch (none) { /* nothing there */ } }

    function failed(what) {
      stuck = what === 'Failed' ? '' : what;
      keepHere(what === 'Stale');
      say(what);
    }
    function answered(answer, sent) {
      if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403) return failed('Out');
      if (answer.status === 409) return failed('Stale');
      if (!answer.ok) return failed('Failed');
      return answer.json().then(function (told) {
        kept = sent;
        forgetHere();
        ['version', 'pk'].forEach(function (name) {
          if (told[name] !== undefined && form.elements[name]) form.elements[name].value = told[name];
        });
        if (told.url) form.action = told.url;
        if (told.saved_at) say('Saved', told.saved_at);
      });
    }
    function save(isLeaving) {
      clearTimeout(timer);
      if (stuck || isSent || isSending || !isChanged()) return;
      var sent = JSON.stringify(contentOf(form));
      isSending = true;
      fetch(form.dataset.autosave, { method: 'POST', body: typed(), credentials: 'same-origin', redirect: 'manual', keepalive: isLeaving === true, headers: { 'X-Requested-With': 'fetch' } })
        .then(function (answer) { return answered(answer, sent); })
        .catch(function () { failed('Failed'); })
        .then(function () { isSending = false; if (isChanged()) wait(); });
    }
    function typed() {  // words only: files wait for the real sending
      var words = new FormData();
      new FormData(form).forEach(function (value, name) { if (typeof value === 'string') words.append(name, value); });
      return words;
    }
    function wait() {
      clearTimeout(timer);
      if (stuck) keepHere(stuck === 'Stale');
      else timer = setTimeout(save, QUIET);
    }
    function leave() {  // the page may live on, so the answer with its new version is read too
      if (stuck || isSent || !isChanged()) return;
      keepHere();
      save(true);
    }
    function exchange(isAsked) {
      var now = contentOf(form);
      fill(form, other);
      other = now;
      say('Back');
      if (swap) swap.hidden = false;
      if (isAsked) wait();
    }

    ['input', 'change', 'renda:row'].forEach(function (name) { form.addEventListener(name, wait); });
    form.addEventListener('submit', function (sending) {
      if (sending.defaultPrevented) return;
      clearTimeout(timer);
      isSent = true;
      forgetHere();
    });
    document.addEventListener('visibilitychange', function () { if (document.visibilityState === 'hidden') leave(); });
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', function (shown) { if (shown.persisted) isSent = false; });
    if (swap) swap.addEventListener('click', function () { exchange(true); });

    try {
      var here = JSON.parse(localStorage.getItem(place) || 'null');
      if (here && JSON.stringify(here.content) === kept) forgetHere();
      else if (here) {
        other = here.content;
        if (here.isConflict) { say('Other'); if (swap) swap.hidden = false; } else exchange(true);
      }
    } catch (unreadable) { forgetHere(); }
  }

  /* 2 rows: a list with data-rows, and after it a button with data-add-row (hidden without JavaScript) */

  function addRow(list) {
    var number = list.children.length + 1;
    var row = list.lastElementChild.cloneNode(true);
    var field = row.querySelector('textarea, input');
    var label = row.querySelector('label');
    row.classList.remove('bad');
    each('.error', function (error) { error.remove(); }, row);
    field.value = field.textContent = '';
    field.id = label.htmlFor = field.id.replace(/\d*$/, number);
    field.removeAttribute('aria-invalid');
    field.removeAttribute('aria-describedby');
    label.textContent = label.textContent.replace(/\d+/, number);
    list.appendChild(row);
    return field;  // it gets the focus, and its label, "Request 4", is what a screen reader says
  }

  each('[data-add-row]', function (button) {
    button.hidden = false;
    button.addEventListener('click', function (click) {
      click.preventDefault();
      addRow((button.closest('[data-row-group]') || button.form).querySelector('[data-rows]')).focus();
      button.form.dispatchEvent(new Event('renda:row'));
    });
  });

  /* 3 a form is sent once; coming back to the page frees it. (The one-time key guards the server.) */

  document.addEventListener('submit', function (sending) {
    var form = sending.target;
    if (form.method !== 'post' || sending.defaultPrevented) return;
    if (form.dataset.isSent) { sending.preventDefault(); return; }
    form.dataset.isSent = '1';
    setTimeout(function () { each('button:not([type="button"])', function (b) { b.setAttribute('aria-busy', 'true'); }, form); }, 0);
  });
  window.addEventListener('pageshow', function () {
    each('form[data-is-sent]', function (form) {
      delete form.dataset.isSent;
      each('[aria-busy]', function (b) { b.removeAttribute('aria-busy'); }, form);
    });
  });

  /* 4 comforts */
  document.addEventListener('click', function (click) {  // a greyed button does nothing; its reason is beside it
    if (click.target.closest && click.target.closest('[aria-disabled="true"]')) click.preventDefault();
    each('.menu[open]', function (menu) { if (!menu.contains(click.target)) menu.open = false; });
  });
  document.addEventListener('keydown', function (key) {
    if (key.key !== 'Escape') return;
    each('.menu[open]', function (menu) { menu.open = false; menu.querySelector('summary').focus(); });
  });
  function unfold(isForPrint) {  // paper cannot be unfolded
    each('main details:not(.confirm)', function (d) {
      if (isForPrint && !d.open) d.open = d.dataset.wasClosed = true;
      else if (!isForPrint && d.dataset.wasClosed) { d.open = false; delete d.dataset.wasClosed; }
    });
  }
  window.addEventListener('beforeprint', function () { unfold(true); });
  window.addEventListener('afterprint', function () { unfold(false); });

  /* 5 a long list of boxes under headings: typing a word leaves those that have it, and the ticked */

  each('[data-picker]', function (picker) {
    var box = picker.querySelector('[data-picker-find]'), field = box.querySelector('input');
    var line = picker.querySelector('[data-say-none]');
    function narrow() {
      var word = field.value.trim().toLowerCase(), found = 0;
      each('[data-finds]', function (label) {
        var isFound = label.dataset.finds.indexOf(word) >= 0;
        found += isFound;
        label.hidden = !isFound && !label.querySelector('input').checked;
      }, picker);
      each('.pick-group', function (group) { group.hidden = !group.querySelector('[data-finds]:not([hidden])'); }, picker);
      line.textContent = found ? '' : line.dataset.sayNone;
    }
    box.hidden = false;
    field.addEventListener('input', function (typing) { typing.stopPropagation(); narrow(); });
    field.addEventListener('keydown', function (key) { if (key.key === 'Enter') key.preventDefault(); });
  });

  each('form[data-autosave]', autosave);
  each('form[data-seen]', function (form) {  // notices about the item just opened are read
    fetch(form.action, { method: 'POST', body: new FormData(form), credentials: 'same-origin' }).catch(function () { /* next time */ });
  });
  var problem = document.querySelector('[data-problem]');
  if (problem) problem.focus();
})();

/* copying a text for the chat group; without it the text can be marked by hand */
document.querySelectorAll('[data-copy]').forEach(function (button) {
  var text = document.getElementById(button.dataset.copy);
  button.hidden = false;
  button.addEventListener('click', function () {
    text.select();
    var told = function () { button.nextElementSibling.hidden = false; };
    if (navigator.clipboard) { navigator.clipboard.writeText(text.value).then(told, function () { document.execCommand('copy'); told(); }); }
    else if (document.execCommand('copy')) { told(); }
  });
});
