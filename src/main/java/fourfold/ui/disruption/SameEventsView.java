package fourfold.ui.disruption;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.disruption.Sighting;
import fourfold.desk.EventFile;
import fourfold.desk.HistoryDesk;
import fourfold.desk.LinkDesk.Beside;
import fourfold.desk.LinkDesk.Perhaps;
import fourfold.ui.kit.Abreast;
import fourfold.ui.kit.Badge;
import fourfold.ui.kit.BusyLine;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Columns;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.ListBeside;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Page;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.parts.TableSaving;
import fourfold.ui.parts.UnsettledMarks;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The pairs at the left; at the right the chosen two side by side, in what they are alike, and the decision.
final class SameEventsView {

    /// The least width of one event.
    private static final double CARD = 17;

    private SameEventsView() {}

    static Page of(SameEventsViewModel model) {
        var something = Bindings.createBooleanBinding(
                () -> !model.all.isEmpty() || model.chosen.get().isPresent(), model.all, model.chosen);
        var pane = ListBeside.of(table(model), right(model), none(model), something);
        var failed = Nodes.prose("", "settle-bar");
        failed.textProperty().bind(model.failed);
        return Page.untitled()
                .strip(new BusyLine(model.searching))
                .strip(Nodes.showWhen(failed, model.failed.map(words -> !words.isEmpty())))
                .following(model)
                .content(pane);
    }

    private static Node none(SameEventsViewModel model) {
        var words = Nodes.prose("");
        words.textProperty().bind(model.searched.map(yes -> yes
                ? "No two events look like one."
                : "Comparing the events…"));
        return Nodes.column(
                words,
                Nodes.prose(
                        "When two agencies record what may be the same event, the pair waits here. A supervisor says whether it is"
                                + " one, and who led it. Nationally it then counts once.",
                        "muted"));
    }

    private static TableView<Perhaps> table(SameEventsViewModel model) {
        return Columns.<Perhaps>of("Perhaps the same event")
                .text("Events", 17, one -> one.pair().one().ref() + "  ·  " + one.pair().other().ref())
                .sorted("Day", 8.5, one -> one.pair().one().date(), one -> Dates.shortDay(one.pair().one().date()))
                .node("Counted", 7, SameEventsView::counted, one -> new Badge(
                        counted(one), one.pair().twice() ? Badge.Tone.WARNING : Badge.Tone.QUIET))
                .text("Threat", 11, one -> one.pair().one().threatWords())
                .whereThereIsRoom(1)
                .keyed(one -> SameEventsViewModel.Both.of(one.pair()))
                .opens(one -> model.open(one.pair().one().id()))
                .savedBy(TableSaving.at(model.desktop(), () -> ""), one -> List.of(
                        one.pair().one().id(), one.pair().other().id()))
                .empty("No two events look like one.")
                .choosing(model.line)
                .rows(model.all);
    }

    private static String counted(Perhaps one) {
        return one.pair().twice() ? "Twice" : "Once";
    }

    private static Region right(SameEventsViewModel model) {
        var barred = Nodes.prose("", "settle-bar");
        barred.textProperty().bind(model.whyNot());
        var undo = Nodes.showWhen(
                Buttons.button(model.undo),
                model.beside.value().map(read -> read.flatMap(Beside::link).filter(SameEventsView::stands).isPresent()).orElse(false));
        var undecided = Nodes.showWhen(
                Buttons.row(List.of(model.first, model.second, model.part)),
                model.beside.value().map(read -> read.flatMap(Beside::link).filter(SameEventsView::stands).isEmpty()).orElse(true));
        var form = Form.of(Form.area(model.reason, 2), Nodes.column(undecided, undo));
        var box = Nodes.column(
                QueryPane.of(model.beside, read -> read.map(both -> pair(both, model)).orElseGet(() -> Nodes.column())),
                Nodes.showWhen(barred, model.whyNot().map(words -> !words.isEmpty())),
                Nodes.showWhen(form, model.whyNot().map(String::isEmpty)));
        box.getStyleClass().add("settle-answer");
        return box;
    }

    private static boolean stands(fourfold.core.sync.Kept<EventLink> link) {
        return !link.record().lacks(EventLink.DECISION)
                && !link.record().is(EventLink.DECISION, fourfold.core.disruption.LinkDecision.UNDONE);
    }

    private static Node pair(Beside both, SameEventsViewModel model) {
        var box = Nodes.column();
        box.getStyleClass().add("same-pair");
        box.getChildren().add(Nodes.heading(both.link()
                .filter(SameEventsView::stands)
                .map(link -> link.record().print(EventLink.DECISION))
                .orElse("Are these one event?")));
        both.link().ifPresent(link -> box.getChildren().addAll(UnsettledMarks.of(
                model.desktop().go(), "link", link.record().id().value(), List.of(link.state()))));
        var line = model.line.get();
        if (line != null && !line.again().isEmpty()) box.getChildren().add(Nodes.prose(line.again(), "settle-bar"));
        both.alike().ifPresent(alike -> {
            var reasons = new VBox();
            reasons.getStyleClass().add("tight-column");
            alike.reasons().forEach(reason -> reasons.getChildren().add(Nodes.prose("· " + reason)));
            box.getChildren().add(reasons);
        });
        var cards = new Abreast(CARD, List.of(
                card("First", both.first(), both.alike().map(pair -> pair.one()), model),
                card("Second", both.second(), both.alike().map(pair -> pair.other()), model)));
        cards.getStyleClass().add("settle-cards");
        box.getChildren().add(cards);
        both.said().forEach(step -> box.getChildren().add(said(step, model)));
        return box;
    }

    private static Region card(
            String which, EventFile file, java.util.Optional<Sighting> seen, SameEventsViewModel model) {
        var event = file.event();
        var open = Buttons.link(Command.of(
                "same.open." + which, event.get(Disruption.REF), () -> model.open(event.id().value())));
        var facts = new Facts()
                .add("Recorded by", seen.map(Sighting::agency).orElse(event.get(Disruption.LEAD_AGENCY)))
                .add("Happened", EventWording.day(event, Disruption.EVENT_DATE))
                .add("As", EventWording.part(event))
                .add("Threat", file.line().threatWords())
                .add("Category", event.print(Disruption.CATEGORY))
                .add("Lead agency", event.get(Disruption.LEAD_AGENCY))
                .add("Supporting", EventWording.listed(event, Disruption.SUPPORTING))
                .add("Tactics", EventWording.listed(event, Disruption.TACTICS))
                .add("Quantities", EventWording.quantities(event));
        var box = new VBox(
                Nodes.flow(Nodes.label(which, "muted", "small"), open),
                Nodes.prose(event.get(Disruption.SUMMARY)),
                new VerdictLine(file.line().verdict()),
                facts);
        box.getStyleClass().add("settle-card");
        return box;
    }

    private static Node said(HistoryDesk.Step step, SameEventsViewModel model) {
        var zone = model.desktop().office().session().clock().getZone();
        return Nodes.prose(
                step.words() + " by " + step.user() + ", " + step.agency() + ", " + Dates.moment(step.at(), zone)
                        + (step.reason().isBlank() ? "" : ": " + step.reason()),
                "muted");
    }
}
