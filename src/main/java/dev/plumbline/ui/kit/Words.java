package dev.plumbline.ui.kit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/// Every word that the window shows, from `ui/words/ROOM.properties` (UTF-8), where ROOM is what
/// stands before the first dot of a key. `{0}`, `{1}` are replaced by the arguments. A test finds
/// missing and unused keys.
public final class Words {

  /// The rooms that have words.
  public static final List<String> ROOMS =
      List.of("kit", "shell", "home", "settings", "activity", "environment", "plan", "history");

  private final Map<String, String> texts;

  private Words(Map<String, String> texts) {
    this.texts = texts;
  }

  /// Reads all words of the class path.
  public static Words load() {
    var all = new Properties();
    for (var room : ROOMS) {
      try (var in =
          Words.class.getResourceAsStream("/dev/plumbline/ui/words/" + room + ".properties")) {
        if (in != null) {
          all.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        throw new UncheckedIOException("the words of " + room, e);
      }
    }
    return new Words(
        all.stringPropertyNames().stream()
            .collect(Collectors.toUnmodifiableMap(k -> k, all::getProperty)));
  }

  /// The text of a key. A key that is not there throws, so that a test finds it.
  public String get(String key, Object... args) {
    var text = texts.get(key);
    if (text == null) {
      throw new IllegalArgumentException("no words for " + key);
    }
    for (int i = 0; i < args.length; i++) {
      text = text.replace("{" + i + "}", String.valueOf(args[i]));
    }
    return text;
  }

  /// The text for a count: `key.none` (when there is one), `key.one`, `key.many`. The count is
  /// `{0}`, the further arguments `{1}` on.
  public String count(String key, long n, Object... more) {
    var args = new Object[more.length + 1];
    args[0] = n;
    System.arraycopy(more, 0, args, 1, more.length);
    if (n == 0 && texts.containsKey(key + ".none")) {
      return get(key + ".none", args);
    }
    return get(key + (n == 1 ? ".one" : ".many"), args);
  }

  /// All keys.
  public java.util.Set<String> keys() {
    return texts.keySet();
  }
}
