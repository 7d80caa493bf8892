"use strict";
(() => {
  const sheet = document.getElementById("sheet");
  const name = "beian-sheet-" + sheet.dataset.sheet;
  const boxes = [...sheet.querySelectorAll("li[data-key]")].map((row) => ({ row, box: row.querySelector("input") }));
  const kept = document.getElementById("kept");
  const reset = document.getElementById("reset");
  let ticked = new Set();

  // On some browsers a page from a file has no storage: ticks then last as long as the page.
  const load = () => {
    try {
      const found = JSON.parse(localStorage.getItem(name) || "[]");
      localStorage.setItem(name, JSON.stringify(found));
      ticked = new Set(Array.isArray(found) ? found : []);
    } catch {
      kept.textContent = sheet.dataset.notKept;
    }
  };
  const save = () => {
    try {
      localStorage.setItem(name, JSON.stringify([...ticked]));
    } catch {
      kept.textContent = sheet.dataset.notKept;
    }
  };
  const show = () => {
    for (const { row, box } of boxes) {
      box.checked = ticked.has(row.dataset.key);
      row.classList.toggle("done", box.checked);
    }
    const done = (rows) => rows.filter((row) => row.classList.contains("done")).length + " / " + rows.length;
    document.getElementById("count").textContent = done(boxes.map(({ row }) => row));
    for (const section of sheet.querySelectorAll("section")) {
      const count = section.querySelector("output.count");
      if (count) count.textContent = done([...section.querySelectorAll("li[data-key]")]);
    }
    reset.hidden = ticked.size === 0;
  };
  const tick = (key, on) => {
    if (on) ticked.add(key);
    else ticked.delete(key);
    save();
    show();
  };

  // Where the clipboard may not be written to, the browser's own command often may.
  const byCommand = (text) => {
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    area.className = "aside";
    document.body.append(area);
    area.select();
    let done = false;
    try {
      done = document.execCommand("copy");
    } catch {
      done = false;
    }
    area.remove();
    return done;
  };
  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return byCommand(text);
    }
  };
  const select = (button) => {
    const shown = button.closest("li")?.querySelector(".copied");
    if (!shown) return;
    const range = document.createRange();
    range.selectNodeContents(shown);
    const selection = getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
  };

  sheet.addEventListener("change", (event) => {
    const row = event.target.closest("li[data-key]");
    if (row) tick(row.dataset.key, event.target.checked);
  });
  sheet.addEventListener("click", async (event) => {
    const button = event.target.closest("button.copy");
    if (!button) return;
    const done = await copy(button.dataset.copy);
    const words = button.dataset.words || button.textContent;
    button.dataset.words = words;
    button.textContent = done ? sheet.dataset.copied : sheet.dataset.failed;
    button.classList.toggle("good", done);
    setTimeout(() => {
      button.textContent = words;
      button.classList.remove("good");
    }, 1500);
    const row = button.closest("li[data-key]");
    if (done && row) tick(row.dataset.key, true);
    if (!done) select(button);
  });
  reset.addEventListener("click", () => {
    ticked = new Set();
    save();
    show();
  });
  load();
  show();
})();
