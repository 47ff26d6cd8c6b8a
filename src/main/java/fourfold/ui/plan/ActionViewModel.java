package fourfold.ui.plan;

import fourfold.core.access.Permission;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.plan.ActionRules;
import fourfold.core.plan.ActionStatus;
import fourfold.core.reference.PlanTemplate;
import fourfold.core.sync.Kept;
import fourfold.desk.PlanDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Proposing;
import fourfold.ui.place.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The sheet of one action, or of a new one.
final class ActionViewModel extends ViewModel {

    final Input<String> title;
    final Input<P> p;
    final Input<String> owner;
    final Input<LocalDate> due;
    final Input<ActionStatus> status;
    final Input<String> result;
    final Input<String> measure;
    final Input<String> tactic;
    final Input<LocalDate> taskedOn;
    final Input<Marking> marking;
    /// Who can be suggested as the owner.
    final ObservableList<String> owners = FXCollections.observableArrayList();
    final Command save;
    final Command another;
    private final PlanBoardViewModel parent;
    private final FormTexts<Action> form = new FormTexts<>(Action.FIELDS, PlanDesk.CLOSED_ACTION_FIELDS);
    private @Nullable Kept<Action> action;
    private Consumer<Kept<Action>> saved = kept -> {};
    private Runnable more = () -> {};

    /// @param action the action, or null for a new one
    ActionViewModel(PlanBoardViewModel parent, @Nullable Kept<Action> action) {
        super(parent.desktop.tools());
        this.parent = parent;
        this.action = action;
        title = tied(Action.TITLE, Input.text("title", "What is to be done").required().atMost(500));
        p = tied(Action.FOUR_P, Input.<P>of("p", "4P").required());
        owner = tied(Action.OWNER, Input.text("owner", "Owner").atMost(200).help(help(Action.OWNER)));
        due = tied(Action.DUE, Input.of("due", "Due"));
        status = tied(Action.STATUS, Input.<ActionStatus>of("status", "Status").required());
        result = tied(Action.RESULT, Input.text("result", "Outcome, or why it is declined or blocked").atMost(65_536));
        measure = tied(Action.MEASURE, Input.text("measure", "Measure of success").atMost(4000).help(help(Action.MEASURE)));
        tactic = tied(Action.TACTIC, Input.text("tactic", "Tactic").atMost(200));
        taskedOn = tied(Action.TASKED_ON, Input.of("taskedOn", "Tasked on"));
        marking = tied(Action.MARKING, Input.of("marking", "Marking"));
        form.fill(action == null ? blank() : action.record());
        query("Reading who can be asked", new ReadOnlyObjectWrapper<>("").getReadOnlyProperty(), all -> parent.desktop
                        .office().plans().parties())
                .whenRead(this::suggest);
        var may = parent.desktop.office().session().may(Permission.EDIT_PLANS);
        var refusal = new ReadOnlyObjectWrapper<>(may ? "" : Permission.EDIT_PLANS.refusal()).getReadOnlyProperty();
        save = command("action.save", action == null ? "Add the action" : "Save the action", refusal, () -> write(true))
                .on("Ctrl+Enter").icon("fth-check");
        another = command("action.another", "Save and add another", refusal, () -> write(false)).on("Ctrl+Shift+Enter");
    }

    private <V> Input<V> tied(Field<Action, V> field, Input<V> input) {
        return input(form.tie(field, input));
    }

    private String help(Field<Action, ?> field) {
        return parent.desktop.office().reference().help(Action.FIELDS, field).orElse("");
    }

    private static Action blank() {
        return Action.FIELDS
                .blank(new fourfold.core.kernel.Id<>(new java.util.UUID(0, 0)))
                .with(Action.STATUS, ActionStatus.PROPOSED)
                .with(Action.MARKING, Marking.OFFICIAL_SENSITIVE);
    }

    /// What a new action begins with.
    void begin(P under, PlanTemplate.@Nullable Prompt prompt) {
        p.starting(under);
        if (prompt != null) {
            title.set(prompt.title());
            owner.set(prompt.owner());
            measure.set(prompt.measure());
        }
    }

