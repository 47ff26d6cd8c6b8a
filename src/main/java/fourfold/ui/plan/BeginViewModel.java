package fourfold.ui.plan;

import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.P;
import fourfold.core.access.Permission;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanRules;
import fourfold.core.reference.PlanTemplate;
import fourfold.core.threat.Threat;
import fourfold.desk.PlanBoard;
import fourfold.desk.PlanDesk;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The way to a first plan: from the template of the threat's area, empty, or step by step through all four Ps. The last
/// ends only when each P has an action or a reason.
final class BeginViewModel extends ViewModel {

    /// The step at which one chooses how to begin; after it come the objective, a step a P, and who helps.
    static final int CHOOSE = 0;
    static final int OBJECTIVE = 1;
    static final int FIRST_P = 2;
    static final int PEOPLE = FIRST_P + 4;

    /// What a step asks about one P.
    ///
    /// @param proposals the template's actions that are taken over
    /// @param own other actions, one a line
    record Part(P p, Input<String> objective, Input<Set<PlanTemplate.Prompt>> proposals, Input<String> own, Input<String> why) {}

    final IntegerProperty step = new SimpleIntegerProperty(this, "step", CHOOSE);
    final Input<String> objective;
    final Map<P, Part> parts = new EnumMap<>(P.class);
    final Input<String> intelligence;
    final Input<String> financial;
    final Input<String> safeguarding;
    final Input<String> gaps;
    final ObservableList<String> people = FXCollections.observableArrayList();
    final Command guide;
    final Command fromTemplate;
    final Command empty;
    final Command next;
    final Command back;
    final Command finish;
    private final Desktop desktop;
    private final PlanBoard board;
    private final @Nullable PlanTemplate template;
    private final StringProperty missing = new SimpleStringProperty(this, "missing", "");

    BeginViewModel(Desktop desktop, PlanBoard board) {
        super(desktop.tools());
        this.desktop = desktop;
        this.board = board;
        template = board.threat().record().find(Threat.PRIMARY_AREA)
                .map(desktop.office().reference()::template).orElse(null);
        objective = text(Plan.OBJECTIVE);
        if (template != null) objective.set(template.objective());
        for (var p : P.values()) parts.put(p, part(p));
        intelligence = text(Plan.INTELLIGENCE_OFFICER);
        financial = text(Plan.FINANCIAL_INVESTIGATOR);
        safeguarding = text(Plan.SAFEGUARDING_OFFICER);
        gaps = text(Plan.INTELLIGENCE_GAPS);
        query("Reading who can be asked", new ReadOnlyObjectWrapper<>("").getReadOnlyProperty(), all -> desktop.office()
                        .plans().parties())
                .whenRead(people::setAll);
        guide = writing("plan.guide", "Go step by step", () -> step.set(OBJECTIVE)).icon("fth-arrow-right");
        fromTemplate = writing("plan.from-template", "Take all of it over", () -> begin(template))
                .when(new ReadOnlyObjectWrapper<>(template != null).getReadOnlyProperty(), "The threat's area is not known.");
        empty = writing("plan.empty", "Begin with an empty board", () -> begin(null));
        next = command("plan.next", "Next", () -> step.set(Math.min(PEOPLE, step.get() + 1))).on("Ctrl+Enter");
        back = command("plan.back", "Back", () -> step.set(Math.max(CHOOSE, step.get() - 1)));
        finish = writing("plan.finish", "Begin the plan", this::drawUp).unless(missing).on("Ctrl+Shift+Enter").icon("fth-check");
        look();
    }

    private Command writing(String id, String text, Runnable run) {
        var may = desktop.office().session().may(Permission.EDIT_PLANS);
        return command(
                id, text, new ReadOnlyObjectWrapper<>(may ? "" : Permission.EDIT_PLANS.refusal()).getReadOnlyProperty(), run);
    }

    private Input<String> text(Field<Plan, String> field) {
        var input = input(Input.text(field.name(), field.label())
                .help(desktop.office().reference().help(Plan.FIELDS, field).orElse("")));
        input.value().addListener((source, before, now) -> look());
        return input;
    }

    private Part part(P p) {
        var part = new Part(
                p,
                text(Plan.objective(p)),
                input(Input.of("proposals" + p, "Actions that the template proposes")),
                input(Input.text("own" + p, "Other actions, one a line")),
                text(Plan.whyEmpty(p)));
        part.proposals().set(Set.of());
        if (template != null) part.objective().set(template.part(p).objective());
        part.proposals().value().addListener((source, before, now) -> look());
        part.own().value().addListener((source, before, now) -> look());
        return part;
    }

