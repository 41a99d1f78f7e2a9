package dev.plumbline.driver;

/// What a driver can do; callers branch on abilities, never on which driver it is.
public enum Ability {
  /// Keeps looking: hears of changes in what it observes.
  WATCH,
  /// Computes and applies plans.
  APPLY,
  /// Tells what the environment's objects own, and how all of them are.
  LIVING,
  /// Tells what happened to an object.
  EVENTS,
  /// Reads the logs of containers.
  LOGS
}