    private void suggest(List<String> known) {
        var reference = parent.desktop.office().reference();
        var all = new java.util.LinkedHashSet<>(known);
        reference.partners().forEach(partner -> all.add(partner.name()));
        reference.lists().posts().forEach(post -> all.add(post.value()));
        owners.setAll(all);
    }

    /// The statuses that the action may have next, its own first.
    List<ActionStatus> statuses() {
        var now = action;
        if (now == null)
            return List.of(ActionStatus.PROPOSED, ActionStatus.TASKED, ActionStatus.ACCEPTED, ActionStatus.IN_PROGRESS);
        var from = now.record().find(Action.STATUS).orElse(ActionStatus.PROPOSED);
        var all = new ArrayList<ActionStatus>();
        all.add(from);
        all.addAll(ActionRules.next(from));
        return all;
    }

    /// The names of the tactics that usually stand under the chosen P.
    List<String> tactics() {
        var under = p.get();
        var reference = parent.desktop.office().reference();
        return (under == null ? reference.tactics() : reference.tactics(under)).stream().map(one -> one.name()).toList();
    }

    /// The action as it was opened, or null for a new one.
    @Nullable Kept<Action> action() {
        return action;
    }

    /// Leads to what changed in the action, when, by whom and why.
    Command history() {
        return command("action.history", "Show its history", () -> {
            var now = action;
            if (now != null)
                parent.desktop.go().go(new Place.History(Action.FIELDS.kind(), now.record().id().value()));
        });
    }

    /// What to do when it is saved, and when another is wanted.
    void then(Consumer<Kept<Action>> afterSave, Runnable anotherOne) {
        saved = afterSave;
        more = anotherOne;
    }

    private void write(boolean close) {
        form.editing(action == null).either(values -> write(values, close), this::refused);
    }

    private void write(Editing<Action> values, boolean close) {
        var before = action;
        if (before == null)
            ask(new PlanDesk.AddAction(parent.board.now().threat().record().id(), values),
                    wish -> parent.desktop.office().plans().add(wish), kept -> added(kept, close));
        else
            askWithReason(
                    reasons -> new PlanDesk.EditAction(before.seen(), values, reasons.text()),
                    wish -> parent.desktop.office().plans().edit(wish),
                    kept -> changed(before, kept, values));
    }

    private void added(Kept<Action> kept, boolean close) {
        parent.chosen.set(kept.record().id());
        kept.record().find(Action.FOUR_P).ifPresent(parent.column::set);
        tools().status().say("Added under " + kept.record().print(Action.FOUR_P) + ": " + kept.record().get(Action.TITLE));
        saved.accept(kept);
        if (!close) more.run();
    }

    private void changed(Kept<Action> before, Kept<Action> kept, Editing<Action> values) {
        parent.chosen.set(kept.record().id());
        var words = "Saved: " + kept.record().get(Action.TITLE);
        Proposing.say(parent.desktop, kept, () -> {
            if (mayGoBack(before.record(), kept.record()))
                tools().status().say(words, Command.of("action.undo", "Undo", () -> form.undoing(before.record(), values)
                        .either(undo -> undo(kept, undo), this::refused)));
            else tools().status().say(words);
        });
        saved.accept(kept);
    }

    private static boolean mayGoBack(Action before, Action after) {
        var from = before.find(Action.STATUS).orElse(ActionStatus.PROPOSED);
        var to = after.find(Action.STATUS).orElse(ActionStatus.PROPOSED);
        return from == to || ActionRules.next(to).contains(from);
    }

    private void undo(Kept<Action> kept, Editing<Action> values) {
        ask(new PlanDesk.EditAction(kept.seen(), values, ""), wish -> parent.desktop.office().plans().edit(wish), again ->
                tools().status().say("Undone: " + again.record().get(Action.TITLE)));
    }

    private Outcome<Kept<Action>> latest() {
        var now = action;
        return now == null
                ? Outcome.refused(new fourfold.core.kernel.Problem.Gone("The action is not kept yet."))
                : parent.desktop.office().plans().action(now.record().get(Action.REF));
    }

    @Override
    public void showTheirs() {
        dismissProblem();
        ask("", none -> latest(), theirs -> {
            action = theirs;
            form.fill(theirs.record());
        });
    }

    @Override
    public void keepMine() {
        dismissProblem();
        ask("", none -> latest(), theirs -> action = theirs);
    }
}
