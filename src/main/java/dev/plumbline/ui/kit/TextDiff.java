package dev.plumbline.ui.kit;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Duration;

/// Two texts beside each other, meeting on the plumb line; in a narrow place below each other. What
/// differs is bold on the colour of its side; folded lines are counted and open on a click.
public final class TextDiff extends StackPane {

  /// Below this width one column is shown.
  private static final double NARROW = 640;

  /// The scroll bar, and a little.
  private static final double BAR = 12;

  /// Width of the plumb line with its room.
  private static final double LINE = 16;

  /// What stands beside a text, and the least height of a row, in em.
  private static final double BESIDE = 6;

  private static final double LEAST = 1.5;

  /// The word that takes the place of the sign in one column, in em.
  private static final double WORD = 1.5;

  private static final PseudoClass INLINE = PseudoClass.getPseudoClass("inline");

  private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

  private final Words words;
  private final ListView<DiffPage.Row> list = new ListView<>();

  /// Lines break elsewhere at another width: the list asks for their heights anew right after the
  /// layout that changed it.
  private final PauseTransition settle = new PauseTransition(Duration.millis(20));

  private final Set<Integer> opened = new HashSet<>();
  private DiffPage page = new DiffPage(List.of(), 0, 0);
  private boolean narrow;
  private int current = -1;

  /// @param id of the list of rows
  /// @param name what a screen reader says of it
  public TextDiff(String id, String name, Words words) {
    this.words = words;
    list.setId(id);
    list.setAccessibleText(name);
    list.getStyleClass().add("text-diff");
    list.setCellFactory(v -> new Row());
    list.setOnKeyPressed(e -> {
      switch (e.getCode()) {
        case ENTER, SPACE, RIGHT -> {
          if (list.getSelectionModel().getSelectedItem() instanceof DiffPage.Gap gap) {
            open(gap);
            e.consume();
          }
        }
        default -> {}
      }
    });
    getChildren().add(list);
    settle.setOnFinished(e -> fill());
    Ems.watch(
        this,
        w -> {
          narrow = w < NARROW;
          list.pseudoClassStateChanged(INLINE, narrow);
          settle.playFromStart();
        });
  }

  /// Shows a page; when it is the one that is shown nothing moves.
  ///
  /// @param another whether it is of another object: its gaps are folded and its top is shown
  public void show(DiffPage next, boolean another) {
    if (next.equals(page) && !another) {
      return;
    }
    page = next;
    if (another) {
      opened.clear();
      current = -1;
    }
    fill();
    if (another && !list.getItems().isEmpty()) {
      list.scrollTo(0);
    }
  }

  /// Goes to the next or previous change; false when there is none.
  public boolean step(int by) {
    int next = current + by;
    if (next < 0 || next >= page.changes()) {
      return false;
    }
    current = next;
    for (int i = 0; i < list.getItems().size(); i++) {
      if (list.getItems().get(i) instanceof DiffPage.Differs d && d.change() == current) {
        list.getSelectionModel().clearAndSelect(i);
        list.scrollTo(Math.max(0, i - 4));
        break;
      }
    }
    list.refresh();
    return true;
  }

  private void open(DiffPage.Gap gap) {
    opened.add(gap.lines().getFirst().left());
    fill();
  }

  private void fill() {
    var rows = new ArrayList<DiffPage.Row>();
    for (var row : narrow ? page.inline() : page.rows()) {
      if (row instanceof DiffPage.Gap gap && opened.contains(gap.lines().getFirst().left())) {
        rows.addAll(gap.lines());
      } else {
        rows.add(row);
      }
    }
    list.getItems().setAll(rows);
  }

  private final class Row extends ListCell<DiffPage.Row> {

    private final List<TextFlow> flows = new ArrayList<>();

    Row() {
      getStyleClass().add("diff-cell");
      setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
      setPrefWidth(0);
      setOnMouseClicked(e -> {
        if (getItem() instanceof DiffPage.Gap gap) {
          open(gap);
        }
      });
    }

