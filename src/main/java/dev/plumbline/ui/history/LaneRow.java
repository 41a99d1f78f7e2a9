package dev.plumbline.ui.history;

import java.util.List;

/// What one row of the graph draws.
///
/// @param lane where the commit's node is
/// @param colour of the node, 0 until [Lanes#COLOURS]
/// @param merge whether it has more than one parent: the node is hollow
/// @param width how many lanes the row has
record LaneRow(int lane, int colour, boolean merge, int width, List<Line> lines) {

  LaneRow {
    lines = List.copyOf(lines);
  }

  /// A piece of a lane.
  ///
  /// @param lane where it meets the edge of the row
  /// @param node the lane of the node that it meets; `lane` itself when it goes past
  record Line(Part part, int lane, int node, int colour) {}

  /// From where to where a piece goes.
  enum Part {
    /// From the upper edge to the lower.
    PAST,
    /// From the upper edge to the node: a child is above.
    IN,
    /// From the node to the lower edge: a parent is below.
    OUT
  }
}
