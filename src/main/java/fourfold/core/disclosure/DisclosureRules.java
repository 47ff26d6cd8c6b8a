package fourfold.core.disclosure;

import fourfold.core.disclosure.RecordWeights.Weight;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.meeting.Meeting;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.review.Review;
import fourfold.core.sync.Kept;
import fourfold.core.sync.SignedActs;
import fourfold.core.threat.Threat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What may leave a vault, to whom, and why the rest stays. Pure: the same acts and the same intention always give the
/// same answer.
///
/// **A record decides for all of its entries**, old ones included, by where it stands now:
///
/// 1. A kind that is private to a vault (people's slots, drafts, settings, packages) never goes. Kinds that this version
///    does not know go only when no entry of the record was written by this agency: then they came in a package and are
///    passed on.
/// 2. The current marking is the highest of those that nobody has superseded. Above the ceiling of the package or of the
///    recipient, the record is withheld. One that was lowered by somebody who had seen the higher value may go with its
///    whole history.
/// 3. A threat with handling instructions is withheld until somebody has said how they are met for this recipient and
///    purpose (intelligence handling code C: no route out until each condition is answered).
/// 4. A plan, an action, an event or a review is withheld with the record it belongs to; a meeting with any threat on its
///    agenda that rules 2 or 3 withhold; a link of events with either of them, and it goes only where both are chosen.
/// 5. What nobody chose, and what the recipient was sent before, stays out of the package without being withheld by rule.
///
/// An entry that stays behind still travels as its digest within an act of which another entry goes, so that the act's
/// signature can be checked; the digest holds a random salt and tells nothing.
public final class DisclosureRules {

    private static final Set<String> SHARED = Set.of(
            Threat.FIELDS.kind(), Plan.FIELDS.kind(), Action.FIELDS.kind(), Disruption.FIELDS.kind(),
            Meeting.FIELDS.kind(), Review.FIELDS.kind(), EventLink.FIELDS.kind());

    private static final Set<String> PRIVATE =
            Set.of("person", "slot", "trust", "settings", "package", "received", "receipt", "draft", "audit");

    private DisclosureRules() {}

    /// Decides about every record. Refused when the intention itself does not stand: no purpose, or no addressee.
    public static Outcome<Weighing> weigh(Intent intent, SignedActs acts) {
        if (intent.purpose().isBlank())
            return Outcome.refused(new Problem.Invalid("purpose", "Say what the package is for."));
        if (intent.to().agency().isBlank())
            return Outcome.refused(new Problem.Invalid("to", "Say which agency the package is for."));
        var reading = new RecordWeights(intent.agency(), intent.selection().sent());
        acts.read(reading);
        return Outcome.done(new Weighing(intent, acts, new Verdicts(intent, reading.weights()).all()));
    }

    /// The records of a vault as they stand, each given once.
    @FunctionalInterface
    public interface Records {
        /// Gives all of them.
        void each(Consumer<Kept<?>> reader);
    }

    /// Decides about records as they stand, by the same rules: for prints and tables, which take values and no history. What
    /// is released from it has no entries to read. Refused when the intention itself does not stand.
    public static Outcome<Weighing> weighRecords(Intent intent, Records records) {
        if (intent.purpose().isBlank())
            return Outcome.refused(new Problem.Invalid("purpose", "Say what it is for."));
        var reading = new RecordWeights(intent.agency(), entry -> false);
        records.each(reading::record);
        return Outcome.done(new Weighing(intent, nothing -> {}, new Verdicts(intent, reading.weights()).all()));
    }

    /// What a record belongs to, with which rule 4 may withhold it.
    ///
    /// @param records the records without which it cannot go
    /// @param threats the references of the threats that it names
    public record Belongs(List<UUID> records, List<String> threats) {}

    /// What that record, as it stands, belongs to: whoever has some records weighed gives these with them.
    public static Belongs belongs(Kept<?> kept) {
        var reading = new RecordWeights("", entry -> false);
        reading.record(kept);
        var weight = reading.weights().values().iterator().next();
        return new Belongs(weight.parents(), weight.named());
    }

    /// Clears what was weighed, once a named person has verified its quality (Data Protection Act 2018, section
    /// 38(5)(a)). Refused when nobody is named, or nothing is left to send.
    public static Outcome<Released> release(Weighing weighing, Verification verified, List<Gap> gaps) {
        return release(weighing, verified, gaps, false);
    }

