// Two or three models side by side: the rows that are chosen become the columns of one table, in the place of the others.
// The choice stands in the address, by marks, so that it can be shared.
"use strict";
{
  const form = document.querySelector(".compare");
  const MOST = 3;

  const start = () => {
    const chips = [...form.querySelectorAll("[type=button]")];
    const reset = form.querySelector("[type=reset]");
    const lists = document.querySelectorAll(".article__text > :is(h2, table)");
    const tables = [...lists].filter((part) => part.tHead);
    const rows = tables.flatMap((table) => [...table.tBodies[0].rows]); // in the order of the chips
    const heads = [...tables[0].tHead.rows[0].cells];
    const beside = document.createElement("div");
    beside.className = "compared";
    form.after(beside);

    const isPressed = (chip) => chip.getAttribute("aria-pressed") === "true";
    const press = (chip, pressed) => chip.setAttribute("aria-pressed", pressed);
    const copied = (node) => (node ? [...node.cloneNode(true).childNodes] : []);

    const head = (scope, ...content) => {
      const cell = document.createElement("th");
      cell.scope = scope;
      cell.append(...content);
      return cell;
    };

    /** A row of what each of the models has; none where none has any. */
    const line = (name, models, contents) => {
      const row = document.createElement("tr");
      row.append(head("row", name));
      for (const [at, content] of contents.entries()) {
        const cell = row.insertCell();
        cell.dataset.label = models[at].cells[0].textContent;
        cell.append(...(content.length ? content : ["—"]));
      }
      return contents.some((content) => content.length) ? [row] : [];
    };

    const tableOf = (models) => {
      const table = document.createElement("table");
      const caption = table.createCaption();
      caption.className = "visually-hidden";
      caption.textContent = models.map((model) => model.cells[0].textContent).join(" – ");
      const top = table.createTHead().insertRow();
      top.insertCell();
      top.append(...models.map((model) => head("col", ...copied(model.cells[0]))));
      const lines = table.createTBody();
      for (const [at, { textContent }] of heads.entries()) {
        if (!at) continue;
        const cells = models.map((model) => model.cells[at].cloneNode(true));
        const cautions = cells.map((cell) => cell.querySelector(".caution"));
        for (const caution of cautions) {
          caution?.remove();
          caution?.querySelector("strong").remove();
        }
        lines.append(...line(textContent, models, cells.map(copied)));
        lines.append(...line(form.dataset.caution, models, cautions.map(copied)));
      }
      return table;
    };

    const show = () => {
      const models = rows.filter((_, at) => isPressed(chips[at]));
      const many = models.length > 1;
      beside.replaceChildren(...(many ? [tableOf(models)] : []));
      for (const part of lists) part.hidden = many;
      for (const chip of chips) chip.disabled = models.length === MOST && !isPressed(chip);
      press(reset, !models.length);
      const said = many ? form.dataset.compared.replace("{count}", models.length) : form.dataset.compareMore;
      form.querySelector("output").value = models.length ? said : "";
    };

    const fromAddress = () => {
      const marks = (new URLSearchParams(location.search).get("m") ?? "").toLowerCase().split(",");
      const known = chips.filter(({ value }) => marks.includes(value)).slice(0, MOST);
      for (const chip of chips) press(chip, known.includes(chip));
      show();
    };

    const toAddress = () => {
      const marks = chips.filter(isPressed).map(({ value }) => value);
      try {
        history.replaceState(null, "", location.pathname + (marks.length ? `?m=${marks}` : ""));
      } catch {
        // A page opened from a disk has no address to write to; the models still stand side by side.
      }
      show();
    };

    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", () => {
      for (const chip of chips) press(chip, false);
      toAddress();
    });
    form.addEventListener("click", (event) => {
      const chip = event.target.closest("[type=button]");
      if (!chip) return;
      press(chip, !isPressed(chip));
      toAddress();
    });
    form.hidden = false;
    fromAddress();
  };

  if (form) start();
}
