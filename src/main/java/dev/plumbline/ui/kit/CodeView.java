package dev.plumbline.ui.kit;

import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import javafx.animation.PauseTransition;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.CodeArea;
import org.fxmisc.richtext.LineNumberFactory;
import org.fxmisc.richtext.model.StyleSpans;
import org.fxmisc.richtext.model.StyleSpansBuilder;

/// Text to read and to search: mono, coloured, numbered, never edited. Ctrl F or / looks for words
/// in it, Enter and Shift Enter go from place to place, Esc ends the search.
public final class CodeView extends VBox {

  /// Beyond so many characters only the place that is shown is marked, not all of them.
  private static final int MARKED = 200_000;

  private static final int MOST_FOUND = 10_000;

  private final CodeArea area = new CodeArea();
  private final VirtualizedScrollPane<CodeArea> scroll;

  /// Flowless learns how long its text is while it lays it out, and places its bars a layout late.
  private final PauseTransition settle = new PauseTransition(Duration.millis(40));

  private final FindBar find;
  private List<Integer> found = List.of();
  private String sought = "";
  private String seen = "";
  private StyleSpans<Collection<String>> styles = plain(0);
  private int at = -1;

  /// @param id of the text
  /// @param name what a screen reader says
  public CodeView(String id, String name, boolean numbered, Words words) {
    find = new FindBar(id + "-find", words, this::seek, this::step, this::leave);
    area.setId(id);
    area.setEditable(false);
    area.setWrapText(false);
    area.setAccessibleRole(AccessibleRole.TEXT_AREA);
    area.setAccessibleText(name);
    area.setFocusTraversable(true);
    area.setShowCaret(org.fxmisc.richtext.Caret.CaretVisibility.ON);
    if (numbered) {
      area.setParagraphGraphicFactory(LineNumberFactory.get(area));
    }
    getStyleClass().add("code-view");
    scroll = new VirtualizedScrollPane<>(area);
    settle.setOnFinished(e -> scroll.requestLayout());
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(find, scroll);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
  }

  /// Shows a page from its top; a page that says the same changes nothing.
  public void show(CodePage page) {
    if (page.text().equals(seen)) {
      return;
    }
    int line = area.getCurrentParagraph();
    boolean first = seen.isEmpty();
    seen = page.text();
    styles = page.styles();
    area.replaceText(seen);
    if (!seen.isEmpty()) {
      area.setStyleSpans(0, styles);
    }
    area.moveTo(first ? 0 : Math.min(line, area.getParagraphs().size() - 1), 0);
    area.requestFollowCaret();
    settle.playFromStart();
    if (!sought.isEmpty()) {
      seek(sought);
    }
  }

  /// Adds lines at the end and takes as many from the top.
  ///
  /// @param colour the style class of a line; empty for plain text
  public void append(List<String> lines, UnaryOperator<String> colour, int gone) {
    if (gone > 0) {
      int last = Math.min(gone, area.getParagraphs().size());
      if (last == area.getParagraphs().size()) {
        area.clear();
      } else {
        area.deleteText(0, 0, last, 0);
      }
    }
    if (lines.isEmpty()) {
      return;
    }
    var text = new StringBuilder();
    var spans = new StyleSpansBuilder<Collection<String>>();
    if (area.getLength() > 0) {
      text.append('\n');
      spans.add(List.of(), 1);
    }
    for (int i = 0; i < lines.size(); i++) {
      var line = CodePage.shorten(lines.get(i));
      var css = colour.apply(line);
      spans.add(css.isEmpty() ? List.of() : List.of(css), line.length());
      text.append(line);
      if (i < lines.size() - 1) {
        text.append('\n');
        spans.add(List.of(), 1);
      }
    }
    int at = area.getLength();
    area.appendText(text.toString());
    area.setStyleSpans(at, spans.create());
    settle.playFromStart();
    if (!sought.isEmpty()) {
      found = CodePage.find(area.getText(), sought, MOST_FOUND);
      find.say(this.at, found.size(), found.size() == MOST_FOUND);
    }
  }

  /// Empties it.
  public void clear() {
    seen = "";
    area.clear();
  }

  /// Whether the last line is in sight.
  public boolean atEnd() {
    int last = area.getParagraphs().size() - 1;
    return area.getVisibleParagraphs().isEmpty() || area.lastVisibleParToAllParIndex() >= last - 1;
  }

  /// Brings the last line into sight.
  public void toEnd() {
    area.showParagraphAtBottom(area.getParagraphs().size() - 1);
  }

  /// The text itself.
  public CodeArea area() {
    return area;
  }

  /// Puts the cursor into the search.
  public void find() {
    find.open(area.getSelectedText().lines().findFirst().orElse(""));
  }

  /// Ends the search; false when there was none.
  public boolean closeFind() {
    if (!find.isVisible()) {
      return false;
    }
    leave();
    return true;
  }

  private void key(KeyEvent event) {
    boolean search = event.isShortcutDown() && event.getCode() == KeyCode.F;
    boolean slash = event.getCode() == KeyCode.SLASH && !event.isShiftDown() && area.isFocused();
    if (search || slash) {
      find();
      event.consume();
    } else if (event.getCode() == KeyCode.F3) {
      step(event.isShiftDown() ? -1 : 1);
      event.consume();
    } else if (event.getCode() == KeyCode.ESCAPE && closeFind()) {
      event.consume();
    }
  }

  private void leave() {
    find.close();
    sought = "";
    found = List.of();
    mark();
    area.deselect();
    area.requestFocus();
  }

  private void seek(String words) {
    sought = words;
    found = CodePage.find(area.getText(), words, MOST_FOUND);
    int from = Math.max(0, area.getSelection().getStart());
    at = -1;
    for (int i = 0; i < found.size() && at < 0; i++) {
      at = found.get(i) >= from ? i : -1;
    }
    at = at < 0 && !found.isEmpty() ? 0 : at;
    mark();
    go();
  }

  private void step(int by) {
    if (!found.isEmpty()) {
      at = Math.floorMod(at + by, found.size());
      go();
    }
  }

  private void go() {
    find.say(at, found.size(), found.size() == MOST_FOUND);
    if (at >= 0 && at < found.size()) {
      int start = found.get(at);
      area.selectRange(start, start + sought.length());
      area.requestFollowCaret();
    }
  }

  private void mark() {
    int length = area.getLength();
    if (length == 0 || length > MARKED || styles.length() != length) {
      return;
    }
    if (found.isEmpty()) {
      area.setStyleSpans(0, styles);
      return;
    }
    var marks = new StyleSpansBuilder<Collection<String>>();
    int last = 0;
    for (int start : found) {
      marks.add(List.of(), start - last);
      marks.add(List.of("code-found"), sought.length());
      last = start + sought.length();
    }
    marks.add(List.of(), length - last);
    area.setStyleSpans(
        0,
        styles.overlay(
            marks.create(),
            (a, b) ->
                b.isEmpty() ? a : a.isEmpty() ? b : List.of(a.iterator().next(), "code-found")));
  }

  private static StyleSpans<Collection<String>> plain(int length) {
    return new StyleSpansBuilder<Collection<String>>().add(List.of(), length).create();
  }
}
