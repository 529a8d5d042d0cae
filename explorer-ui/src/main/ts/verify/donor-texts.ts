/** Words of what a donor's link holds. */
export const DONOR = {
  en: {
    holds: "This is the record behind the gift: its commitment stands in the entry.",
    fails: "The opening in this link is not that of this gift.",
    none: "The link carries no opening, so nothing is said of who gave.",
    broken: "What stands behind # in this link is no opening: the link may be cut off.",
  },
  ru: {
    holds: "Вот сведения об этом даре: их хеш стоит в записи.",
    fails: "Сведения в этой ссылке относятся не к этому дару.",
    none: "В ссылке нет сведений о дарителе, поэтому о нём ничего не сказано.",
    broken: "То, что стоит в ссылке за знаком #, прочесть нельзя: возможно, ссылка обрезана.",
  },
};
