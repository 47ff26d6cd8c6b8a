package fourfold.ui.plan;

import fourfold.core.access.Permission;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Kept;
import fourfold.desk.PlanBoard;
import fourfold.desk.PlanDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Proposing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// A sheet for some fields of the plan itself: its own, or those of one P.
final class PlanEditViewModel extends ViewModel {

    final Input<LocalDate> nextReview;
    final Command save;
    /// Who can be suggested.
    final ObservableList<String> people = FXCollections.observableArrayList();
    private final PlanBoardViewModel parent;
    private final FormTexts<Plan> form = new FormTexts<>(Plan.FIELDS, PlanDesk.CLOSED_PLAN_FIELDS);
    private final Map<Field<Plan, String>, Input<String>> texts = new LinkedHashMap<>();
    private Kept<Plan> plan;
    private Runnable saved = () -> {};

    /// @param fields the text fields of the sheet
    PlanEditViewModel(PlanBoardViewModel parent, List<Field<Plan, String>> fields) {
        super(parent.desktop.tools());
        this.parent = parent;
        plan = plan(parent.board.now());
        var reference = parent.desktop.office().reference();
        for (var field : fields) {
            var input = Input.text(field.name(), field.label())
                    .help(reference.help(Plan.FIELDS, field).orElse(""));
            texts.put(field, input(form.tie(field, input)));
        }
        nextReview = input(Input.of(Plan.NEXT_REVIEW.name(), Plan.NEXT_REVIEW.label()));
        if (fields.contains(Plan.OBJECTIVE)) form.tie(Plan.NEXT_REVIEW, nextReview);
        form.fill(plan.record());
        query("Reading who can be asked", new ReadOnlyObjectWrapper<>("").getReadOnlyProperty(), all -> parent.desktop
                        .office().plans().parties())
                .whenRead(people::setAll);
        var may = parent.desktop.office().session().may(Permission.EDIT_PLANS);
        save = command(
                        "plan.save",
                        "Save the plan",
                        new ReadOnlyObjectWrapper<>(may ? "" : Permission.EDIT_PLANS.refusal()).getReadOnlyProperty(),
                        () -> form.editing(false).either(this::write, this::refused))
                .on("Ctrl+Enter").icon("fth-check");
    }

    private static Kept<Plan> plan(PlanBoard board) {
        return Objects.requireNonNull(board.plan(), "the board has a plan before its sheets open");
    }

    Input<String> text(Field<Plan, String> field) {
        return Objects.requireNonNull(texts.get(field), field.name());
    }

    List<Input<String>> inputs() {
        return new ArrayList<>(texts.values());
    }

    void then(Runnable afterSave) {
        saved = afterSave;
    }

    private void write(Editing<Plan> values) {
        askWithReason(
                reasons -> new PlanDesk.Edit(plan.seen(), values, reasons.text()),
                wish -> parent.desktop.office().plans().edit(wish),
                kept -> {
                    Proposing.say(parent.desktop, kept, "The plan is saved.");
                    saved.run();
                });
    }

    @Override
    public void showTheirs() {
        dismissProblem();
        ask("", none -> latest(), theirs -> {
            plan = plan(theirs);
            form.fill(plan.record());
        });
    }

    @Override
    public void keepMine() {
        dismissProblem();
        ask("", none -> latest(), theirs -> plan = plan(theirs));
    }

    private fourfold.core.kernel.Outcome<PlanBoard> latest() {
        return parent.desktop.office().plans().boardAt(plan.record().id().value());
    }
}
