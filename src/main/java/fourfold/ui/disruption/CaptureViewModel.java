package fourfold.ui.disruption;

import fourfold.core.disruption.CountingVerdict;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.kernel.Id;
import fourfold.core.plan.Action;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.desk.CaptureStart;
import fourfold.desk.DisruptionDesk;
import fourfold.desk.DraftDesk.Unsaved;
import fourfold.desk.Office;
import fourfold.desk.ThreatName;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.Tools;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Drafting;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// Quick capture: a new event, from what happened to the evidence. What is typed outlives a refusal, the closing of the
/// sheet and the end of the program.
final class CaptureViewModel extends ViewModel {

    final EventInputs event;
    final Input<ThreatName> threat = input(Input.<ThreatName>of("threat", "Which threat").required());
    final Query<CaptureStart> start;
    final ObservableList<ThreatName> threats = FXCollections.observableArrayList();
    final ObservableList<String> agencies = FXCollections.observableArrayList();
    final ObservableList<String> units = FXCollections.observableArrayList();
    final ObservableList<String> tactics = FXCollections.observableArrayList();
    final BooleanProperty more = new SimpleBooleanProperty(this, "more");
    final Command save;
    final Command another;

    private final Office office;
    private final Navigator go;
    private final @Nullable Id<Action> action;
    private final Drafting drafting;
    private final Disruption blank = Disruption.FIELDS.blank(new Id<>(new UUID(0, 0)));
    private final ReadOnlyObjectWrapper<CountingVerdict> verdict;
    private Map<String, String> drafted = Map.of();
    private boolean begun;
    private Runnable finished = () -> {};

    /// @param key the sheet's key, under which its draft is kept
    CaptureViewModel(
            Office office, Tools tools, Navigator go, String key, @Nullable Id<Threat> threat, @Nullable Id<Action> action) {
        super(tools);
        this.office = office;
        this.go = go;
        this.drafting = new Drafting(office, tools, key);
        this.action = action;
        event = new EventInputs(office.reference());
        event.all().forEach(this::input);
        verdict = new ReadOnlyObjectWrapper<>(this, "verdict", office.disruptions().verdict(blank));
        save = command("capture.save", "Save", () -> save(false)).on("Ctrl+Enter");
        another = command("capture.another", "Save and another", () -> save(true)).on("Ctrl+Shift+Enter");
        event.all().forEach(input -> input.value().subscribe(now -> judge()));
        this.threat.value().subscribe(now -> judge());
        event.p.value().subscribe(now -> offerTactics());
        event.longer().forEach(input -> input.flaw().subscribe(flaw -> {
            if (!flaw.isEmpty()) more.set(true);
        }));
        start = query(
                "Reading the threats",
                new ReadOnlyObjectWrapper<>(new DisruptionDesk.Beginning(threat, action)),
                wish -> office.disruptions().begin(wish).map(this::withDraft));
        start.whenRead(this::begin);
        drafting.whenAtRest(event.all(), this::keepDraft);
    }

    /// The draft is read in the same step, off the UI thread.
    private CaptureStart withDraft(CaptureStart read) {
        drafted = drafting.read().map(Unsaved::texts).orElse(Map.of());
        return read;
    }

    private void begin(CaptureStart read) {
        threats.setAll(read.threats());
        agencies.setAll(read.agencies());
        units.setAll(read.units());
        if (begun) return;
        begun = true;
        boolean typed = hasUnsaved();
        read.threat().filter(known -> !typed).ifPresent(threat::starting);
        read.action().filter(known -> !typed).ifPresent(this::startFrom);
        if (!typed && !drafted.isEmpty()) restore(drafted);
    }

    private void startFrom(Action known) {
        known.find(Action.FOUR_P).ifPresent(event.p::starting);
        if (!known.lacks(Action.RESULT)) event.summary.starting(known.get(Action.RESULT));
        if (!known.lacks(Action.FINISHED_ON)) event.eventDate.starting(known.get(Action.FINISHED_ON));
    }

    private void restore(Map<String, String> texts) {
        event.restore(texts);
        Optional.ofNullable(texts.get(threat.name()))
                .flatMap(id -> threats.stream().filter(known -> known.id().toString().equals(id)).findFirst())
                .ifPresent(threat::set);
        more.set(event.isLonger());
        tools().status().say("What you had typed and not saved is back.");
    }

    private void offerTactics() {
        var chosen = event.p.get();
        var names = new java.util.LinkedHashSet<String>();
        if (chosen != null) office.reference().tactics(chosen).forEach(tactic -> names.add(tactic.name()));
        office.reference().tactics().forEach(tactic -> names.add(tactic.name()));
        tactics.setAll(names);
    }

    /// Whether the event will count nationally, and why, as it stands in the form.
    ReadOnlyObjectProperty<CountingVerdict> verdict() {
        return verdict.getReadOnlyProperty();
    }

    private void judge() {
        var named = threat.get();
        var kind = named == null ? null : named.kind().orElse(null);
        verdict.set(office.disruptions().verdict(event.draft(blank).with(Disruption.THREAT_KIND, kind)));
    }

    LocalDate today() {
        return office.session().today();
    }

    /// What the person's own agency is called.
    String agency() {
        return office.session().agency();
    }

    /// What is done when the sheet has done its work.
    void onFinished(Runnable step) {
        finished = step;
    }

    private Map<String, String> texts() {
        var texts = event.texts();
        if (event.type.get() != DisruptionType.SUPPORT) texts.remove(event.leadAgency.name());
        return texts;
    }

    private void save(boolean andAnother) {
        var named = threat.get();
        ask(
                texts(),
                texts -> EventInputs.read(texts)
                        .then(values -> office.disruptions()
                                .record(new DisruptionDesk.Record(named == null ? null : named.id(), action, values))),
                kept -> saved(kept, andAnother));
    }

    private void saved(Kept<Disruption> kept, boolean andAnother) {
        var id = kept.record().id().value();
        tools().status().say(
                kept.record().get(Disruption.REF) + " is recorded.",
                Command.of("capture.open", "Open", () -> go.go(new Place.DisruptionFile(id))));
        threat.starting(andAnother ? threat.get() : null);
        event.fill(blank);
        if (andAnother) keepFor(kept.record());
        more.set(false);
        keepDraft();
        if (andAnother) event.summary.attend();
        else finished.run();
    }

    /// The next event of the same raid: the same threat, day, unit and part in it.
    private void keepFor(Disruption last) {
        event.eventDate.starting(last.get(Disruption.EVENT_DATE));
        event.type.starting(last.get(Disruption.TYPE));
        event.leadUnit.starting(last.get(Disruption.LEAD_UNIT));
        if (last.is(Disruption.TYPE, DisruptionType.SUPPORT)) event.leadAgency.starting(last.get(Disruption.LEAD_AGENCY));
    }

    /// Keeps what was typed as a draft; called whenever the keyboard leaves a field.
    void keepDraft() {
        var texts = new TreeMap<String, String>();
        if (hasUnsaved()) {
            texts.putAll(event.texts());
            var named = threat.get();
            if (named != null) texts.put(threat.name(), named.id().toString());
        }
        drafting.keep(texts);
    }
}
