package dev.plumbline.git;

/// Numbers as C's `strtoumax` reads them, which is what Git sorts by.
final class Digits {

  private Digits() {}

  /// Leading spaces, a sign, digits; the largest number on overflow; 0 without digits.
  static long unsigned(byte[] text, int from, int end) {
    int at = from;
    while (at < end && (text[at] == ' ' || text[at] == '\t')) {
      at++;
    }
    boolean negative = at < end && text[at] == '-';
    if (at < end && (text[at] == '-' || text[at] == '+')) {
      at++;
    }
    long value = 0;
    for (; at < end && text[at] >= '0' && text[at] <= '9'; at++) {
      int digit = text[at] - '0';
      if (Long.compareUnsigned(value, Long.divideUnsigned(-1L - digit, 10)) > 0) {
        return -1L;
      }
      value = value * 10 + digit;
    }
    return negative ? -value : value;
  }
}
