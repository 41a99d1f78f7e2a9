package dev.plumbline.ui.shell;

import dev.plumbline.engine.Session;
import dev.plumbline.engine.Work;
import java.util.function.Function;

/// What the window can exchange its session for. Both may block and throw
/// [dev.plumbline.model.ProblemException]; the work hears their progress, and its cancel ends them.
///
/// @param demo makes the session of the demo
/// @param own makes the session on the person's own repositories
public record Ways(Function<Work, Session> demo, Function<Work, Session> own) {}
