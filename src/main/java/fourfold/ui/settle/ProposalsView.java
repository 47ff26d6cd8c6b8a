package fourfold.ui.settle;

import fourfold.desk.ProposalDesk.Part;
import fourfold.ui.kit.Abreast;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Facts;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Nodes;
import fourfold.ui.settle.ProposalsViewModel.Line;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The answer to one proposal: what each field reads now and would read, who proposes it and why.
final class ProposalsView {

    /// The least width of a value, in ems of the text.
    private static final double CARD = 12;

    private ProposalsView() {}

    static Node of(ProposalsViewModel model) {
        var empty = Nodes.column(
                Nodes.prose("Nothing is proposed."),
                Nodes.prose(
                        "When another agency changes what only the owner of a record decides, such as its tier, the change waits"
                                + " here. Nothing changes until a supervisor of the owning agency accepts it.",
                        "muted"));
        var table = SettleView.table(
                model.lines, "Proposed by others", "Proposed by", line -> line.proposal().agency(), model.open::run, model.saving);
        return SettleView.of(model.read, model.lines, table, answer(model), empty);
    }

    private static Node answer(ProposalsViewModel model) {
        var shown = Nodes.column();
        model.lines.selected().subscribe(line -> {
            shown.getChildren().clear();
            if (line != null) shown.getChildren().setAll(proposal(model, line));
        });
        var form = Form.of(Form.area(model.reason, 3), Buttons.of(model.accept, model.decline, model.open));
        var whyNot = model.whyNot("");
        var barred = Buttons.row(List.of(model.open));
        var box = Nodes.column(
                SettleView.about(model.lines),
                shown,
                SettleView.bar(whyNot),
                Nodes.showWhen(barred, whyNot.map(words -> !words.isEmpty())),
                Nodes.showWhen(form, whyNot.map(String::isEmpty)));
        box.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                (event.isShiftDown() ? model.decline : model.accept).run();
                event.consume();
            }
        });
        return box;
    }

    private static List<Node> proposal(ProposalsViewModel model, Line line) {
        var zone = model.desktop().office().session().clock().getZone();
        var proposal = line.proposal();
        var parts = new VBox();
        parts.getStyleClass().add("settle-parts");
        for (var part : proposal.parts()) parts.getChildren().add(part(part));
        var facts = new Facts()
                .add("Proposed by", SettleWords.who(proposal.user(), proposal.role(), proposal.agency()))
                .add("When", SettleWords.when(proposal.at(), zone));
        if (!proposal.reason().isBlank()) facts.add("Why", proposal.reason());
        return List.of(parts, facts);
    }

    private static Node part(Part part) {
        var both = new Abreast(CARD, List.of(card("Now", part.current()), card("Proposed", part.proposed())));
        both.getStyleClass().add("settle-cards");
        return new VBox(Nodes.label(part.label(), "field-label"), both);
    }

    private static Region card(String when, String value) {
        var box = new VBox(Nodes.label(when, "muted", "small"), Nodes.prose(SettleWords.value(value), "settle-value"));
        box.getStyleClass().add("settle-card");
        return box;
    }
}
