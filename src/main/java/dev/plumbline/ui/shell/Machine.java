package dev.plumbline.ui.shell;

import java.util.Map;

/// What a window needs to know of the machine, asked without starting a toolkit: where something is
/// missing, the toolkit would end the process or throw its own words.
interface Machine {

  /// The system property `os.name`.
  String os();

  /// The system property `glass.platform`; empty when it is not set.
  String platform();

  /// The environment variables.
  Map<String, String> environment();

  /// Whether the system's loader finds a library by its name, with all that it needs.
  boolean library(String name);

  /// Whether an X server answers.
  ///
  /// @param host empty for this machine
  boolean answers(String host, int display);

  /// Whether there is a font that text can be drawn with.
  boolean font();
}
