// A place of a team is dragged to another person's row or another day. What is sent is the form below the calendar, which does the same without this file.
(() => {
  const form = document.querySelector("#move form");
  const rows = [...document.querySelectorAll(".calendar tr[data-technician]")];
  if (!form || rows.length === 0) return;
  const days = [...rows[0].querySelectorAll("td")].map(cell => cell.dataset.day);
  // The calendar shows working days alone, so its first one is today or, on a day off, later.
  const today = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" });
  const first = days[0] > today ? 0 : 1;
  let held = null;

  const names = (list, kind) => (list ?? "").split(" ").includes(kind);
  const misfit = (row, kind) => names(row.dataset.unskilled, kind) ? "SKILL" : names(row.dataset.above, kind) ? "TIER" : "";
  const mark = () => rows.forEach(row => row.dataset.fits = misfit(row, held.dataset.kind) || "YES");
  const unlit = () => document.querySelectorAll(".calendar td.lit").forEach(cell => cell.classList.remove("lit", "no"));
  const clear = () => { held = null; unlit(); rows.forEach(row => delete row.dataset.fits); };

  // Straight up or down the days stay; sideways the first day moves as far as the hand did, and never to today or before.
  const begin = cell => {
    const to = days.indexOf(cell.dataset.day);
    const grip = days.indexOf(held.closest("td")?.dataset.day), from = days.indexOf(held.dataset.from);
    return Math.max(grip < 0 || from < 0 ? to : from + to - grip, first);
  };
  const light = cell => {
    const row = cell.parentElement, at = begin(cell);
    unlit();
    [...row.querySelectorAll("td")].slice(at, at + Number(held.dataset.days)).forEach(each => {
      const own = each.querySelector("a")?.dataset.place === held.dataset.place;
      each.classList.add("lit");
      each.classList.toggle("no", !own && each.matches(".booked, .away"));
    });
  };
  const send = (place, technician, from) => {
    form.elements.place.value = place;
    form.elements.technician.value = technician;
    form.elements.from.value = from;
    form.elements.override.checked = false;
    form.elements.why.value = "";
    form.requestSubmit();
  };

  document.addEventListener("dragstart", event => {
    const place = event.target.closest?.("[data-place]");
    if (!place) return;
    held = place;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", place.textContent.trim());
    setTimeout(() => held && mark());
  });
  for (const kind of ["dragenter", "dragover"]) document.addEventListener(kind, event => {
    const cell = held && event.target.closest?.(".calendar td[data-day]");
    if (!cell) { unlit(); return; }
    event.preventDefault();
    event.dataTransfer.dropEffect = "move";
    light(cell);
  });
  document.addEventListener("drop", event => {
    const cell = held && event.target.closest?.(".calendar td[data-day]");
    if (!cell) return;
    event.preventDefault();
    send(held.dataset.place, cell.parentElement.dataset.technician, days[begin(cell)]);
    clear();
  });
  document.addEventListener("dragend", clear);

  // M over a place that has the focus opens the form on it.
  document.addEventListener("keydown", event => {
    const place = document.activeElement?.closest(".calendar [data-place]");
    if (!place || event.key.toLowerCase() !== "m" || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    form.closest("details").open = true;
    form.elements.place.value = place.dataset.place;
    form.elements.from.value = place.dataset.from;
    form.elements.technician.value = "";
    form.elements.override.checked = false;
    form.elements.why.value = "";
    form.elements.technician.focus();
  }, true);
})();
