package dev.plumbline.ui.environment;

import dev.plumbline.engine.EnvironmentView;
import dev.plumbline.ui.kit.Texts;
import dev.plumbline.ui.kit.Words;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// The foot of the tree: how many objects there are and whether all are listed, and what they are
/// ordered by.
final class TreeFooter {

  private final EnvironmentModel model;
  private final Words words;
  private final Label counts = Texts.cut(Texts.second(""));
  private final MenuButton order = new MenuButton();
  private final RadioMenuItem byOwner;
  private final RadioMenuItem byKind;
  private final HBox root;

  TreeFooter(EnvironmentModel model, Words words) {
    this.model = model;
    this.words = words;
    counts.setId("environment-footer");
    var group = new ToggleGroup();
    byOwner = item("environment-by-owner", "environment.by.owner", Listing.By.OWNER, group);
    byKind = item("environment-by-kind", "environment.by.kind", Listing.By.KIND, group);
    order.setId("environment-order");
    order.setMinWidth(Region.USE_PREF_SIZE);
    order.getStyleClass().addAll("small", "flat-menu");
    order.getItems().setAll(byOwner, byKind);
    root = new HBox(8, counts, Texts.spacer(), order);
    root.getStyleClass().add("list-footer");
    root.setAlignment(Pos.CENTER_LEFT);
    model.view().subscribe(v -> draw());
    model.living().subscribe(l -> draw());
    model.tree().found().subscribe(t -> draw());
    model.tree().facet().subscribe(f -> draw());
    model.tree().chosenOrder().subscribe(o -> draw());
  }

  Region root() {
    return root;
  }

  private RadioMenuItem item(String id, String key, Listing.By by, ToggleGroup group) {
    var item = new RadioMenuItem(words.get(key));
    item.setId(id);
    item.setToggleGroup(group);
    item.setOnAction(e -> model.tree().chosenOrder().set(Optional.of(by)));
    return item;
  }

  private void draw() {
    var view = model.view().get();
    counts.setText(said(view));
    boolean listed = view.drift().isPresent();
    order.setVisible(listed);
    order.setManaged(listed);
    boolean owner = model.tree().order() == Listing.By.OWNER;
    byOwner.setSelected(owner);
    byKind.setSelected(!owner);
    order.setText((owner ? byOwner : byKind).getText());
    order.setAccessibleText(words.get("environment.by.name", order.getText()));
  }

  private String said(EnvironmentView view) {
    if (view.drift().isEmpty()) {
      return "";
    }
    var tally = model.tree().tally().get();
    int all = tally.counts().all();
    if (model.tree().filtered()) {
      var passing = model.tree().left();
      var text =
          words.get(
              "environment.footer.some",
              FacetChips.number(passing.counts().all()),
              FacetChips.number(all));
      return tally.owned() == 0
          ? text
          : text
              + words.get(
                  "environment.footer.some-owned",
                  FacetChips.number(passing.owned()),
                  FacetChips.number(tally.owned()));
    }
    var living = model.living().get();
    if (living.asOf().isEmpty()) {
      return words.count("environment.footer.objects", all, FacetChips.number(all));
    }
    return words.count("environment.footer.objects", all, FacetChips.number(all))
        + words.get(
            living.problems().isEmpty()
                ? "environment.footer.owned"
                : "environment.footer.owned-in-part",
            FacetChips.number(tally.owned()));
  }
}
