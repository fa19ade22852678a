/** Thousands apart, independent of the locale of the machine. */
export const formatCount = (amount: number): string =>
  String(amount).replace(/\B(?=(?:\d{3})+$)/gu, ",");
