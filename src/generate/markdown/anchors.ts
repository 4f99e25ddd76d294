/** Makes the anchors that readers give to headings, one after the other: a second one of a name gets a number. */
export function createAnchors(): (heading: string) => string {
  const taken = new Map<string, number>();
  return (heading) => {
    const slug = heading
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
      .replaceAll(" ", "-");
    const before = taken.get(slug);
    if (before === undefined) {
      taken.set(slug, 0);
      return slug;
    }
    let number = before + 1;
    while (taken.has(`${slug}-${number}`)) number++;
    taken.set(slug, number);
    taken.set(`${slug}-${number}`, 0);
    return `${slug}-${number}`;
  };
}
