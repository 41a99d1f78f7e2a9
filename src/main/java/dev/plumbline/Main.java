package dev.plumbline;

/// The entry: no verb opens the window, a verb runs the command line.
public final class Main {
  private Main() {}

  static void main(String[] args) {
    System.exit(dev.plumbline.app.Wiring.run(args));
  }
}
