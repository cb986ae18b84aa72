// Which words tell what is looked for.
"use strict";
{
  // Words that a question may hold whatever it is about: tools of grammar, and verbs that say little.
  const EMPTY = {
    fr: `à ai as au aux avec avez avoir c ça ce cela ces cet cette combien comment d dans de des dit dois doit doivent donc
      du elle elles en es est et été être étais fait faire faites faut font il ils j je l la là le les leur leurs lui m ma
      mais me même mes moi mon n ne nos notre nous on ont ou où par pas peut peuvent peux plus pour pourquoi puis qu quand
      que quel quelle quelles quels qui quoi s sa sans se ses si son sont sur t ta te tes toi ton tu un une va vais vas
      veut veux via vont vos votre vous y`,
    en: `a about am an and any are as at be been being but by can could d did do does doing done for from get gets give
      go goes had has have he her him his how i if in into is isn it its just ll m make me my need no not of on or our
      out re s say says shall she should so some t than that the their them then there these they this to up us use ve
      want was we were what when where which while who whom why will with without would you your`,
  };

  const empty = Object.fromEntries(
    Object.keys(EMPTY).map((language) => [language, new Set(guideSearch.words(EMPTY[language], language))]),
  );

  /** Whether a word tells what is looked for: it is neither empty nor an elision (l’, d’, s’). */
  const tells = (word, language) => !empty[language].has(word) && !/^\p{L}?$/u.test(word);

  /** Whether a word is long enough to be mistyped, or to stand for those that it begins. */
  const isLong = (word) => word.length >= 5;

  Object.assign(guideSearch, { tells, isLong });
}
