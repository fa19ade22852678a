const TIMESTAMP =
  /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|[-+](\d\d):(\d\d))$/;

/**
 * Whether Go's `time.Parse(time.RFC3339, …)` takes a text, which is what decodes the times of an object
 * (kubernetes/apimachinery `pkg/apis/meta/v1/time.go`). It takes an hour of one digit, and an offset of 24:60.
 */
export function isTimestamp(text: string): boolean {
  const [year = NaN, month = NaN, day = NaN, hour = NaN, minute = NaN, second = NaN, ...offset] = (
    TIMESTAMP.exec(text) ?? []
  )
    .slice(1)
    .map((part) => Number(part ?? 0));
  const [offsetHour = NaN, offsetMinute = NaN] = offset;
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= daysIn(year, month) &&
    hour < 24 &&
    minute < 60 &&
    second < 60 &&
    offsetHour <= 24 &&
    offsetMinute <= 60
  );
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
