package fourfold.ui.plan;

import fourfold.core.access.Permission;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanState;
import fourfold.core.reference.PlanTemplate;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.PlanBoard;
import fourfold.desk.PlanDesk;
import fourfold.desk.PrintDesk;
import fourfold.desk.ReviewDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Printing;
import fourfold.ui.place.Place;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The state and the commands of a plan board.
final class PlanBoardViewModel extends ViewModel {

    private static final String NO_PLAN = "The threat has no plan yet: begin one first.";

    final Desktop desktop;
    final Query<PlanBoard> board;
    /// The action that has the keyboard, or had it last.
    final ObjectProperty<@Nullable Id<Action>> chosen = new SimpleObjectProperty<>(this, "chosen");
    /// The column that has the keyboard, or had it last.
    final ObjectProperty<P> column = new SimpleObjectProperty<>(this, "column", P.PURSUE);
    final Command add;
    final Command edit;
    final Command submit;
    final Command left;
    final Command right;
    final Command threat;
    final Command review;
    final Command history;
    final Command print;
    private @Nullable Ways ways;

    /// @param place the identity of the plan, or of the threat while it has none
    PlanBoardViewModel(Desktop desktop, UUID place) {
        super(desktop.tools());
        this.desktop = desktop;
        var input = new ReadOnlyObjectWrapper<>(place).getReadOnlyProperty();
        board = query(
                "Reading the plan",
                input,
                id -> desktop.office().plans().boardAt(id),
                desktop.changesOf("plan", "action", "disruption", "threat"));
        add = writing("plan.add-action", "Add an action", () -> ways().add(column.get(), null))
                .on("Ctrl+N").icon("fth-plus");
        edit = writing("plan.edit", "Edit the plan", () -> ways().plan(Plan.OBJECTIVE.name())).on("F2").icon("fth-edit-2");
        submit = writing("plan.submit", "Submit for review", this::send).on("Ctrl+Shift+Enter").icon("fth-send");
        left = writing("plan.move-left", "Move the action to the P before", () -> shift(-1)).on("Ctrl+Shift+Left");
        right = writing("plan.move-right", "Move the action to the P after", () -> shift(1)).on("Ctrl+Shift+Right");
        threat = command("plan.threat", "Open the threat", this::openThreat).when(board.ready(), "The plan is being read.");
        review = command("plan.review", "Open the review", () -> desktop.go().go(new Place.Review(planId())))
                .when(board.value().map(PlanBoardViewModel::isWaiting).orElse(false), "The plan is not submitted.");
        history = command("plan.history", "Show the plan's history", () -> desktop.go()
                        .go(new Place.History(Plan.FIELDS.kind(), planId())))
                .when(hasPlan(), NO_PLAN);
        print = command("plan.print", "Print or save", this::print)
                .on("Ctrl+P").icon("fth-printer").when(hasPlan(), NO_PLAN);
    }

    /// Asks where the briefing is written, and writes it.
    private void print() {
        var of = board.now().threat().record();
        var paper = PrintDesk.Paper.PLAN_BRIEFING;
        tools().prompts().saveFile("Where the briefing is written", Printing.fileName(paper, of), chosen -> askWithReason(
                given -> Printing.wish(paper, of, given),
                wish -> desktop.office().papers().print(wish, chosen),
                printed -> tools().status().say(Printing.written(printed.file()))));
    }

    private Command writing(String id, String text, Runnable run) {
        var may = desktop.office().session().may(Permission.EDIT_PLANS);
        var refusal = new ReadOnlyObjectWrapper<>(may ? "" : Permission.EDIT_PLANS.refusal()).getReadOnlyProperty();
        return command(id, text, refusal, run).when(hasPlan(), NO_PLAN);
    }

    private ObservableValue<Boolean> hasPlan() {
        return board.value().map(read -> read.plan() != null).orElse(false);
    }

    private static boolean isWaiting(PlanBoard read) {
        return read.planOrBlank().is(Plan.STATE, PlanState.SUBMITTED)
                || read.planOrBlank().is(Plan.STATE, PlanState.IN_REVIEW);
    }

    /// Says where the board leads.
    void leadingTo(Ways sheets) {
        ways = sheets;
    }

    Ways ways() {
        if (ways == null) throw new IllegalStateException("the board leads nowhere yet");
        return ways;
    }

    /// The commands of the place.
    List<Command> commands() {
        return List.of(add, edit, submit, left, right, review, threat, history, print);
    }

    private UUID planId() {
        return board.now().planOrBlank().id().value();
    }

    private void openThreat() {
        desktop.go().go(new Place.ThreatFile(board.now().threat().record().id().value(), Place.Tab.OVERVIEW));
    }

    /// The template for the threat's area, if the area is known.
    Optional<PlanTemplate> template() {
        return board.now().threat().record().find(Threat.PRIMARY_AREA).map(desktop.office().reference()::template);
    }

    private Optional<Kept<Action>> chosenAction() {
        return board.now().actions().stream()
                .filter(kept -> kept.record().id().equals(chosen.get()))
                .findFirst();
    }

    private void shift(int by) {
        chosenAction().ifPresentOrElse(action -> {
            int to = action.record().find(Action.FOUR_P).orElse(P.PURSUE).ordinal() + by;
            if (to >= 0 && to < P.values().length) move(action, P.values()[to]);
        }, () -> tools().status().say("Go to an action first."));
    }

    /// Moves an action to another P; the status line offers to undo it.
    void move(Kept<Action> action, P to) {
        var from = action.record().find(Action.FOUR_P).orElse(to);
        if (from == to) return;
        column.set(to);
        chosen.set(action.record().id());
        ask(edit(action, to), wish -> desktop.office().plans().edit(wish), moved -> tools().status().say(
                "\"" + moved.record().get(Action.TITLE) + "\" now stands under " + to.label() + ".",
                Command.of("plan.undo-move", "Undo", () -> back(moved, from))));
    }

    private void back(Kept<Action> moved, P from) {
        column.set(from);
        ask(edit(moved, from), wish -> desktop.office().plans().edit(wish), again ->
                tools().status().say("Moved back to " + from.label() + "."));
    }

    private static PlanDesk.EditAction edit(Kept<Action> action, P to) {
        return new PlanDesk.EditAction(
                action.seen(), new Editing<>(List.of(new Field.Slot<>(Action.FOUR_P, to))), "");
    }

    /// Finds an action by its identity, as a drag carries it.
    Optional<Kept<Action>> action(String id) {
        return board.now().actions().stream()
                .filter(kept -> kept.record().id().toString().equals(id))
                .findFirst();
    }

    private void send() {
        var plan = board.now().plan();
        if (plan != null)
            ask(new ReviewDesk.Submit(plan.seen(), ""), wish -> desktop.office().reviews().submit(wish), sent ->
                    tools().status().say("The plan is submitted. Somebody else reviews it."));
    }

    /// Leads to where what is missing is settled.
    @Override
    public void attend(String fieldName) {
        for (var p : P.values())
            if (Plan.whyEmpty(p).name().equals(fieldName) || Plan.objective(p).name().equals(fieldName)) {
                ways().part(p, fieldName);
                return;
            }
        ways().plan(fieldName);
    }
}
