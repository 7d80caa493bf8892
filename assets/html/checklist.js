"use strict";
(() => {
  const list = document.querySelector("main");
  const name = "beian-checklist-" + list.dataset.list;
  const boxes = [...list.querySelectorAll("input[data-key]")];

  // On some browsers a page from a file has no storage: ticks then last as long as the page.
  const keep = (change) => {
    try {
      const found = JSON.parse(localStorage.getItem(name) || "[]");
      const ticked = new Set(Array.isArray(found) ? found : []);
      change(ticked);
      localStorage.setItem(name, JSON.stringify([...ticked]));
    } catch {
      document.getElementById("kept").textContent = list.dataset.notKept;
    }
  };

  list.addEventListener("change", ({ target }) => {
    keep((ticked) => (target.checked ? ticked.add(target.dataset.key) : ticked.delete(target.dataset.key)));
  });
  keep((ticked) => {
    for (const box of boxes) box.checked = ticked.has(box.dataset.key);
  });
})();
