package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.engine.State;
import dev.plumbline.engine.Work;
import dev.plumbline.model.Problem;
import dev.plumbline.ui.kit.Fx;
import java.util.function.Consumer;
import java.util.function.Function;

/// The demo's session on its way, made on a thread of its own. Whoever cancels hears nothing more,
/// and a session that comes all the same is closed. For the FX thread only.
final class Opening {

  private final Work work = new Work("Open the demo", "demo");
  private final Fx fx;
  private final State.Subscription heard;

  /// @param demo makes the session; it may block and throw [dev.plumbline.model.ProblemException];
  ///   the work's cancel ends it
  /// @param progress hears how far it is
  Opening(
      Fx fx,
      Function<Work, Session> demo,
      Consumer<Work.View> progress,
      Consumer<Session> made,
      Consumer<Problem> failed) {
    this.fx = fx;
    heard = fx.show(work.state(), progress);
    fx.slow(
        c -> demo.apply(work), session -> made(session, made), problem -> failed(problem, failed));
  }

  /// Ends it.
  void cancel() {
    heard.close();
    work.cancel();
  }

  private void made(Session session, Consumer<Session> made) {
    heard.close();
    if (work.cancelToken().isCancelled()) {
      fx.slow(
          c -> {
            session.close();
            return true;
          },
          closed -> {},
          problem -> {});
    } else {
      made.accept(session);
    }
  }

  private void failed(Problem problem, Consumer<Problem> failed) {
    heard.close();
    if (!work.cancelToken().isCancelled()) {
      failed.accept(problem);
    }
  }
}
