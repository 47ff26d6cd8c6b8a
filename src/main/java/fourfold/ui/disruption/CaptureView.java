package fourfold.ui.disruption;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.disruption.Duration;
import fourfold.core.disruption.Effect;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.P;
import fourfold.core.reference.Reference;
import fourfold.desk.ThreatName;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.FormRow;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.SideSheet;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/// The sheet of quick capture.
final class CaptureView {

    private static final int IN_A_ROW = 3;

    private CaptureView() {}

    static SideSheet sheet(String key, CaptureViewModel model, Reference reference) {
        var event = model.event;
        var sheet = new SideSheet(
                        key,
                        "Record a disruption",
                        Form.of(
                                cameOf(model),
                                Form.area(event.summary, 2),
                                Form.beside(
                                        Form.suggest(model.threat, model.threats, ThreatName::words),
                                        Form.date(event.eventDate, model::today)),
                                p(event, reference),
                                part(model, reference),
                                category(event, reference),
                                Form.area(event.categoryReason, 2),
                                Form.area(event.evidence, 1),
                                unfold(model),
                                Nodes.showWhen(longer(model), model.more)),
                        model::hasUnsaved)
                .following(model)
                .buttons(model.save, List.of(model.another));
        sheet.strip(new VerdictLine(model.verdict()));
        keepDrafts(sheet, model::keepDraft);
        return sheet;
    }

    private static Node cameOf(CaptureViewModel model) {
        var words = Nodes.prose("", "muted");
        var action = model.start.value().map(read -> read.action()
                .map(known -> "Came of the action \"" + known.get(fourfold.core.plan.Action.TITLE) + "\"")
                .orElse(""));
        words.textProperty().bind(action.orElse(""));
        return Nodes.showWhen(words, words.textProperty().isNotEmpty());
    }

    static FormRow p(EventInputs event, Reference reference) {
        return Form.explained(
                event.p,
                Arrays.asList(P.values()),
                P::label,
                p -> p.meaning() + "\nFor example: " + p.examples(),
                help(reference, Disruption.FOUR_P));
    }

    private static String help(Reference reference, Field<Disruption, ?> field) {
        return reference.help(Disruption.FIELDS, field).orElse("");
    }

    static FormRow category(EventInputs event, Reference reference) {
        return Form.explained(
                event.category,
                Arrays.asList(Category.values()),
                Category::label,
                category -> reference
                        .help(Disruption.FIELDS, Disruption.CATEGORY, category)
                        .orElse(""),
                help(reference, Disruption.CATEGORY));
    }

    /// Led or supported, and what that asks for.
    private static Node part(CaptureViewModel model, Reference reference) {
        var event = model.event;
        Function<DisruptionType, String> words = type -> type == DisruptionType.LEAD ? "We led" : "We supported";
        var lead = Nodes.showWhen(
                Form.suggestText(event.leadAgency, model.agencies),
                event.type.value().map(type -> type == DisruptionType.SUPPORT).orElse(false));
        return box(
                Form.explained(
                        event.type,
                        List.of(DisruptionType.LEAD, DisruptionType.SUPPORT),
                        words,
                        type -> reference
                                .help(Disruption.FIELDS, Disruption.TYPE, type)
                                .orElse(""),
                        "One event has one lead agency; those that helped are named below."),
                lead,
                Form.several(event.supporting, model.agencies, name -> name));
    }

    private static Node unfold(CaptureViewModel model) {
        var link = Buttons.link(Command.of("capture.more", "More: secondary Ps, unit, tactics, quantities, effect", () -> {
            model.more.set(true);
            model.event.otherPs.attend();
        }));
        return Nodes.showWhen(link, model.more.not());
    }

    private static Node longer(CaptureViewModel model) {
        return longer(model.event, model.units, model.tactics);
    }

    static Node longer(
            EventInputs event,
            javafx.collections.ObservableList<String> units,
            javafx.collections.ObservableList<String> tactics) {
        return box(
                Form.flags(event.otherPs, Arrays.asList(P.values()), P::label),
                Form.suggestText(event.leadUnit, units),
                Form.several(event.tactics, tactics, name -> name),
                Form.group("People"),
                grid(event.people.stream().map(Form::number)),
                Form.group("Activity and seizures"),
                grid(Stream.concat(event.activity.stream().map(Form::number), event.money.stream().map(Form::money))),
                Form.group("Effect"),
                Form.area(event.change, 2),
                Form.beside(
                        Form.choice(event.effect, Arrays.asList(Effect.values()), Effect::label),
                        Form.choice(event.duration, Arrays.asList(Duration.values()), Duration::label)));
    }

    /// The fields, three in a row.
    private static Node grid(Stream<FormRow> fields) {
        return box(fields.gather(Gatherers.windowFixed(IN_A_ROW))
                .map(few -> Form.beside(few.toArray(FormRow[]::new)))
                .toArray(Node[]::new));
    }

    private static Node box(Node... rows) {
        var box = new VBox(rows);
        box.getStyleClass().add("form");
        return box;
    }

    /// Whenever the keyboard leaves a field or the sheet is closed, what was typed is kept.
    static void keepDrafts(SideSheet sheet, Runnable keep) {
        sheet.keeping(keep);
        sheet.focusWithinProperty().subscribe(within -> {
            if (!within) keep.run();
        });
        Nodes.whenInScene(sheet, scene -> scene.focusOwnerProperty().subscribe(owner -> {
            if (sheet.getScene() != null) keep.run();
        }));
    }
}
