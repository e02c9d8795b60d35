// Comfort only: every page works without this file.
(() => {
  const seek = () => document.querySelector("main input[type=search]") ?? document.querySelector("#seek");
  document.addEventListener("keydown", event => {
    const typing = event.isComposing || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName);
    const palette = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k";
    if (palette || (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey)) {
      event.preventDefault();
      const box = palette ? document.querySelector("#seek") : seek();
      box?.focus();
      box?.select();
    }
    if (event.key === "Escape") document.querySelectorAll("details.drop[open], details.origin[open]").forEach(each => each.open = false);
  });
  document.addEventListener("click", event =>
    document.querySelectorAll("details.drop[open]").forEach(each => { if (!each.contains(event.target)) each.open = false; }));
  document.addEventListener("htmx:afterSwap", event => {
    if (event.target.id !== "detail") return;
    event.target.closest(".pair")?.classList.add("opened");
    const here = new URL(location.href).searchParams.get("open");
    document.querySelectorAll("tr[data-id]").forEach(row =>
      row.dataset.id === here ? row.setAttribute("aria-current", "true") : row.removeAttribute("aria-current"));
  });
})();
