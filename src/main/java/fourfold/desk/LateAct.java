package fourfold.desk;

import fourfold.core.access.Role;
import fourfold.core.settings.Positions;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// An act of which some changes came before what they were written on, and waited: it is judged again when that has come, since
/// what was not here could not speak against its author.
///
/// @param entries all of it that came
/// @param roles what the certificate that signed it vouched for at its time
/// @param at where it stands in the journal; nothing while it is on its way in
record LateAct(UUID id, Author author, List<Entry> entries, Set<Role> roles, Optional<Positions> at) {

    LateAct {
        entries = List.copyOf(entries);
    }
}
