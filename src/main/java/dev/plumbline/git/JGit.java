package dev.plumbline.git;

import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.DefaultTypedConfigGetter;
import org.eclipse.jgit.storage.file.WindowCacheConfig;
import org.jspecify.annotations.Nullable;

/// What is set once for the whole process before JGit opens anything.
final class JGit {

  private static final int MIB = 1 << 20;

  private JGit() {}

  /// Makes sure that JGit is set up; cheap after the first time.
  static void ready() {
    if (!Ready.YES) {
      throw new AssertionError();
    }
  }

  private static final class Ready {
    static final boolean YES = install();

    private static boolean install() {
      Config.setTypedConfigGetter(new NoProbe());
      caches();
      return true;
    }
  }

  /// Measured on git/git: the delta base cache is what counts, and mapping files into memory gains
  /// nothing.
  private static void caches() {
    var caches = new WindowCacheConfig();
    caches.setPackedGitLimit(256L * MIB);
    caches.setPackedGitWindowSize(64 * 1024);
    caches.setDeltaBaseCacheLimit(96 * MIB);
    caches.setPackedGitMMAP(false);
    caches.setExposeStatsViaJmx(false);
    caches.install();
  }

  /// To learn how fine a disk's time stamps are, JGit writes probe files beside whatever it opens
  /// and notes the result in the person's `~/.config/jgit/config`. A repository that is only read
  /// must not be written into, so the answer is given here: two seconds, the coarsest there is. It
  /// costs a second look at refs that changed just now.
  private static final class NoProbe extends DefaultTypedConfigGetter {
    @Override
    public long getTimeUnit(
        Config config,
        String section,
        String subsection,
        String name,
        long otherwise,
        TimeUnit unit) {
      return section.equals("filesystem")
          ? unit.convert(2, TimeUnit.SECONDS)
          : super.getTimeUnit(config, section, subsection, name, otherwise, unit);
    }

    @Override
    public @Nullable Long getTimeUnit(
        Config config,
        String section,
        String subsection,
        String name,
        @Nullable Long otherwise,
        TimeUnit unit) {
      return section.equals("filesystem")
          ? Long.valueOf(unit.convert(2, TimeUnit.SECONDS))
          : super.getTimeUnit(config, section, subsection, name, otherwise, unit);
    }
  }
}
