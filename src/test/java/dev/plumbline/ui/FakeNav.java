package dev.plumbline.ui;

import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// Goes nowhere and keeps where a screen wanted to go.
public final class FakeNav implements Nav {

  public final List<Place> went = new CopyOnWriteArrayList<>();

  /// What [#demo] answers.
  public Optional<Runnable> demo = Optional.empty();

  @Override
  public void go(Place place) {
    went.add(place);
  }

  @Override
  public void here(Place place) {}

  @Override
  public void back() {}

  @Override
  public void forward() {}

  @Override
  public void drawer(boolean open) {}

  @Override
  public Optional<Runnable> demo() {
    return demo;
  }
}
