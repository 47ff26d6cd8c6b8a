package fourfold.ui.review;

import fourfold.core.kernel.Problem;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanState;
import fourfold.core.people.Party;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.Origins;
import fourfold.desk.PlanBoard;
import fourfold.desk.ReviewDesk;
import fourfold.desk.ReviewSheet;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Place;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;

/// One plan under review. A decision is about exactly the commitments that are shown: when they change meanwhile, the new
/// ones are shown, and they have to be looked at before anything is decided.
final class ReviewViewModel extends ViewModel {

    final Query<ReviewSheet> sheet;
    final Input<String> reason = input(Input.text("reason", "Reason").atMost(4000));
    final Command approve;
    final Command sendBack;
    final Command looked;
    final Command board;
    final Command threat;
    private final Desktop desktop;
    private final ReadOnlyStringWrapper whyNot = new ReadOnlyStringWrapper(this, "whyNot", "The plan is being read.");
    private final SimpleBooleanProperty moved = new SimpleBooleanProperty(this, "moved");
    private String shown = "";

    ReviewViewModel(Desktop desktop, UUID plan) {
        super(desktop.tools());
        this.desktop = desktop;
        sheet = query(
                "Reading the plan",
                new ReadOnlyObjectWrapper<>(plan).getReadOnlyProperty(),
                id -> desktop.office().reviews().sheetAt(id),
                desktop.changesOf("plan", "action", "threat"));
        approve = command("review.approve", "Approve the plan", whyNot, this::doApprove)
                .when(moved.not(), "The plan has changed: look at it again first.")
                .on("Ctrl+Enter").icon("fth-check");
        sendBack = command("review.return", "Return the plan", whyNot, this::doSendBack)
                .on("Ctrl+Shift+Enter").icon("fth-corner-up-left");
        looked = command("review.looked", "I have looked at it again", () -> moved.set(false));
        board = command("review.board", "Open the board", () -> desktop.go().go(new Place.PlanBoard(plan)));
        threat = command("review.threat", "Open the threat", () -> desktop.go().go(new Place.ThreatFile(
                        sheet.now().board().threat().record().id().value(), Place.Tab.OVERVIEW)))
                .when(sheet.ready(), "The plan is being read.");
        sheet.whenRead(this::read);
    }

    private void read(ReviewSheet read) {
        if (!shown.isEmpty() && !shown.equals(read.hash()) && isWaiting(read)) moved.set(true);
        shown = read.hash();
        whyNot.set(isWaiting(read)
                ? read.bar().map(Problem::sentence).orElse("")
                : "The plan does not wait for a decision: it reads \"" + read.board().standing() + "\".");
    }

    private static boolean isWaiting(ReviewSheet read) {
        var plan = read.board().planOrBlank();
        return plan.is(Plan.STATE, PlanState.SUBMITTED) || plan.is(Plan.STATE, PlanState.IN_REVIEW);
    }

    /// Whether the plan changed while it was being looked at.
    ReadOnlyBooleanProperty moved() {
        return moved;
    }

    /// Why nothing can be decided here and now by this person, or empty.
    javafx.beans.value.ObservableValue<String> whyNot() {
        return whyNot;
    }

    /// Whether the SIO is the LRO, so that the reviewer should say something about the balance of the four Ps (inspection
    /// report: activity "focused on pursue activity, to the detriment of the other elements").
    static boolean asksForBalance(PlanBoard board) {
        var record = board.threat().record();
        return Party.samePerson(record.get(Threat.LRO), record.get(Threat.SIO));
    }

    Desktop desktop() {
        return desktop;
    }

    List<Command> commands() {
        return List.of(approve, sendBack, board, threat);
    }

    private Kept<Plan> plan() {
        return Objects.requireNonNull(sheet.now().board().plan(), "a sheet under review has a plan");
    }

    private void doApprove() {
        ask(new ReviewDesk.Approve(plan().seen(), shown, reason.filled().strip()),
                wish -> desktop.office().reviews().approve(wish),
                kept -> finished("The plan is approved."));
    }

    private void doSendBack() {
        if (reason.filled().isBlank()) {
            refused(new Problem.Invalid(reason.name(), "Say what has to change."));
            return;
        }
        ask(new ReviewDesk.SendBack(plan().seen(), reason.filled().strip()),
                wish -> desktop.office().reviews().sendBack(wish),
                kept -> finished("The plan is returned to its LRO."));
    }

    /// Where the plan came from, in a sentence.
    static String words(Origins.Origin origin, ZoneId zone) {
        return "It came from " + origin.from() + " in package " + origin.number()
                + origin.at().map(at -> ", taken in on " + Dates.moment(at, zone)).orElse("")
                + ". What you decide goes back in a package.";
    }

    private void finished(String words) {
        reason.starting("");
        tools().status().say(words);
        desktop.go().go(new Place.Reviews());
    }
}
