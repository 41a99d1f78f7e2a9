package dev.plumbline.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/// Another Plumbline at work in the same folders.
public final class OtherProcess {

  private OtherProcess() {}

  /// The entry of the other process: a verb, a folder, and what the verb needs.
  public static void main(String[] args) {
    var folder = Path.of(args[1]);
    switch (args[0]) {
      case "key" -> System.out.print(HexFormat.of().formatHex(FingerprintKey.in(folder)));
      case "begin-and-die" -> {
        Journal.in(folder).begin(Records.running(args[2]));
        Runtime.getRuntime().halt(9);
      }
      case "append" -> {
        for (int i = 0; i < 50; i++) {
          Journal.in(folder).append(Records.done(args[2] + i, "shop/prod"));
        }
      }
      case "settings" -> {
        var file = SettingsFile.in(folder);
        for (int i = 0; i < 20; i++) {
          var path = args[2] + i;
          file.change(s -> s.withRepository(path));
        }
      }
      default -> throw new IllegalArgumentException(args[0]);
    }
    System.out.flush();
    Runtime.getRuntime().halt(0);
  }

  /// Starts one.
  static Process start(String... args) throws IOException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /// Waits for it and gives what it said.
  static String said(Process process) throws IOException, InterruptedException {
    var out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return out;
  }
}
