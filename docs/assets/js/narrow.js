// A list narrowed as one types, to the entries that hold every word of the field. The words stand in the address, so
// that a narrowed list can be shared; they take no place in the history.
"use strict";
{
  const form = document.querySelector(".narrow");
  const entries = [...document.querySelectorAll(".entry")];
  const SOUGHT = "h3, p, dd:not(:has(a))"; // names and definition; not where a term is used, which is all links
  const PAUSE = 400; // before the count is said, so that a screen reader does not say each letter's

  const words = (text) => {
    const folded = text.toLowerCase().replaceAll("œ", "oe").normalize("NFD").replace(/\p{M}/gu, "");
    return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  };

  const text = (entry) => [...entry.querySelectorAll(SOUGHT)].map((part) => part.textContent).join(" ");

  const start = () => {
    const field = form.elements.q;
    const texts = new Map(entries.map((entry) => [entry, ["", ...words(text(entry))].join(" ")]));
    let saying;

    const show = () => {
      const typed = words(field.value);
      for (const entry of entries) entry.hidden = !typed.every((word) => texts.get(entry).includes(` ${word}`));
      for (const group of document.querySelectorAll(".entries")) {
        group.hidden = !group.querySelector(".entry:not([hidden])");
      }
      form.querySelector("[type=reset]").hidden = !field.value;
      const shown = entries.filter((entry) => !entry.hidden).length;
      const said = form.dataset.shown.replace("{shown}", shown).replace("{all}", entries.length);
      clearTimeout(saying);
      saying = setTimeout(() => {
        form.querySelector("output").value = said;
      }, PAUSE);
    };

    const toAddress = (hash = "") => {
      const query = field.value.trim() && `?${new URLSearchParams({ q: field.value.trim() })}`;
      try {
        history.replaceState(null, "", location.pathname + query + hash);
      } catch {
        // A page opened from a disk has no address to write to; the list still narrows.
      }
      show();
    };

    // A link to an entry opens it, and shows it where the list leaves it out.
    const reveal = () => {
      const named = document.getElementById(location.hash.slice(1));
      const entry = named?.closest(".entry");
      if (!entry) return;
      entry.querySelector("details").open = true;
      if (entry.hidden) {
        field.value = "";
        toAddress(location.hash);
        named.scrollIntoView();
      }
    };

    form.addEventListener("input", () => toAddress());
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(toAddress));
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && field.value) {
        event.preventDefault();
        form.reset();
      }
    });
    addEventListener("hashchange", reveal);
    form.hidden = false;
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    show();
    reveal();
  };

  if (form) start();
}
