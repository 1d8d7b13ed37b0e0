
const entries = [...document.querySelectorAll("li[data-words]")].map((item) => ({
  item,
  words: fold(`${item.dataset.words} ${item.closest(".deck").querySelector("h2").textContent}`),
}));
const search = document.querySelector("[type=search]");

search.addEventListener("input", () => {
  const wanted = wordsOf(search.value);
  for (const { item, words } of entries) {
    item.hidden = !wanted.every((word) => words.includes(word));
  }
  for (const deck of document.querySelectorAll(".deck")) {
    deck.hidden = !deck.querySelector("li[data-words]:not([hidden])");
  }
  const found = entries.filter(({ item }) => !item.hidden).length;
  say(wanted.length === 0 ? "" : `${found} of ${entries.length} cards`);
});

document.addEventListener("keydown", (event) => {
  if (event.key === "/" && event.target !== search) {
    event.preventDefault();
    search.focus();
  } else if (event.key === "Escape" && event.target === search) {
    search.value = "";
    search.dispatchEvent(new Event("input"));
  }
});
