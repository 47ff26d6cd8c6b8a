package fourfold.ui.inspection;

import fourfold.core.inspection.Breakdown;
import fourfold.core.inspection.Hit;
import fourfold.core.inspection.Inspection;
import fourfold.core.inspection.Result;
import fourfold.core.inspection.Result.State;
import fourfold.ui.kit.Abreast;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.Bars;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Ends;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.kit.Scrolled;
import fourfold.ui.kit.TallList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The checks at the left, a sentence each; at the right the chosen one with the report's finding, its parts and its records.
final class InspectionView {

    /// The least width of the checks and of the chosen one, in ems of the text.
    private static final double LEAST = 26;

    private InspectionView() {}

    static Page of(InspectionViewModel model) {
        var list = new TallList<Result>(
                "Checks", one -> one.check().id(), InspectionView::line, InspectionView::spoken);
        list.chosen().addListener((source, before, now) -> model.chosen.set(now));
        var detail = detail(model);
        list.opens(() -> detail.lookupAll(".inspection-records").stream().findFirst().ifPresent(Node::requestFocus));
        Nodes.focus(list);
        model.read.whenRead(inspection -> {
            if (list.chosen().get() == null) model.begin(inspection).ifPresent(one -> list.chosen().set(one));
            list.show(inspection.results());
        });
        var both = new Abreast(LEAST, List.<Region>of(Scrolled.down(list, "settle-scroll"), Page.filling(detail)));
        both.getStyleClass().add("settle");
        return Page.untitled()
                .strip(head(model))
                .following(model)
                .content(QueryPane.around(model.read, both));
    }

    private static Node head(InspectionViewModel model) {
        var day = Form.date(model.day, model::today);
        day.getStyleClass().add("inspection-day");
        var summary = Nodes.prose("", "inspection-summary");
        summary.textProperty().bind(model.read.value().map(InspectionView::summary).orElse(""));
        return new Ends(day, summary);
    }

    static String summary(Inspection inspection) {
        return inspection.count(State.FOUND) == 0 && inspection.count(State.CANNOT_BE_ANSWERED) == 0
                ? "An inspector would find nothing here."
                : InspectionViewModel.summary(inspection);
    }

    private static Node line(Result result) {
        var count = Nodes.label(
                result.state() == State.CANNOT_BE_ANSWERED ? "–" : String.format(Locale.UK, "%,d", result.count()),
                "inspection-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        var words = Nodes.prose(result.sentence());
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        var title = Nodes.prose(result.check().title(), "small", "muted");
        var text = new VBox(words, title);
        text.getStyleClass().add("tight-column");
        HBox.setHgrow(text, Priority.ALWAYS);
        var line = new HBox(count, text, badge(result));
        line.getStyleClass().add("inspection-line");
        return line;
    }

    private static Label badge(Result result) {
        return switch (result.state()) {
            case FOUND -> new Badge("Found", Badge.Tone.WARNING);
            case NOTHING_FOUND -> new Badge("Nothing", Badge.Tone.DONE);
            case CANNOT_BE_ANSWERED -> new Badge("Not known", Badge.Tone.QUIET);
        };
    }

    private static String spoken(Result result) {
        return result.check().title() + ". " + result.state().label() + ". " + result.sentence();
    }

    private static VBox detail(InspectionViewModel model) {
        var title = Nodes.prose("", "heading");
        title.textProperty().bind(model.chosen.map(one -> one.check().title()).orElse(""));
        var sentence = Nodes.prose("");
        sentence.textProperty().bind(model.chosen.map(Result::sentence).orElse(""));
        var finding = Nodes.prose("", "muted");
        finding.textProperty().bind(model.chosen.map(InspectionView::finding).orElse(""));
        var parts = new VBox();
        parts.getStyleClass().add("column");
        Nodes.showWhen(parts, Bindings.isNotEmpty(parts.getChildren()));
        model.chosen.subscribe(one -> parts.getChildren().setAll(
                one == null ? List.of() : one.parts().stream().map(InspectionView::part).toList()));
        var records = records(model);
        VBox.setVgrow(records, Priority.ALWAYS);
        var box = new VBox(
                new VBox(title, sentence), finding, parts, Nodes.showWhen(records, Bindings.isNotEmpty(model.hits)));
        box.getChildren().getFirst().getStyleClass().add("tight-column");
        box.getStyleClass().addAll("column", "settle-answer");
        return box;
    }

    /// The finding that the check turns on us, in the report's words, and how it is looked for.
    private static String finding(Result result) {
        var check = result.check();
        var report = check.quote().isEmpty() ? "" : "The report: “" + check.quote() + "” (" + check.section() + "). ";
        var set = check.parameters().text();
        return report + "Test " + check.test() + (set.isEmpty() ? "" : " with " + set)
                + (check.from().isEmpty() ? "." : ", from " + check.from() + ".");
    }

    private static Node part(Breakdown part) {
        var bars = Bars.of(part.by(), part.counts().entrySet().stream()
                .map(one -> new Bars.Bar(one.getKey(), one.getValue(), String.format(Locale.UK, "%,d", one.getValue())))
                .toList());
        var box = new VBox(Nodes.label(part.by(), "field-label"), bars);
        box.getStyleClass().add("tight-column");
        return box;
    }

    private static Region records(InspectionViewModel model) {
        var table = Columns.<Hit>of("Records")
                .text("What", 9, Hit::ref)
                .text("Why", 21, Hit::note)
                .text("Name", 9, Hit::name)
                .whereThereIsRoom(1)
                .keyed(one -> one.kind() + one.ref() + one.note())
                .opens(model::open)
                .savedBy(model.saving, one -> Stream.of(one.id(), one.about()).filter(Objects::nonNull).toList())
                .empty("Nothing was found.")
                .rows(model.hits);
        table.getStyleClass().add("inspection-records");
        table.getSelectionModel().selectedItemProperty().addListener((source, before, now) -> model.hit.set(now));
        return table;
    }
}