    /// A line that breaks is as high as its parts; a cell alone would ask for one line.
    @Override
    protected double computePrefHeight(double width) {
      if (flows.isEmpty() || list.getWidth() <= BAR) {
        return super.computePrefHeight(width);
      }
      double em = getFont().getSize();
      double room = list.getWidth() - BAR;
      double text = (narrow ? room - WORD * em : (room - LINE) / 2) - BESIDE * em;
      return Math.ceil(
          flows.stream()
              .mapToDouble(f -> f.prefHeight(Math.max(em, text)))
              .reduce(LEAST * em, Math::max));
    }

    @Override
    protected void updateItem(DiffPage.Row row, boolean empty) {
      super.updateItem(row, empty);
      flows.clear();
      if (empty || row == null) {
        setGraphic(null);
        setAccessibleText(null);
        pseudoClassStateChanged(CURRENT, false);
        return;
      }
      pseudoClassStateChanged(CURRENT, row instanceof DiffPage.Differs d && d.change() == current);
      switch (row) {
        case DiffPage.Equal e -> equal(e);
        case DiffPage.Gap g -> gap(g);
        case DiffPage.Differs d -> differs(d);
      }
    }

    private void equal(DiffPage.Equal row) {
      var left = side(row.left(), "", new Differing(row.text(), "", ""), "same-side");
      var right = side(row.right(), "", new Differing(row.text(), "", ""), "same-side");
      setGraphic(narrow ? one(left) : pair(left, right));
      setAccessibleText(row.text());
    }

    private void gap(DiffPage.Gap row) {
      var text = words.count("kit.diff.gap", row.lines().size());
      var label = Texts.label(text, "diff-gap");
      label.setGraphic(Icons.small("mdi2u-unfold-more-horizontal"));
      var line = new HBox(label);
      line.setAlignment(Pos.CENTER);
      line.getStyleClass().add("diff-gap-row");
      setGraphic(line);
      setAccessibleText(text);
    }

    private void differs(DiffPage.Differs row) {
      var left = row.left().map(s -> side(s.number(), sign("kit.diff.git"), s.text(), "git-side"));
      var right =
          row.right().map(s -> side(s.number(), sign("kit.diff.live"), s.text(), "live-side"));
      setGraphic(
          narrow
              ? one(left.or(() -> right).orElseThrow())
              : pair(left.orElseGet(this::nothing), right.orElseGet(this::nothing)));
      setAccessibleText(words.get("kit.diff.sentence", said(row.left()), said(row.right())));
    }

    /// In one column the side is a word: its colour alone would say it.
    private String sign(String key) {
      return narrow ? words.get(key) : "≠";
    }

    private String said(Optional<DiffPage.Side> side) {
      return side.map(s -> s.text().text().strip()).orElse(words.get("kit.diff.nothing"));
    }

    private HBox nothing() {
      var nothing = new HBox();
      nothing.getStyleClass().addAll("diff-side", "no-side");
      return nothing;
    }

    private HBox pair(Region left, Region right) {
      var line = new Region();
      line.getStyleClass().add("diff-line");
      for (var side : List.of(left, right)) {
        side.setPrefWidth(10);
        side.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(side, Priority.ALWAYS);
      }
      var pair = new HBox(left, line, right);
      pair.getStyleClass().add("diff-row");
      return pair;
    }

    private HBox one(Region side) {
      side.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(side, Priority.ALWAYS);
      var row = new HBox(side);
      row.getStyleClass().add("diff-row");
      return row;
    }

    private HBox side(int number, String sign, Differing text, String css) {
      var no = Texts.label(Integer.toString(number), "diff-number");
      var mark = Texts.label(sign, "diff-sign");
      var flow = new TextFlow();
      flow.getStyleClass().add("diff-text");
      boolean differs = !sign.isEmpty();
      add(flow, DiffPage.visible(text.before(), false), "same");
      add(flow, DiffPage.visible(text.middle(), differs && text.after().isEmpty()), "differs");
      add(flow, DiffPage.visible(text.after(), differs), "same");
      flow.setMinWidth(0);
      flows.add(flow);
      HBox.setHgrow(flow, Priority.ALWAYS);
      var side = new HBox(no, mark, flow);
      side.setMinWidth(0);
      side.getStyleClass().addAll("diff-side", css);
      return side;
    }

    private void add(TextFlow flow, String text, String css) {
      if (!text.isEmpty()) {
        var node = new Text(text);
        node.getStyleClass().add(css);
        flow.getChildren().add(node);
      }
    }
  }
}
