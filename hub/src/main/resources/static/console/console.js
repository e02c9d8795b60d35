// Comfort only: every page works without this file and its neighbours.
(() => {
  const drops = "details.drop[open], details.origin[open]";
  document.addEventListener("keydown", event => {
    if (event.key === "Escape") document.querySelectorAll(drops).forEach(each => each.open = false);
  });
  // A file that is too large is told so before it is sent for nothing.
  document.addEventListener("change", event => {
    const most = Number(event.target.dataset?.most);
    if (most) event.target.setCustomValidity(event.target.files[0]?.size > most ? event.target.dataset.told : "");
    if (most) event.target.reportValidity();
  });
  // A question is asked while it is typed, but not while a character is still being put together.
  const asks = event => event.target.form?.matches("[data-asks]") && event.target.form.dispatchEvent(new Event("asks"));
  document.addEventListener("input", event => event.isComposing || asks(event));
  document.addEventListener("compositionend", asks);
  // How many rows are picked, and all of them at once.
  document.addEventListener("change", event => {
    const form = event.target.closest?.("[data-picks]");
    if (!form || event.target.type !== "checkbox") return;
    const all = form.querySelector("[data-all]"), boxes = [...form.querySelectorAll("tbody input[type=checkbox]")];
    if (event.target === all) boxes.forEach(box => box.checked = all.checked);
    const picked = boxes.filter(box => box.checked).length;
    all.checked = picked === boxes.length;
    all.indeterminate = picked > 0 && picked < boxes.length;
    form.querySelector("output").textContent = picked;
  });
  // Groups of the menu left open come open with the next page.
  const menu = document.querySelector(".rail nav");
  menu?.addEventListener("click", event => event.target.closest("summary") && setTimeout(() => {
    const left = [...menu.querySelectorAll("details[open]")].map(group => group.dataset.group);
    document.cookie = `tongqu-menu=${left.join(".")}; path=/; max-age=31536000; samesite=lax`;
  }));
  // On a phone the menu is a bar that scrolls; where one stands is in sight.
  document.querySelector(".rail a[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
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
