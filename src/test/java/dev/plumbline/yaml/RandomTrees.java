package dev.plumbline.yaml;

import dev.plumbline.model.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;

/// Trees with texts that YAML readers like to take for something else, from a seed.
final class RandomTrees {

  private static final List<String> NASTY =
      List.of(
          "",
          " ",
          "  ",
          "\n",
          "\n\n",
          "\t",
          "yes",
          "No",
          "on",
          "y",
          "n",
          "~",
          "null",
          "true",
          "1",
          "0644",
          "0o17",
          "1e3",
          "1.10",
          ".5",
          ".1_0",
          ".inf",
          "-.INF",
          ".nan",
          "+5",
          "-",
          "- x",
          "--",
          "---",
          "--- x",
          "...",
          "-x",
          "?",
          "? x",
          "?x",
          ":",
          ": x",
          ":x",
          "x:",
          "x: y",
          "x:y",
          "#",
          "# x",
          "x #y",
          "x#y",
          "&a",
          "*a",
          "!t",
          "!!str x",
          "%x",
          "@x",
          "`x",
          "|",
          ">",
          "|-",
          "{",
          "}",
          "[",
          "]",
          "{}",
          "[a]",
          ",",
          "a,b",
          "\"",
          "'",
          "\"x\"",
          "'x'",
          "it's",
          "\\",
          "\\n",
          "\\/",
          "<<",
          "=",
          "2024-01-02",
          "2024-01-02T03:04:05Z",
          "12:30:45",
          "1:20",
          "0x1F",
          "0b1",
          "1_000",
          "08",
          "9223372036854775808",
          " x",
          "x ",
          "\tx",
          "x\t",
          "x\ny",
          "x\ny\n",
          "x\n\n",
          "x\n\n\n",
          "\nx",
          " x\ny",
          "\tx\ny",
          "x\n y",
          "x\n\ty",
          "x\n  \ny",
          "x\n ",
          "x\r\ny",
          "x\ry",
          "x\n---\ny",
          "x\n...\n",
          "x\n# y\n",
          "x: |\n  y\n",
          "\u0000",
          "\u0007",
          "\u001b[0m",
          "\u007f",
          "\u0085",
          "x\u0085y",
          "\u00a0",
          "\u00a0x",
          "\u2028",
          "x\u2028y\n",
          "\u2029",
          "\ufeff",
          "x\ufeffy",
          "\ufffe",
          "\uffff",
          "\ud83d\ude00",
          "é",
          "e\u0301",
          "日本",
          "\u200b",
          "ẞ x",
          "https://x.y/z?a=b#c",
          "a=b",
          "key=\"v\"",
          "100%",
          "$(VAR)",
          "${x}",
          "/a/b",
          "*.example.com",
          "-----BEGIN X-----\nabc\n-----END X-----\n",
          "#!/bin/sh\nset -e\n",
          "x".repeat(1100),
          "long key ".repeat(150),
          "x\n".repeat(50),
          "\"\n'\\\n");

  private final Random random;

  RandomTrees(long seed) {
    random = new Random(seed);
  }

  Tree.Obj object(int depth) {
    var fields = new LinkedHashMap<String, Tree>();
    for (int i = random.nextInt(5); i > 0; i--) {
      fields.put(text(), tree(depth - 1));
    }
    return new Tree.Obj(fields);
  }

  private Tree tree(int depth) {
    return switch (random.nextInt(depth > 0 ? 9 : 6)) {
      case 0 -> Tree.bool(random.nextBoolean());
      case 1 -> Tree.Null.VALUE;
      case 2 -> number();
      case 3, 4, 5 -> Tree.str(text());
      case 6 -> {
        var items = new ArrayList<Tree>();
        for (int i = random.nextInt(4); i > 0; i--) {
          items.add(tree(depth - 1));
        }
        yield new Tree.Arr(items);
      }
      default -> object(depth);
    };
  }

  /// A number that kubectl can hold: an int64 or a double.
  private Tree number() {
    return switch (random.nextInt(4)) {
      case 0 -> Tree.Num.of(random.nextInt(100));
      case 1 -> Tree.Num.of(random.nextLong());
      case 2 -> new Tree.Num(Double.toString(random.nextGaussian() * 1000));
      default -> new Tree.Num("1e" + (random.nextInt(600) - 300));
    };
  }

  private String text() {
    return switch (random.nextInt(4)) {
      case 0, 1 -> NASTY.get(random.nextInt(NASTY.size()));
      case 2 -> NASTY.get(random.nextInt(NASTY.size())) + NASTY.get(random.nextInt(NASTY.size()));
      default -> {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
          int c =
              switch (random.nextInt(4)) {
                case 0 -> random.nextInt(0x20, 0x7f);
                case 1 -> " \n\t:-#\"'".charAt(random.nextInt(8));
                case 2 -> random.nextInt(0x300);
                default -> random.nextInt(0x20000);
              };
          text.appendCodePoint(c >= 0xd800 && c < 0xe000 ? 'x' : c);
        }
        yield text.toString();
      }
    };
  }
}
