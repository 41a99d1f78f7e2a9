package dev.plumbline.ui.shell;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The machine that this process runs on.
final class ThisMachine implements Machine {

  private static final int X_PORTS = 6000;
  private static final int PATIENCE_MILLIS = 2000;

  @Override
  public String os() {
    return System.getProperty("os.name", "");
  }

  @Override
  public String platform() {
    return System.getProperty("glass.platform", "");
  }

  @Override
  public Map<String, String> environment() {
    return System.getenv();
  }

  /// Loads it, as the toolkit will; what is loaded stays, because not every library bears to go.
  @Override
  @SuppressWarnings("restricted")
  public boolean library(String name) {
    try {
      SymbolLookup.libraryLookup(name, Arena.global());
      return true;
    } catch (IllegalArgumentException notFound) {
      return false;
    }
  }

  @Override
  public boolean answers(String host, int display) {
    return host.isEmpty()
        ? socket(Path.of("/tmp/.X11-unix/X" + display))
            || nameless("@/tmp/.X11-unix/X" + display)
            || port("localhost", X_PORTS + display)
        : port(host, X_PORTS + display);
  }

  private static boolean socket(Path path) {
    if (!Files.exists(path)) {
      return false;
    }
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      return channel.connect(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      return false;
    }
  }

  /// A socket of Linux that no file stands for: Java cannot connect to it, the kernel lists it.
  private static boolean nameless(String name) {
    try (var lines = Files.lines(Path.of("/proc/net/unix"))) {
      return lines.anyMatch(l -> l.endsWith(" " + name));
    } catch (IOException e) {
      return false;
    }
  }

  private static boolean port(String host, int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public boolean font() {
    var home = System.getProperty("user.home", "");
    return List.of(
            Path.of("/usr/share/fonts"),
            Path.of("/usr/local/share/fonts"),
            Path.of(home, ".fonts"),
            Path.of(home, ".local/share/fonts"))
        .stream()
        .anyMatch(ThisMachine::holdsFont);
  }

  private static boolean holdsFont(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(f -> f.toString().matches("(?i).*\\.(ttf|otf|ttc|pfb)"));
    } catch (IOException | java.io.UncheckedIOException e) {
      return false;
    }
  }
}
