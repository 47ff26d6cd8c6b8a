package fourfold.core.disclosure;

import fourfold.core.sync.EntryId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// What a person chose to send, before any rule has looked at it.
///
/// @param threats the threats chosen, with all that belongs to them; nothing means everything
/// @param sent which entries the recipient was sent before and need not be sent again
/// @param answers for a record with handling instructions, by its identity: how each condition is met for this recipient
///     and purpose
public record Selection(Optional<Set<UUID>> threats, Predicate<EntryId> sent, Map<UUID, String> answers) {

    public Selection {
        threats = threats.map(Set::copyOf);
        answers = Map.copyOf(answers);
    }

    /// Everything, also what was sent before, with no handling instruction answered.
    public static Selection everything() {
        return new Selection(Optional.empty(), entry -> false, Map.of());
    }

    /// Those threats and all that belongs to them.
    public Selection of(Set<UUID> chosen) {
        return new Selection(Optional.of(chosen), sent, answers);
    }

    /// The same without entries that were sent before.
    public Selection without(Predicate<EntryId> alreadySent) {
        return new Selection(threats, alreadySent, answers);
    }

    /// The same with the answers to handling instructions.
    public Selection answering(Map<UUID, String> given) {
        return new Selection(threats, sent, given);
    }
}
