package dev.plumbline.driver;

/// What a driver can do; callers branch on abilities, never on which driver it is.
public enum Ability {
  /// Keeps looking: hears of changes in what it observes.
  WATCH,
  /// Computes and applies plans.
  APPLY
}
