package dev.plumbline.ui.kit;

import dev.plumbline.engine.State;
import dev.plumbline.model.Cancel;
import java.util.ArrayList;
import java.util.List;

/// What a screen or a model must let go of when it is closed: subscriptions, work in flight, held
/// environments. Every listener has an owner. For the FX thread only.
public final class Owned implements AutoCloseable {

  private final List<Runnable> closers = new ArrayList<>();

  /// Keeps a subscription until closed.
  public void add(State.Subscription subscription) {
    closers.add(subscription::close);
  }

  /// Keeps work until closed; then it is cancelled.
  public void add(Cancel work) {
    closers.add(work::cancel);
  }

  /// Runs this when closed.
  public void onClose(Runnable closer) {
    closers.add(closer);
  }

  @Override
  public void close() {
    closers.reversed().forEach(Runnable::run);
    closers.clear();
  }
}
