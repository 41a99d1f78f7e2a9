package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.ui.activity.ActivityScreen;
import dev.plumbline.ui.environment.EnvironmentScreen;
import dev.plumbline.ui.history.HistoryScreen;
import dev.plumbline.ui.home.HomeScreen;
import dev.plumbline.ui.kit.Choosers;
import dev.plumbline.ui.kit.Fx;
import dev.plumbline.ui.kit.Nav;
import dev.plumbline.ui.kit.Place;
import dev.plumbline.ui.kit.Screen;
import dev.plumbline.ui.kit.Words;
import dev.plumbline.ui.plan.PlanScreen;
import dev.plumbline.ui.settings.SettingsScreen;

/// Makes the screen of a place.
@FunctionalInterface
interface Screens {

  Screen open(Place place, Nav nav);

  /// The screens of the application.
  static Screens of(Session session, Fx fx, Words words, Choosers choosers) {
    return (place, nav) ->
        switch (place) {
          case Place.Home p -> new HomeScreen(session, fx, words, nav, choosers);
          case Place.Environment p -> new EnvironmentScreen(session, fx, words, nav, p);
          case Place.Plan p -> new PlanScreen(session, fx, words, nav, p);
          case Place.History p -> new HistoryScreen(session, fx, words, nav, p);
          case Place.Activity p -> new ActivityScreen(session, fx, words, nav);
          case Place.Settings p -> new SettingsScreen(session, fx, words, choosers);
        };
  }
}
