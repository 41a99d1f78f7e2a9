package dev.plumbline.drift;

import dev.plumbline.model.Manifest;
import dev.plumbline.model.Tree;
import dev.plumbline.schema.Type;
import java.util.Optional;

/// Whether an object is certainly what Git wants, without a request. Local code never says that
/// something differs (DRIFT.md 4.3): whatever it is not sure of, the server is asked.
///
/// *Equal* is what the server itself makes of a forced server-side apply that changes nothing: the
/// fields that we are recorded to have applied are exactly those of the configuration, and laying
/// the configuration over the live object gives the live object, the order of lists included. Then
/// nothing is pruned and the server keeps the stored object as it is, before defaults, allocation
/// and counting of generations. In kinds that are compiled into the server it may also differ by
/// what that code writes in one way only ([Stored]). Only admission can still change something:
/// whether it may is the caller's to know.
public sealed interface Certainty {

  /// A forced apply would leave the object and what we own of it as they are, unless admission
  /// interferes.
  record Equal() implements Certainty {}

  /// The server has to be asked.
  ///
  /// @param why a short reason for statistics and logs; it holds no value of the object
  record Ask(String why) implements Certainty {}

  /// Judges an object.
  ///
  /// @param type of the object's kind at the version that is sent, as the cluster publishes it;
  ///   empty when the cluster does not say
  /// @param live the object as it is, read at that version, with its managedFields
  /// @param sent what would be applied, exactly as it would be sent
  /// @param manager our field manager
  static Certainty of(Optional<Type> type, Tree.Obj live, Manifest sent, String manager) {
    return type.<Certainty>map(t -> new SameApply(t, manager).judge(live, sent.body()))
        .orElseGet(() -> new Ask("the cluster has no schema of the kind"));
  }
}
