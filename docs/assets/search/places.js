// Places that a reader knows by a mark or a number, in whatever way it is typed: P1,3; pilier 3; page 18; art. 74.
"use strict";
{
  // What a mark begins with → the words for it, in both languages, without accents.
  const MARKED = {
    p: "p|piliers?|pillars?|principes?|principles?",
    e: "e|ex|exemples?|examples?",
    m: "m|modeles?|models?",
    s: "s|situations?",
    a: "a|annexes?|appendix|appendices",
  };
  const NUMBERED = {
    page: "pages?|pp?",
    note: "notes?|footnotes?|n",
    article: "articles?|arts?|sections?|sec|ss?|§",
    bill: "projets?\\sde\\sloi|pl|bills?",
  };
  const NUMBER = /^(\d+(?:\.\d+)?)(?:(?: ?- ?| (?:a|to|et|and) )(\d+))?(?: .+)?$/;

  const plain = (text) =>
    text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[’']/g, " ").replace(/\s+/g, " ").trim();

  /** Marks that what was typed may stand for, such as p1.3 for « p1-3 », « P 1,3 » or « p13 ». */
  const marks = (text) => {
    const found = [];
    for (const [letter, words] of Object.entries(MARKED)) {
      const typed = text.match(new RegExp(`^(?:${words})[ .-]*(\\d+(?:[ .,-]+\\d+)*)$`));
      if (typed)
        found.push(letter + typed[1].replace(/[ .,-]+/g, "."), letter + [...typed[1].replace(/\D/g, "")].join("."));
    }
    const other = text.match(/^([a-z]{1,2})[ .-]*(\d+(?:[ .,-]+\d+)*)?$/);
    return other ? [...found, other[1] + (other[2] ?? "").replace(/[ .,-]+/g, ".")] : found;
  };

  /** Numbers that what was typed may stand for, such as page 13 and page 14; a law may follow that of an article. */
  const numbers = (text) => {
    const found = [];
    for (const [kind, words] of Object.entries(NUMBERED)) {
      const typed = text.match(new RegExp(`^(?:${words})\\.? ?(?:n[o°º]?\\.? ?)?(?=\\d)(.*)$`));
      const [, first, last] = typed?.[1].match(NUMBER) ?? [];
      for (let number = +first; number <= +(last ?? first) && number < +first + 50; number++) {
        found.push(`${kind} ${last ? number : first}`);
      }
    }
    const [, number] = text.match(/^(\d+(?:\.\d+)?) [a-z]{2,}$/) ?? []; // 74 LRSSS
    return number ? [...found, `article ${number}`] : found;
  };

  guideSearch.Places = class {
    entries = new Map(); // place → the entries that are there, in their order

    add(entry) {
      for (const place of [...(entry.mark ? [plain(entry.mark)] : []), ...(entry.places ?? [])]) {
        this.entries.set(place, [...(this.entries.get(place) ?? []), entry]);
      }
    }

    /** [{entries, cited}]: what stands at each place that a query may name, or cites it. */
    find(query) {
      const text = plain(query);
      return [...marks(text), ...numbers(text)]
        .filter((place) => this.entries.has(place))
        .map((place) => ({ entries: this.entries.get(place), cited: /^(?:article|bill) /.test(place) }));
    }
  };
}
