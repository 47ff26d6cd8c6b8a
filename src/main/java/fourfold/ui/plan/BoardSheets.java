package fourfold.ui.plan;

import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.plan.ActionRules;
import fourfold.core.plan.Plan;
import fourfold.core.reference.PlanTemplate;
import fourfold.core.sync.Kept;
import fourfold.desk.ReviewSheet;
import fourfold.ui.kit.Buttons;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Diff;
import fourfold.ui.kit.Form;
import fourfold.ui.kit.Nodes;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.QueryPane;
import fourfold.ui.kit.Sheets;
import fourfold.ui.kit.SideSheet;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Drafting;
import fourfold.ui.place.Place;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import org.jspecify.annotations.Nullable;

/// The sheets that open over the board.
final class BoardSheets implements Ways {

    private final PlanBoardViewModel board;
    private final Desktop desktop;

    BoardSheets(PlanBoardViewModel board) {
        this.board = board;
        this.desktop = board.desktop;
    }

    private Sheets sheets() {
        return desktop.sheets();
    }

    @Override
    public void open(Kept<Action> action) {
        var ref = action.record().get(Action.REF);
        sheets().open("action/" + ref, () -> {
            var model = new ActionViewModel(board, action);
            var drafting = Drafting.of(desktop, "action/" + ref, texts(model));
            model.then(kept -> {
                drafting.end();
                sheets().finish();
                if (ActionRules.asksForDisruption(kept.record(), ColumnView.events(board.board.now(), kept) > 0)) ask(kept);
            }, () -> {});
            var history = model.history();
            return new SideSheet("action/" + ref, "Action " + ref, form(model, action), model::hasUnsaved)
                    .following(model)
                    .buttons(model.save, List.of(history))
                    .keeping(() -> drafting.keepChanged(texts(model)));
        });
    }

    private static List<fourfold.ui.kit.Input<String>> texts(ActionViewModel model) {
        return List.of(model.title, model.owner, model.measure, model.result, model.tactic);
    }

    @Override
    public void add(P p, PlanTemplate.@Nullable Prompt prompt) {
        var threat = board.board.now().threat().record().id();
        var key = "action/new/" + threat + "/" + p + (prompt == null ? "" : "/" + prompt.title());
        sheets().open(key, () -> {
            var model = new ActionViewModel(board, null);
            model.begin(p, prompt);
            var drafting = Drafting.of(desktop, key, texts(model));
            model.then(kept -> {
                drafting.end();
                sheets().finish();
            }, () -> add(p, null));
            return new SideSheet(key, "New action under " + p.label(), form(model, null), model::hasUnsaved)
                    .following(model)
                    .buttons(model.save, List.of(model.another))
                    .keeping(() -> drafting.keepChanged(texts(model)));
        });
    }

    private Node form(ActionViewModel model, @Nullable Kept<Action> action) {
        var today = (java.util.function.Supplier<java.time.LocalDate>) () -> desktop.office().session().today();
        var form = Form.of(
                Form.area(model.title, 2),
                Form.beside(
                        Form.choice(model.p, Arrays.asList(P.values()), P::label),
                        Form.choice(model.status, model.statuses(), status -> status.label())),
                Form.suggestText(model.owner, model.owners),
                Form.beside(Form.date(model.due, today), Form.date(model.taskedOn, today)),
                Form.area(model.measure, 2),
                Form.area(model.result, 3),
                Form.suggestText(model.tactic, FXCollections.observableArrayList(model.tactics())),
                Form.choice(model.marking, Arrays.asList(Marking.values()), Marking::label));
        if (action != null) form.getChildren().add(events(action));
        return form;
    }

    private Node events(Kept<Action> action) {
        var box = Nodes.column(Nodes.heading("Events of this action"));
        box.getStyleClass().add("sheet-events");
        var record = action.record();
        var mine = board.board.now().events().stream()
                .filter(event -> event.record().is(Disruption.ACTION, record.id()))
                .toList();
        for (var event : mine) {
            var one = event.record();
            var link = new Hyperlink(one.find(Disruption.EVENT_DATE).map(Dates::day).orElse("Without a day")
                    + " · " + one.print(Disruption.CATEGORY) + " · " + one.get(Disruption.SUMMARY));
            link.setWrapText(true);
            link.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
            link.setOnAction(pressed -> desktop.go().go(new Place.DisruptionFile(one.id().value())));
            box.getChildren().add(link);
        }
        if (mine.isEmpty() && !record.lacks(Action.NO_DISRUPTION_REASON))
            box.getChildren().add(Nodes.prose("No disruption was recorded: " + record.get(Action.NO_DISRUPTION_REASON), "muted"));
        else if (mine.isEmpty()) box.getChildren().add(Nodes.prose("No disruption is recorded for it yet.", "muted"));
        if (ActionRules.asksForDisruption(record, !mine.isEmpty()))
            box.getChildren().add(Buttons.row(List.of(
                    Command.of("action.ask", "Record it, or say why not", () -> ask(action)))));
        else if (mine.isEmpty())
            box.getChildren().add(Buttons.row(List.of(Command.of("action.capture", "Record a disruption", () -> desktop.capture(
                    board.board.now().threat().record().id(), record.id())))));
        return box;
    }

