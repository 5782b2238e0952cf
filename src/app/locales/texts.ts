/** The shape of a text tree, whatever its words: what one language says, every other must say too. */
export type Texts<Tree> = Tree extends string
  ? string
  : Tree extends (...parts: infer Parts) => infer Text
    ? (...parts: Parts) => Texts<Text>
    : string extends keyof Tree
      ? Tree
      : { readonly [Key in keyof Tree]: Texts<Tree[Key]> }
