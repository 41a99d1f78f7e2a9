package dev.plumbline.driver;

import dev.plumbline.model.Health;
import dev.plumbline.model.Owned;
import dev.plumbline.model.Problem;
import dev.plumbline.model.ResourceRef;
import java.util.List;
import java.util.Map;

/// How an environment's objects are, and what they own.
///
/// @param health of the environment's own objects that exist and are watched
/// @param owned what they own, directly or not, in no order
/// @param problems kinds that cannot be read: what they would show is missing
/// @param current whether all of it is true now; false while a watch begins or is lost. A kind that
///   may not be read does not make it false
public record Vitals(
    Map<ResourceRef, Health> health, List<Owned> owned, List<Problem> problems, boolean current) {

  public Vitals {
    health = Map.copyOf(health);
    owned = List.copyOf(owned);
    problems = List.copyOf(problems);
  }
}
