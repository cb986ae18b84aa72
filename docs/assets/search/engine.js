// What the search finds: spelling folded alike in the base and in the query, then MiniSearch. It displays nothing.
"use strict";
{
  // Words that a question may hold whatever it is about.
  const EMPTY = {
    fr: `à au avec ce cet cette comment dans de du en est et été être fait il ils je la le leur ma mais me moi mon ne
      nous on ont ou où par pas peut pour qu que quel quelle qui quoi sa se son sont sur ta te ton un une vos vous y`,
    en: `a about am an and are as at be been by can do does for from had has have how if in is it its my not of on or
      our should that the their there they this to was we were what when where which who why will with you your`,
  };
  const BOOST = { name: 12, alias: 6, title: 4, names: 2, text: 2 };
  const WHOLE = new Set(["name", "alias"]); // their words are whole names, so that one typed whole comes first
  const WEIGHT = { term: 1.2, reference: 0.5 };
  const ASIDE = 0.75; // the weight of the guide's own words beside that of the policy's
  const BESIDES = 0.4; // the weight of synonyms and of words with two letters exchanged

  /** “L’Équipe mixte d’Œuvres” → l, equip, mixt, d, oeuvr; a mark such as P1.3 stays one word. */
  const words = (text) => {
    const folded = text
      .toLowerCase()
      .replaceAll("œ", "oe")
      .replaceAll("æ", "ae")
      .normalize("NFD")
      .replace(/\p{M}/gu, "");
    return (folded.match(/[\p{L}\p{N}]+(?:\.\p{N}+)*/gu) ?? []).map(stem);
  };

  /** A word without the endings that change with number, gender or tense: locaux, local; shares, sharing, shared. */
  const stem = (word) => {
    if (word.length < 4 || /\d/.test(word)) return word;
    const single = word
      .replace(/aux$/, "al")
      .replace(/ies$/, "y")
      .replace(/(?<=[^s])[sx]$/, "");
    return single.replace(/(?<=...)(?:ing|ed|e)$/, "");
  };

  const whole = (text) => words(text).join(" ");
  const isLong = (word) => word.length >= 5;

  /** A long word with two neighbours exchanged: one slip of the fingers, but two edits. */
  const swaps = (word) =>
    isLong(word)
      ? [...word].slice(1).map((letter, at) => word.slice(0, at) + letter + word[at] + word.slice(at + 2))
      : [];

  /** An entry as MiniSearch's document. */
  const toDocument = ({ title, mark = "", full = "", names = [], other = [], parts }, id) => {
    const alias = [full, ...names, ...other].join("|");
    const text = parts.map(([, heading, part]) => `${heading} ${part}`).join(" ");
    return { id, name: [title, mark, full].join("|"), alias, title: `${title} ${mark}`, names: alias, text };
  };

  guideSearch.words = words;
  guideSearch.Engine = class {
    /** `data` as scripts/kb/search writes it: entries, and groups of synonyms. */
    constructor({ entries, synonyms }, language) {
      this.entries = entries;
      this.empty = new Set(words(EMPTY[language]));
      this.groups = synonyms.map((group) => group.map(whole));
      this.index = new MiniSearch({
        fields: Object.keys(BOOST),
        tokenize: (text, field) => (WHOLE.has(field) ? text.split("|").map(whole) : words(text)),
        processTerm: (word, field) => (WHOLE.has(field) || this.#says(word) ? word : null),
      });
      this.index.addAll(entries.map(toDocument));
    }

    /** Neither empty nor an elision (l’, d’, s’). */
    #says(word) {
      return !this.empty.has(word) && !/^\p{L}?$/u.test(word);
    }

    /** [{entry, words, asked}], best first: the words of the base that answered, and how many words were asked. */
    find(query, accept = () => true) {
      const typed = words(query);
      const terms = typed.some((word) => this.#says(word)) ? typed.filter((word) => this.#says(word)) : typed;
      const besides = [...this.#synonyms(typed), ...terms.flatMap(swaps)];
      const own = (at) => at < terms.length;
      const hits = this.index.search(query, {
        tokenize: () => [...terms, ...besides, typed.join(" ")],
        processTerm: (word) => word,
        prefix: (word, at) => own(at) && word.length >= 3,
        fuzzy: (word, at, all) => (own(at) || at === all.length - 1) && isLong(word) && 1,
        boostTerm: (_word, at, all) => (own(at) || at === all.length - 1 ? 1 : BESIDES),
        boost: BOOST,
        boostDocument: (id) => (WEIGHT[this.entries[id].kind] ?? 1) * (this.entries[id].aside ? ASIDE : 1),
        filter: ({ id }) => accept(this.entries[id]),
      });
      const answered = (hit) => terms.filter((word) => hit.queryTerms.includes(word)).length;
      return hits
        .map((hit) => ({ ...hit, score: hit.score * Math.max(answered(hit), 1) ** 2 }))
        .sort((a, b) => b.score - a.score)
        .map((hit) => ({ entry: this.entries[hit.id], words: hit.terms, asked: terms.length }));
    }

    /** The words of every group of synonyms that has a member in the query. */
    #synonyms(typed) {
      const text = ` ${typed.join(" ")} `;
      const groups = this.groups.filter((group) => group.some((member) => text.includes(` ${member} `)));
      return groups
        .flat()
        .flatMap((member) => member.split(" "))
        .filter((word) => !typed.includes(word) && this.#says(word));
    }

    /** Terms whose names come near a query that found nothing. */
    near(query) {
      const hits = this.index.search(query, {
        tokenize: words,
        fields: ["title", "names"],
        prefix: true,
        fuzzy: 0.4,
        filter: ({ id }) => this.entries[id].kind === "term",
      });
      return hits.slice(0, 5).map(({ id }) => this.entries[id]);
    }
  };
}
