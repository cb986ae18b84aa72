// Which section is being read: the table of contents shows it, and the other language opens at it.
"use strict";
{
  const MARGIN = 140; // pixels below the top within which a heading counts as reached
  const headings = [...document.querySelectorAll(".article__text :is(h2, h3)[id]")];
  const contents = document.getElementById("toc");
  const links = new Map(
    [...document.querySelectorAll(".toc__link")].map((link) => [decodeURIComponent(link.hash.slice(1)), link]),
  );

  const reached = (list) =>
    list.findLast((heading) => heading.checkVisibility() && heading.getBoundingClientRect().top < MARGIN);

  const visible = (element) => {
    const box = element?.getBoundingClientRect();
    return box && box.bottom > 0 && box.top < innerHeight;
  };

  const fragment = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return ""; // a stray percent sign names no section
    }
  };

  // The id that the address names, while it is in sight; else that of the last heading reached, if any.
  const current = () => {
    const named = fragment();
    return named && visible(document.getElementById(named)) ? named : (reached(headings)?.id ?? "");
  };

  const language = document.getElementById("language");
  for (const type of ["click", "auxclick", "contextmenu"]) {
    language?.addEventListener(type, () => {
      language.search = location.search; // the choices of a list, which both languages name alike
      language.hash = current();
    });
  }

  const listed = headings.filter((heading) => links.has(heading.id));
  let shown;
  const show = () => {
    const active = links.get(reached(listed)?.id);
    if (active === shown) return;
    shown = active;
    // Contents that are longer than the screen follow; `offsetTop` is 0 where they are closed
    if (active) contents.scrollTop = active.offsetTop - contents.clientHeight / 2;
    for (const link of links.values()) {
      if (link === active) {
        link.setAttribute("aria-current", "location");
      } else {
        link.removeAttribute("aria-current");
      }
    }
  };

  // The bar of a phone: the section being read, the ones beside it, and the contents in a sheet.
  const where = document.getElementById("where");
  const [before, after] = ["section-before", "section-after"].map((id) => document.getElementById(id));
  const title = where?.querySelector(".bar__title");
  const page = title?.textContent;
  const place = () => {
    if (!where?.checkVisibility()) return;
    const seen = headings.filter((heading) => heading.checkVisibility()); // a narrowed list hides others
    const at = seen.findLastIndex((heading) => heading.getBoundingClientRect().top < MARGIN);
    const name = seen[at] && links.get(reached(listed)?.id)?.textContent;
    title.textContent = name?.trim() || page;
    before.hash = seen[at - 1]?.id ?? "content";
    after.classList.toggle("bar__step--none", at + 1 >= seen.length);
    after.hash = seen[at + 1]?.id ?? "content";
  };

  where?.addEventListener("click", () => {
    if (!contents) {
      document.getElementById("content").scrollIntoView();
      return;
    }
    contents.popover = "auto";
    contents.open = true;
    contents.showPopover();
  });
  contents?.addEventListener("toggle", ({ newState }) => {
    if (newState !== "closed" || !contents.popover) return;
    contents.popover = null;
    fit();
  });

  let waiting = false;
  addEventListener(
    "scroll",
    () => {
      if (!waiting) {
        waiting = true;
        requestAnimationFrame(() => {
          waiting = false;
          show();
          place();
        });
      }
    },
    { passive: true },
  );
  show();
  place();

  // Beside the text the table of contents stays open; above it, it opens on demand and closes once used.
  const beside = () => getComputedStyle(contents).position === "sticky";
  const fit = () => {
    if (contents) {
      contents.open = beside();
    }
  };
  for (const width of ["80em", "100em"]) matchMedia(`(min-width: ${width})`).addEventListener("change", fit);
  fit();
  contents?.addEventListener("click", (event) => {
    if (beside() || !event.target.closest(".toc a")) return;
    if (contents.popover) contents.hidePopover();
    else contents.open = false;
  });
}
