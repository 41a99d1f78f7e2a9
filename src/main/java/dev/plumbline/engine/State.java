package dev.plumbline.engine;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// The latest immutable value of something, and those who want to hear of the next.
/// Level-triggered: whoever listens may miss values in between, never the last one. Listeners run
/// on the thread that sets and must return at once.
public final class State<T> {

  private final AtomicReference<T> value;
  private final List<Consumer<T>> listeners = new CopyOnWriteArrayList<>();

  public State(T first) {
    value = new AtomicReference<>(first);
  }

  /// The latest value.
  public T get() {
    return value.get();
  }

  /// Replaces the value by a function of it and tells the listeners.
  public T update(UnaryOperator<T> change) {
    var next = value.updateAndGet(change);
    listeners.forEach(l -> l.accept(next));
    return next;
  }

  /// Sets the value and tells the listeners.
  public void set(T next) {
    update(old -> next);
  }

  /// Hears the present value at once and each later one until closed.
  public Subscription subscribe(Consumer<T> listener) {
    listeners.add(listener);
    listener.accept(value.get());
    return () -> listeners.remove(listener);
  }

  /// Ends a subscription.
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }
}
