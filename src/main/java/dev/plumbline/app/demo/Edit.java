package dev.plumbline.app.demo;

import java.util.Map;

/// One change of the files of a revision. A change that does not fit is a mistake in the story.
sealed interface Edit {

  /// Makes the change.
  ///
  /// @param files path to content; changed in place
  void on(Map<String, String> files);

  /// A file gets this content.
  record Put(String path, String text) implements Edit {
    @Override
    public void on(Map<String, String> files) {
      files.put(path, text);
    }
  }

  /// A file is there no more.
  record Remove(String path) implements Edit {
    @Override
    public void on(Map<String, String> files) {
      content(files, path);
      files.remove(path);
    }
  }

  /// A text that occurs so many times becomes another.
  record Replace(String path, String old, String by, int times) implements Edit {
    @Override
    public void on(Map<String, String> files) {
      var parts = content(files, path).split(java.util.regex.Pattern.quote(old), -1);
      if (parts.length != times + 1) {
        throw new IllegalStateException(
            path + " holds " + (parts.length - 1) + " times, not " + times + ": " + old);
      }
      files.put(path, String.join(by, parts));
    }
  }

  /// A file gets longer.
  record Append(String path, String text) implements Edit {
    @Override
    public void on(Map<String, String> files) {
      files.put(path, content(files, path) + text);
    }
  }

  private static String content(Map<String, String> files, String path) {
    var text = files.get(path);
    if (text == null) {
      throw new IllegalStateException("There is no file " + path);
    }
    return text;
  }
}
