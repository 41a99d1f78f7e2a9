package dev.plumbline.sandbox.controllers;

import dev.plumbline.model.Tree;
import dev.plumbline.yaml.Json;
import java.util.zip.CRC32;

/// Short names for pod templates, in the letters that Kubernetes uses (no vowels).
final class Hash {

  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";
  private static final int LENGTH = 9;

  private Hash() {}

  static String of(Tree template) {
    var crc = new CRC32();
    crc.update(Json.revealed(template));
    long rest = crc.getValue() * 2_654_435_761L & Long.MAX_VALUE;
    var text = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      text.append(LETTERS.charAt((int) (rest % LETTERS.length())));
      rest /= LETTERS.length();
    }
    return text.toString();
  }
}
