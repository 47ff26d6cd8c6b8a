package fourfold.desk;

import fourfold.core.disruption.Disruption;
import fourfold.core.exchange.AuthorRights;
import fourfold.core.exchange.Deciding;
import fourfold.core.kernel.Json;
import fourfold.core.plan.Action;
import fourfold.core.plan.ActionStatus;
import fourfold.core.plan.Commitments;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Operation;
import fourfold.core.threat.Threat;
import fourfold.core.kernel.Id;
import fourfold.store.Store;
import fourfold.store.Timeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Who wrote commitments of a plan, or wrote of an event, before somebody decides about it and since the last decision: what
/// is here and what a package brings. A load writes on the owner's behalf and makes nobody an author, unless it changes what
/// somebody began in the program. Cancelling or declining an action takes a commitment away, and taking it up again gives one.
///
/// What came before a decision is told by its number where the same copy of a vault wrote both, and otherwise by its time, so
/// that the answer does not hang on the order in which packages come.
final class Writers {

    private final Store store;
    private final Journal journal;
    private final Map<UUID, List<Trace>> brought = new HashMap<>();

    Writers(Store store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /// One change that makes somebody an author, or the decision after which nobody is one any more.
    private record Trace(EntryId entry, long at, String user, boolean decides) {
        boolean isBefore(EntryId other, long time) {
            return entry.replica().equals(other.replica()) ? entry.seq() < other.seq() : at <= time;
        }
    }

    /// Notes a change that the package brings.
    ///
    /// @param threat the threat of a plan or an action; nothing for any other record
    /// @param status how an action stood before it; nothing for one that is new, and for any other record
    void note(Entry entry, String threat, String status) {
        var subject = entry.kind().equals("disruption") || threat.isEmpty() ? entry.record() : UUID.fromString(threat);
        boolean decides = Deciding.concludes(entry);
        if (!decides && !isAuthorship(entry, status)) return;
        brought.computeIfAbsent(subject, id -> new ArrayList<>())
                .add(new Trace(entry.id(), entry.at().millis(), entry.author().user(), decides));
    }

    /// Whether the change makes its author one of those who may not decide.
    ///
    /// @param status how an action stood before it
    static boolean isAuthorship(Entry entry, String status) {
        if (entry.operation().equals(Operation.LOAD.name())) return false;
        return switch (entry.kind()) {
            case "plan" -> entry.seen().highest().isEmpty() || Commitments.include("plan", entry.values().keySet());
            // an action that is cancelled, or taken up again, is a commitment less or more
            case "action" -> entry.seen().highest().isEmpty()
                    || Commitments.include("action", entry.values().keySet())
                    || (writesStatus(entry) && ActionStatus.isDropped(status) != ActionStatus.isDropped(statusOf(entry)));
            case "disruption" -> !Deciding.moderates(entry);
            default -> false;
        };
    }

    private static boolean writesStatus(Entry entry) {
        return entry.values().containsKey(Action.STATUS.name());
    }

    private static String statusOf(Entry entry) {
        return AuthorRights.text(entry.values().getOrDefault(Action.STATUS.name(), Json.nothing()));
    }

    /// The authors of the plan of a threat as it stands here.
    Set<String> ofPlan(Id<Plan> plan, Id<Threat> threat) {
        return sinceTheLast(ofPlan(plan.value(), threat.value()));
    }

    /// The authors of an event as it stands here.
    Set<String> ofEvent(Id<Disruption> event) {
        return sinceTheLast(ofEvent(event.value()));
    }

    private static Set<String> sinceTheLast(List<Trace> traces) {
        var writers = new HashSet<String>();
        for (var trace : traces) {
            if (trace.decides()) writers.clear();
            else writers.add(trace.user());
        }
        return writers;
    }

    private List<Trace> ofPlan(UUID plan, UUID threat) {
        var actions = store.records().having(Action.FIELDS, Action.THREAT, new Id<Threat>(threat)).stream()
                .map(action -> action.record().id().value())
                .toList();
        return traces(Map.of("plan", List.of(plan), "action", actions), Operation.APPROVE);
    }

    private List<Trace> ofEvent(UUID event) {
        return traces(Map.of("disruption", List.of(event)), Operation.MODERATE);
    }

    /// The authors of the plan of a threat before that decision about it.
    Set<String> ofPlan(Entry decision, UUID threat) {
        var traces = ofPlan(decision.record(), threat);
        traces.addAll(brought.getOrDefault(threat, List.of()));
        return before(decision, traces);
    }

    /// The authors of an event before that decision about it.
    Set<String> ofEvent(Entry decision) {
        var traces = ofEvent(decision.record());
        traces.addAll(brought.getOrDefault(decision.record(), List.of()));
        return before(decision, traces);
    }

    private List<Trace> traces(Map<String, List<UUID>> records, Operation deciding) {
        var traces = new ArrayList<Trace>();
        var dropped = new HashSet<UUID>();
        var begunHere = new HashSet<UUID>();
        var lines = store.timeline().of(records);
        for (var line : lines) {
            boolean given = line.kind().equals("action") && isGivenOrTaken(line, dropped);
            boolean load = line.operation().equals(Operation.LOAD.name());
            if (line.created() && !load) begunHere.add(line.record());
            if (load && !(begunHere.contains(line.record()) && isOther(line, lines))) continue;
            boolean decision = line.operation().equals(deciding.name());
            boolean decides = decision && Deciding.concludes(journal.entry(line.spot()));
            boolean wrote = given || line.created() || (line.kind().equals("disruption") && !decision)
                    || Commitments.include(line.kind(), line.fields());
            if (decides || wrote) traces.add(new Trace(line.entry(), line.at().toEpochMilli(), line.user(), decides));
        }
        return traces;
    }

    /// Whether an extract said something else than stood there: saying the same is not writing.
    private boolean isOther(Timeline.Line load, List<Timeline.Line> lines) {
        var before = new HashMap<String, Json>();
        for (var line : lines.subList(0, lines.indexOf(load)))
            if (line.record().equals(load.record())) before.putAll(journal.entry(line.spot()).values());
        return journal.entry(load.spot()).values().entrySet().stream()
                .anyMatch(one -> !one.getValue().equals(before.getOrDefault(one.getKey(), Json.nothing())));
    }

    /// Whether the line made a live action of one that was not, or the other way round.
    ///
    /// @param dropped the actions that were cancelled or declined until then
    private boolean isGivenOrTaken(Timeline.Line line, Set<UUID> dropped) {
        if (!line.created() && !line.fields().contains(Action.STATUS.name())) return false;
        return ActionStatus.isDropped(statusOf(journal.entry(line.spot()))) ? dropped.add(line.record()) : dropped.remove(line.record());
    }

    private static Set<String> before(Entry decision, List<Trace> traces) {
        var earlier = traces.stream()
                .filter(trace -> trace.isBefore(decision.id(), decision.at().millis()))
                .toList();
        var last = earlier.stream().filter(Trace::decides).reduce((one, other) -> one.at() > other.at() ? one : other);
        var writers = new HashSet<String>();
        for (var trace : earlier) {
            boolean settled = last.isPresent() && trace.isBefore(last.get().entry(), last.get().at());
            if (!trace.decides() && !settled) writers.add(trace.user());
        }
        return writers;
    }
}