    /// The template of the threat's area, if the area is known.
    Optional<PlanTemplate> template() {
        return Optional.ofNullable(template);
    }

    PlanBoard board() {
        return board;
    }

    /// One sentence about what the plan still lacks, or empty.
    StringProperty missing() {
        return missing;
    }

    /// Whether a P still lacks both an action and a reason.
    boolean lacks(P p) {
        return lacking().stream().anyMatch(one -> one.p() == p);
    }

    /// Whether the plan has no objective at all.
    boolean lacksObjective() {
        return lacking().stream().anyMatch(one -> one.p() == null);
    }

    private List<PlanRules.Missing> lacking() {
        var plan = Plan.FIELDS.blank(Plan.idFor(board.threat().record().id()));
        for (var entry : written().entrySet())
            plan = plan.with(Objects.requireNonNull(textField(entry.getKey())), entry.getValue());
        var actions = new ArrayList<>(board.bareActions());
        for (var part : parts.values())
            for (var drafted : drafted(part)) actions.add(drafted.into(Action.FIELDS.blank(new Id<>(new UUID(0, actions.size())))));
        return PlanRules.missing(plan, actions);
    }

    private void look() {
        if (parts.size() < P.values().length) return;
        missing.set(lacking().stream().findFirst().map(PlanRules.Missing::sentence).orElse(""));
    }

    private static @Nullable Field<Plan, String> textField(String name) {
        for (var p : P.values()) {
            if (Plan.objective(p).name().equals(name)) return Plan.objective(p);
            if (Plan.whyEmpty(p).name().equals(name)) return Plan.whyEmpty(p);
        }
        for (var field : List.of(Plan.OBJECTIVE, Plan.INTELLIGENCE_OFFICER, Plan.FINANCIAL_INVESTIGATOR, Plan.SAFEGUARDING_OFFICER, Plan.INTELLIGENCE_GAPS))
            if (field.name().equals(name)) return field;
        return null;
    }

    private Map<String, String> written() {
        var written = new LinkedHashMap<String, String>();
        var inputs = new ArrayList<Input<String>>();
        inputs.add(objective);
        parts.values().forEach(part -> inputs.addAll(List.of(part.objective(), part.why())));
        if (parts.size() == P.values().length && step.get() == PEOPLE) inputs.addAll(List.of(intelligence, financial, safeguarding, gaps));
        inputs.forEach(input -> written.put(input.name(), input.filled().strip()));
        return written;
    }

    private static List<Editing<Action>> drafted(Part part) {
        var all = new ArrayList<Editing<Action>>();
        var proposals = part.proposals().get();
        if (proposals != null)
            for (var prompt : proposals)
                all.add(new Editing<>(List.of(
                        new Field.Slot<>(Action.FOUR_P, part.p()),
                        new Field.Slot<>(Action.TITLE, prompt.title()),
                        new Field.Slot<>(Action.OWNER, prompt.owner()),
                        new Field.Slot<>(Action.MEASURE, prompt.measure()))));
        part.own().filled().lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(line -> all.add(
                new Editing<>(List.of(new Field.Slot<>(Action.FOUR_P, part.p()), new Field.Slot<>(Action.TITLE, line)))));
        return all;
    }

    /// Says something in the status line.
    void say(String words) {
        tools().status().say(words);
    }

    private void begin(@Nullable PlanTemplate from) {
        ask(new PlanDesk.Begin(board.threat().record().id(), from), wish -> desktop.office().plans().begin(wish), begun ->
                tools().status().say("The plan is begun, as a draft."));
    }

    private void drawUp() {
        Editing.of(Plan.FIELDS, written(), PlanDesk.CLOSED_PLAN_FIELDS).either(this::drawUp, this::refused);
    }

    private void drawUp(Editing<Plan> values) {
        var actions = parts.values().stream().flatMap(part -> drafted(part).stream()).toList();
        var wish = new PlanDesk.DrawUp(
                board.threat().record().id(), template().map(PlanTemplate::name).orElse(""), values, actions);
        ask(wish, wanted -> desktop.office().plans().drawUp(wanted), begun ->
                tools().status().say("The plan is begun, as a draft, with all four Ps considered."));
    }
}
