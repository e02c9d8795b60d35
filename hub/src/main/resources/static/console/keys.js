// Keys: an element says its own key (data-key, data-go), and where one types next (data-then); a row is its first link. Nothing here knows a page.
(() => {
  const typing = target => target.isContentEditable || (target.type !== "checkbox" && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
  const seen = element => element.checkVisibility();
  const first = selector => [...document.querySelectorAll(selector)].find(seen);
  const asleep = () => document.body.dataset.keys === "off";
  let going = -Infinity;

  // What stands in the box is selected at once: the toggle event comes later, when somebody quick has typed already.
  const open = id => { const sheet = document.getElementById(id); if (!sheet.open) { sheet.showModal(); sheet.querySelector("input")?.select(); } };
  const seek = () => { const box = first("main input[type=search], #seek"); box?.focus(); box?.select(); };

  // In a list the next row's link takes the focus, so that Enter opens it; a page of one record has a link of its own to the next.
  const step = by => {
    const rows = [...document.querySelectorAll("main a.first")].filter(seen);
    if (rows.length === 0) return;
    const at = rows.findIndex(row => row.closest("tr, li") === document.activeElement.closest("tr, li"));
    const row = rows[Math.max(0, Math.min(rows.length - 1, at < 0 ? 0 : at + by))];
    row.focus();
    row.scrollIntoView({ block: "nearest" });
  };

  // The row that has the focus is picked, or let go.
  const pick = () => {
    const box = document.activeElement.closest("tr, li")?.querySelector("input[type=checkbox]") ?? first("main td input[type=checkbox]");
    if (!box) return;
    box.click();
    box.focus();
  };

  const fold = link => {
    const folded = document.body.dataset.rail === "folded";
    document.body.dataset.rail = folded ? "" : "folded";
    fetch(link.href, { redirect: "manual" });
    link.href = link.href.replace(/rail=\w+/, folded ? "rail=folded" : "rail=open");
  };

  const press = key => {
    const own = first(`[data-key="${CSS.escape(key)}"]`);
    if (own) { own.click(); document.getElementById(own.dataset.then)?.focus(); }
    else if (key === "/") seek();
    else if (key === "?") open("keys");
    else if (key === "[") first("[data-fold]")?.click();
    else if (key === "j") step(1);
    else if (key === "k") step(-1);
    else if (key === "x") pick();
    else return false;
    return true;
  };

  document.addEventListener("keydown", event => {
    if (event.isComposing || event.keyCode === 229) return;
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === "k") {
      event.preventDefault();
      open("palette");
      return;
    }
    if (asleep() || typing(event.target) || event.ctrlKey || event.metaKey || event.altKey || first("dialog[open]")) return;
    const key = event.key.toLowerCase();
    const after = performance.now() - going < 1500;
    going = key === "g" ? performance.now() : -Infinity;
    const entry = after && document.querySelector(`[data-go="${CSS.escape(key)}"]`);
    if (entry) entry.click();
    if (entry || press(key)) event.preventDefault();
  });

  document.addEventListener("click", event => {
    const opener = event.target.closest("[data-opens]");
    const folder = event.target.closest("[data-fold]");
    if (!opener && !folder) return;
    event.preventDefault();
    if (opener) open(opener.dataset.opens); else fold(folder);
  });
})();
