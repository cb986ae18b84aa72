// The list of examples, narrowed by the choices of its form. The choices live in the address, so that a narrowed
// list can be shared and the back button undoes a choice.
"use strict";
{
  const form = document.getElementById("facettes");
  const cards = [...document.querySelectorAll(".example")];
  const fields = form ? [...form.querySelectorAll("select")] : [];
  const result = document.getElementById("facettes-resultat");

  const matches = (card, choices, but) =>
    Object.entries(choices).every(
      ([facet, value]) => !value || facet === but || (card.dataset[facet] ?? "").split(" ").includes(value),
    );

  const choices = () => Object.fromEntries(fields.map((field) => [field.name, field.value]));

  // Each choice says how many examples it would leave, given the choices made in the other fields.
  const count = (chosen) => {
    for (const field of fields) {
      for (const option of field.options) {
        if (!option.value) continue;
        const left = cards.filter((card) => matches(card, { ...chosen, [field.name]: option.value })).length;
        option.textContent = `${option.dataset.name} (${left})`;
        option.disabled = left === 0 && !option.selected;
      }
    }
  };

  const show = () => {
    const chosen = choices();
    for (const card of cards) card.hidden = !matches(card, chosen);
    for (const group of document.querySelectorAll(".examples")) {
      group.hidden = !group.querySelector(".example:not([hidden])");
    }
    count(chosen);
    const shown = cards.filter((card) => !card.hidden).length;
    form.querySelector("[type=reset]").hidden = !Object.values(chosen).some(Boolean);
    result.value = form.dataset.shown.replace("{shown}", shown).replace("{all}", cards.length);
  };

  const fromAddress = () => {
    const query = new URLSearchParams(location.search);
    for (const field of fields) {
      const wanted = query.get(field.name) ?? "";
      field.value = [...field.options].some((option) => option.value === wanted) ? wanted : "";
    }
    show();
  };

  const toAddress = () => {
    const query = new URLSearchParams(Object.entries(choices()).filter(([, value]) => value)).toString();
    try {
      history.pushState(null, "", query ? `?${query}` : location.pathname);
    } catch {
      // A page opened from a disk has no address to write to; the list still narrows.
    }
    show();
  };

  if (form) {
    form.addEventListener("change", toAddress);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => setTimeout(toAddress));
    addEventListener("popstate", fromAddress);
    form.hidden = false;
    fromAddress();
  }
}
