package fourfold.journal;

import fourfold.core.sync.Journal.Mention;
import fourfold.core.sync.Journal.Spot;
import fourfold.journal.Frame.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells of which records entries are, from the two members of their JSON that say so. The rest is passed over unread; where
/// those two are not found at once, the entry is read as usual.
final class Mentions {

    private static final String KIND = "kind";
    private static final String RECORD = "record";

    private final Consumer<Mention> told;
    private final Map<String, String> kinds = new HashMap<>();

    Mentions(Consumer<Mention> told) {
        this.told = told;
    }

    /// @return true, to go on
    boolean frame(int segment, Frame frame) {
        if (frame.kind() == Kind.ENTRY || frame.kind() == Kind.TAKEN_ENTRY) {
            var spot = new Spot(frame.position(), segment, frame.at());
            var found = new Scan(frame.body()).mention(spot);
            if (found == null) {
                var entry = Erasure.entry(frame, spot);
                found = new Mention(spot, entry.kind(), entry.record());
            }
            // one text for each kind, however many entries there are
            told.accept(new Mention(spot, kinds.computeIfAbsent(found.kind(), kind -> kind), found.record()));
        }
        return true;
    }

    /// Passes once over the members of one object without spaces, as canonical JSON is.
    private static final class Scan {
        private final byte[] json;
        private int at;

        Scan(byte[] json) {
            this.json = json;
        }

        @Nullable Mention mention(Spot spot) {
            try {
                String kind = null;
                UUID record = null;
                if (json[at++] != '{') return null;
                while (kind == null || record == null) {
                    var name = text();
                    if (name == null || json[at++] != ':') return null;
                    switch (name) {
                        case KIND -> kind = text();
                        case RECORD -> record = uuid(text());
                        default -> pass();
                    }
                    if ((kind == null || record == null) && json[at++] != ',') return null;
                }
                return new Mention(spot, kind, record);
            } catch (IndexOutOfBoundsException | IllegalArgumentException another) {
                return null;
            }
        }

        private static @Nullable UUID uuid(@Nullable String text) {
            return text == null ? null : UUID.fromString(text);
        }

        /// A plain text; nothing where there is none or something in it is escaped.
        private @Nullable String text() {
            if (json[at] != '"') return null;
            int from = at + 1;
            int to = from;
            while (json[to] != '"') {
                if (json[to] == '\\') return null;
                to++;
            }
            at = to + 1;
            return new String(json, from, to - from, StandardCharsets.UTF_8);
        }

        /// Goes behind the value that stands here.
        private void pass() {
            int depth = 0;
            do {
                switch (json[at]) {
                    case '"' -> passText();
                    case '{', '[' -> {
                        depth++;
                        at++;
                    }
                    case '}', ']' -> {
                        depth--;
                        at++;
                    }
                    default -> at++;
                }
            } while (depth > 0 || (json[at] != ',' && json[at] != '}'));
        }

        private void passText() {
            at++;
            while (json[at] != '"') at += json[at] == '\\' ? 2 : 1;
            at++;
        }
    }
}