    @Override
    public void part(P p, String field) {
        var fields = List.<Field<Plan, String>>of(Plan.objective(p), Plan.whyEmpty(p));
        var empty = fourfold.core.plan.PlanRules.isEmpty(p, board.board.now().bareActions());
        edit("plan/" + p.name(), p.label(), fields, field, model -> {
            var form = Form.of(Nodes.prose(p.meaning(), "muted"), Form.area(model.text(Plan.objective(p)), 5));
            if (empty || !model.text(Plan.whyEmpty(p)).filled().isBlank())
                form.getChildren().add(Form.area(model.text(Plan.whyEmpty(p)), 5));
            return form;
        });
    }

    @Override
    public void plan(String field) {
        var fields = List.of(
                Plan.OBJECTIVE,
                Plan.INTELLIGENCE_OFFICER,
                Plan.FINANCIAL_INVESTIGATOR,
                Plan.SAFEGUARDING_OFFICER,
                Plan.INTELLIGENCE_GAPS);
        edit("plan/own", "The plan", fields, field, model -> Form.of(
                Form.area(model.text(Plan.OBJECTIVE), 4),
                Form.suggestText(model.text(Plan.INTELLIGENCE_OFFICER), model.people),
                Form.suggestText(model.text(Plan.FINANCIAL_INVESTIGATOR), model.people),
                Form.suggestText(model.text(Plan.SAFEGUARDING_OFFICER), model.people),
                Form.area(model.text(Plan.INTELLIGENCE_GAPS), 4),
                Form.date(model.nextReview, () -> desktop.office().session().today())));
    }

    private void edit(
            String what,
            String title,
            List<Field<Plan, String>> fields,
            String attended,
            java.util.function.Function<PlanEditViewModel, Form> form) {
        var key = what + "/" + board.board.now().planOrBlank().id();
        sheets().open(key, () -> {
            var model = new PlanEditViewModel(board, fields);
            var drafting = Drafting.of(desktop, key, model.inputs());
            model.then(() -> {
                drafting.end();
                sheets().finish();
            });
            var sheet = new SideSheet(key, title, form.apply(model), model::hasUnsaved)
                    .following(model)
                    .buttons(model.save, List.of())
                    .keeping(() -> drafting.keepChanged(model.inputs()));
            Nodes.whenInScene(sheet, scene -> desktop.tools().work().onScreen(() -> model.attend(attended)));
            return sheet;
        });
    }

    @Override
    public void difference() {
        var id = board.board.now().planOrBlank().id().value();
        var key = "plan/difference/" + id;
        sheets().open(key, () -> {
            var sheet = new Query<ReviewSheet>(
                    desktop.tools(),
                    "Comparing",
                    new ReadOnlyObjectWrapper<>(id).getReadOnlyProperty(),
                    plan -> desktop.office().reviews().sheetAt(plan));
            return new SideSheet(key, "Changed since it was approved", QueryPane.of(sheet, BoardSheets::difference), () -> false);
        });
    }

    private static Node difference(ReviewSheet sheet) {
        if (!sheet.comparable())
            return Nodes.prose("It was approved outside this program, so what was approved is not here to compare with.", "muted");
        return new Diff(sheet.since().stream()
                .map(change -> new Diff.Change(change.about(), change.before(), change.after()))
                .toList());
    }

    @Override
    public void ask(Kept<Action> action) {
        var key = "explain/" + action.record().get(Action.REF);
        sheets().finish();
        sheets().open(key, () -> {
            var model = new ExplainViewModel(board, action);
            model.then(sheets()::finish);
            var form = Form.of(
                    Nodes.prose("\"" + action.record().get(Action.TITLE) + "\" is finished: " + action.record().get(Action.RESULT)),
                    Nodes.prose(desktop.office().reference()
                            .help(Action.FIELDS, Action.NO_DISRUPTION_REASON).orElse(""), "muted"),
                    Form.area(model.reason, 4));
            return new SideSheet(key, "Record it, or say why not", form, model::hasUnsaved)
                    .following(model)
                    .buttons(model.record, List.of(model.keep));
        });
    }
}
