// The palette: pages of one's own menu, what was opened in this tab, and what the search finds. Its form works as a plain search.
(() => {
  const palette = document.getElementById("palette");
  const box = palette.querySelector("input");
  const KEPT = "recent:" + palette.dataset.login;
  const recent = () => JSON.parse(sessionStorage.getItem(KEPT) ?? "[]");

  // A record's page is one that has a way back to its list.
  const remember = () => {
    const heading = document.querySelector("main .crumbs ~ h1");
    if (!heading) return;
    const here = { href: location.pathname, says: heading.textContent.trim() };
    sessionStorage.setItem(KEPT, JSON.stringify([here, ...recent().filter(each => each.href !== here.href)].slice(0, 6)));
  };

  const tell = () => {
    const list = document.getElementById("recent");
    list.replaceChildren(...recent().map(each => {
      const link = Object.assign(document.createElement("a"), { href: each.href, textContent: each.says });
      const item = document.createElement("li");
      item.append(link);
      return item;
    }));
    narrow();
  };

  const narrow = () => {
    const term = box.value.trim().toLowerCase();
    palette.querySelectorAll("[data-narrow]").forEach(group => {
      group.querySelectorAll("li").forEach(item => item.hidden = !item.textContent.toLowerCase().includes(term));
      group.hidden = !group.querySelector("li:not([hidden])");
    });
  };

  const links = () => [...palette.querySelectorAll("li:not([hidden]) a")].filter(link => link.checkVisibility());
  const step = by => {
    const all = [box, ...links()];
    all[(all.indexOf(document.activeElement) + by + all.length) % all.length].focus();
  };

  palette.addEventListener("keydown", event => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && event.target === box && links().length > 0) {
      event.preventDefault();
      links()[0].click();
    }
  });
  palette.addEventListener("toggle", event => { if (event.newState === "open") tell(); });
  palette.addEventListener("click", event => { if (event.target === palette) palette.close(); });
  box.addEventListener("input", narrow);
  document.addEventListener("submit", event => { if (event.target.matches("[data-leaves]")) sessionStorage.clear(); });
  remember();
})();
