// A list narrowed by its form: to the entries that hold every word typed, and have a chosen value of each facet that has
// any. Both stand in the address, so that a narrowed list can be shared; they take no place in the history.
"use strict";
{
  const form = document.querySelector(".narrow");
  const entries = [...document.querySelectorAll(".entry, .example")];
  const SOUGHT = "h3, p, dd:not(:has(a))"; // names and definition; not where a term is used, which is all links
  const wide = matchMedia("(min-width: 48em)");
  const PAUSE = 400; // before the count is said, so that a screen reader does not say each letter's

  const words = (text) => {
    const folded = text.toLowerCase().replaceAll("œ", "oe").normalize("NFD").replace(/\p{M}/gu, "");
    return folded.match(/[\p{L}\p{N}]+/gu) ?? [];
  };

  const text = (entry) => [...entry.querySelectorAll(SOUGHT)].map((part) => part.textContent).join(" ");

  const isPressed = (chip) => chip.getAttribute("aria-pressed") === "true";
  const press = (chip, pressed) => chip.setAttribute("aria-pressed", pressed);

  const start = () => {
    const field = form.elements.q;
    const reset = form.querySelector("[type=reset]");
    const chips = [...form.querySelectorAll("[type=button]")];
    const facets = form.querySelectorAll(".facet");
    const texts = new Map(field ? entries.map((entry) => [entry, ["", ...words(text(entry))].join(" ")]) : []);
    let saying;

    const holds = (entry) => words(field?.value ?? "").every((word) => texts.get(entry).includes(` ${word}`));

    const fits = (entry, { name, value }) => (entry.dataset[name] ?? "").split(" ").includes(value);
    const has = (entry, chosen) =>
      chosen.every(({ name }) => chosen.some((chip) => chip.name === name && fits(entry, chip)));

    // Each chip says how many entries it would leave, given what is chosen of the other facets.
    const count = (chosen) => {
      for (const chip of chips) {
        const others = chosen.filter(({ name }) => name !== chip.name);
        const left = entries.filter((entry) => has(entry, [...others, chip])).length;
        chip.querySelector("span").textContent = `(${left})`;
        chip.disabled = left === 0 && !isPressed(chip);
      }
    };

    // A narrow screen has room for the names of the facets, and for the values of one in which something is chosen.
    const fold = () => {
      for (const facet of facets)
        facet.open = wide.matches || chips.some((chip) => isPressed(chip) && facet.contains(chip));
    };

    const show = (pause) => {
      const chosen = chips.filter(isPressed);
      for (const entry of entries) entry.hidden = !(holds(entry) && has(entry, chosen));
      for (const group of document.querySelectorAll(".entries, .examples")) {
        group.hidden = !group.querySelector(":is(.entry, .example):not([hidden])");
      }
      count(chosen);
      for (const facet of facets) {
        const own = chosen.filter((chip) => facet.contains(chip)).length;
        facet.querySelector(".facet__chosen").textContent = own ? form.dataset.chosen.replace("{count}", own) : "";
      }
      const all = !field?.value && !chosen.length;
      if (field) reset.hidden = all;
      else press(reset, all);
      const shown = entries.filter((entry) => !entry.hidden).length;
      const said = form.dataset.shown.replace("{shown}", shown).replace("{all}", entries.length);
      const say = () => {
        form.querySelector("output").value = said;
      };
      clearTimeout(saying);
      if (pause) saying = setTimeout(say, pause);
      else say();
    };

    const fromAddress = () => {
      const query = new URLSearchParams(location.search);
      if (field) field.value = query.get("q") ?? "";
      for (const chip of chips) press(chip, query.getAll(chip.name).includes(chip.value));
      show(0); // said as the page opens: said later, it would push the list down
    };

    const toAddress = (hash = "") => {
      const query = new URLSearchParams(chips.filter(isPressed).map(({ name, value }) => [name, value]));
      if (field?.value.trim()) query.set("q", field.value.trim());
      try {
        history.replaceState(null, "", location.pathname + `?${query}`.replace(/^\?$/, "") + hash);
      } catch {
        // A page opened from a disk has no address to write to; the list still narrows.
      }
      show(PAUSE);
    };

    const clear = (hash) => {
      if (field) field.value = "";
      for (const chip of chips) press(chip, false);
      toAddress(hash);
    };

    // A link to an entry opens it, and shows it where the list leaves it out.
    const reveal = () => {
      const named = document.getElementById(location.hash.slice(1));
      const entry = entries.find((entry) => entry.contains(named));
      if (!entry) return;
      for (const more of entry.querySelectorAll("details")) more.open = true;
      if (entry.hidden) {
        clear(location.hash);
        named.scrollIntoView();
      }
    };

    form.addEventListener("input", () => toAddress());
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      clear();
    });
    form.addEventListener("click", (event) => {
      const chip = event.target.closest("[type=button]");
      if (!chip) return;
      press(chip, !isPressed(chip));
      toAddress();
    });
    field?.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && field.value) {
        event.preventDefault();
        clear();
      }
    });
    addEventListener("hashchange", reveal);
    form.hidden = false;
    fromAddress();
    fold();
    wide.addEventListener("change", fold);
    reveal();
  };

  if (form) start();
}
