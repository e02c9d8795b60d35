// A half-filled form is not lost: forms that say data-draft keep what was typed in this tab until a page without them follows their sending.
(() => {
  const KEPT = "draft:";
  const keyOf = form => KEPT + location.pathname + "#" + form.dataset.draft;
  const secret = field => !field.name || /^(password|file|hidden|submit)$/.test(field.type);
  const box = field => field.type === "checkbox" || field.type === "radio";
  const fields = form => [...form.elements].filter(field => !secret(field));

  const keep = form => sessionStorage.setItem(keyOf(form), JSON.stringify({
    sent: false,
    values: fields(form).map(field => box(field) ? field.checked : field.value),
  }));
  const restore = form => {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(form)) ?? "null");
    const all = fields(form);
    if (kept?.values.length !== all.length) return;
    all.forEach((field, at) => { if (box(field)) field.checked = kept.values[at]; else field.value = kept.values[at]; });
    form.dispatchEvent(new Event("restored", { bubbles: true }));
  };

  document.addEventListener("input", event => { const form = event.target.form; if (form?.matches("[data-draft]")) keep(form); });
  document.addEventListener("submit", event => {
    const kept = event.target.matches("[data-draft]") && sessionStorage.getItem(keyOf(event.target));
    if (kept) sessionStorage.setItem(keyOf(event.target), JSON.stringify({ ...JSON.parse(kept), sent: true }));
  });

  document.addEventListener("htmx:load", event => event.detail.elt.querySelectorAll("form[data-draft]").forEach(restore));

  const here = [...document.querySelectorAll("form[data-draft]")];
  here.forEach(restore);
  Object.keys(sessionStorage)
    .filter(key => key.startsWith(KEPT) && !here.some(form => keyOf(form) === key) && JSON.parse(sessionStorage.getItem(key)).sent)
    .forEach(key => sessionStorage.removeItem(key));
})();
