// Words, spelled alike in the base, in what is typed and in what is shown.
"use strict";
{
  // A mark such as P1.3 is one word, and so is a number with its thousands apart.
  const WORD = /\d{1,3}(?:[\s,]\d{3})+(?!\d)|[\p{L}\p{N}]+(?:\.\p{N}+)*/gu;

  // Endings that change with number, gender or tense: locaux, local; victimes, victim; shares, sharing, shared.
  const ENDINGS = {
    fr: [
      [/aux$/, "al"],
      [/(?<=[^s])[sx]$/, ""],
      [/(?<=...)e$/, ""],
    ],
    en: [
      [/ies$/, "y"],
      [/(?<=[^s])s$/, ""],
      [/(?<=...)(?:ing|ed|e)$/, ""],
    ],
  };

  const folded = (text) =>
    text.toLowerCase().replaceAll("œ", "oe").replaceAll("æ", "ae").normalize("NFD").replace(/\p{M}/gu, "");

  const stem = (word, language) =>
    word.length < 4 || /\d/.test(word)
      ? word
      : ENDINGS[language].reduce((left, [ending, other]) => left.replace(ending, other), word);

  /** “L’Équipe mixte d’Œuvres, 10 316” → l, equip, mixt, d, oeuvr, 10316 */
  const words = (text, language) =>
    (folded(text).match(WORD) ?? []).map((word) => stem(word.replace(/[\s,]/g, ""), language));

  const otherThan = (language) => (language === "fr" ? "en" : "fr");

  Object.assign(guideSearch, { WORD, stem, words, otherThan });
}
