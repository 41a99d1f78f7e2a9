package dev.plumbline.merge;

import dev.plumbline.model.Tree;
import java.util.List;

/// What an apply comes to.
public sealed interface Applied {

  /// The object as it is to be, before the server's defaults: managedFields are written, nulls of
  /// built-in types are gone.
  ///
  /// @param changed whether it differs from the live object in more than a time of managedFields.
  ///   If not, `object` is the live object, and nothing is to be stored.
  record Merged(Tree.Obj object, boolean changed) implements Applied {}

  /// Others own fields that the apply would change. The server answers 409.
  ///
  /// @param conflicts at least one, by manager
  record Conflicts(List<Conflict> conflicts) implements Applied {
    public Conflicts {
      conflicts = List.copyOf(conflicts);
    }

    /// The message as the server words it.
    public String message() {
      return Conflict.message(conflicts);
    }
  }

  /// The configuration is not of its type.
  ///
  /// @param code the HTTP status: 400 for what no apply may hold, 500 for what does not fit the
  ///   schema (as the server has it)
  record Refused(int code, String message) implements Applied {}
}