    /// The same for a package that takes back what earlier ones said: whoever was told wrongly is told so, even where there is
    /// nothing else to send.
    ///
    /// @param takesBack whether it does
    public static Outcome<Released> release(
            Weighing weighing, Verification verified, List<Gap> gaps, boolean takesBack) {
        if (verified.by().isBlank())
            return Outcome.refused(new Problem.Invalid("verifiedBy", "Say who has verified what is about to be sent."));
        if (weighing.entries() == 0 && !takesBack) {
            var withheld = weighing.withheldByRule().size();
            return Outcome.refused(new Problem.NotNow(
                    withheld == 0
                            ? "There is nothing new for " + weighing.intent().to().agency() + "."
                            : "There is nothing to send to " + weighing.intent().to().agency() + ": "
                                    + (withheld == 1 ? "one record is" : withheld + " records are") + " withheld."));
        }
        return Outcome.done(new Released(weighing, verified, gaps));
    }

    /// The decisions about all records, each made once, parents first.
    private static final class Verdicts {

        /// A review belongs to a plan and a plan to a threat; more than that is a circle of bad references.
        private static final int DEEPEST = 4;

        private final Intent intent;
        private final Map<UUID, Weight> weights;
        private final Map<UUID, Optional<WhyWithheld>> ruled = new HashMap<>();
        private final Set<String> chosenReferences = new HashSet<>();
        private final Set<String> withheldReferences = new HashSet<>();

        Verdicts(Intent intent, Map<UUID, Weight> weights) {
            this.intent = intent;
            this.weights = weights;
        }

        List<WeighedRecord> all() {
            for (var weight : weights.values()) {
                if (!weight.kind.equals(Threat.FIELDS.kind())) continue;
                if (rule(weight.id, 0).isPresent()) withheldReferences.addAll(weight.texts(Threat.REF.name()));
                else if (isChosen(weight, 0)) chosenReferences.addAll(weight.texts(Threat.REF.name()));
            }
            var all = new ArrayList<WeighedRecord>(weights.size());
            for (var weight : weights.values()) all.add(decide(weight));
            return all;
        }

        private WeighedRecord decide(Weight weight) {
            var why = rule(weight.id, 0);
            if (why.isEmpty() && weight.named().stream().anyMatch(withheldReferences::contains))
                why = Optional.of(WhyWithheld.BELONGS);
            boolean leaves = why.filter(WhyWithheld.KIND::equals).isEmpty();
            if (leaves && !isChosen(weight, 0)) why = Optional.of(WhyWithheld.NOT_CHOSEN);
            int carried = why.isEmpty() ? weight.fresh : 0;
            return new WeighedRecord(
                    weight.kind, weight.id, weight.reference(), weight.instructions(), weight.marking(), weight.parents(),
                    carried, weight.fresh + weight.sent - carried, why);
        }

        private Optional<WhyWithheld> rule(UUID id, int depth) {
            var known = ruled.get(id);
            if (known != null) return known;
            var weight = weights.get(id);
            if (weight == null || depth > DEEPEST) return Optional.empty();
            var answer = Optional.ofNullable(broken(weight, depth));
            ruled.put(id, answer);
            return answer;
        }

        private @Nullable WhyWithheld broken(Weight weight, int depth) {
            if (PRIVATE.contains(weight.kind) || (!SHARED.contains(weight.kind) && !weight.foreign))
                return WhyWithheld.KIND;
            if (weight.marking().compareTo(intent.highest()) > 0) return WhyWithheld.MARKING;
            if (!weight.instructions().isEmpty() && !isAnswered(weight.id)) return WhyWithheld.HANDLING;
            for (var parent : weight.parents())
                if (rule(parent, depth + 1).isPresent()) return WhyWithheld.BELONGS;
            return null;
        }

        private boolean isAnswered(UUID threat) {
            return !intent.selection().answers().getOrDefault(threat, "").isBlank();
        }

        private boolean isChosen(Weight weight, int depth) {
            var threats = intent.selection().threats();
            if (threats.isEmpty() || threats.get().contains(weight.id)) return true;
            if (weight.named().stream().anyMatch(chosenReferences::contains)) return true;
            if (depth >= DEEPEST || weight.parents().isEmpty()) return false;
            var chosen = weight.parents().stream()
                    .map(weights::get)
                    .map(parent -> parent != null && isChosen(parent, depth + 1))
                    .toList();
            return weight.kind.equals(EventLink.FIELDS.kind()) ? !chosen.contains(false) : chosen.contains(true);
        }
    }
}
