package fourfold.core.sync;

import fourfold.core.kernel.Json;
import fourfold.core.sync.RecordState.Head;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/// The digest of the settled state of a vault: two vaults have the same digest exactly when they hold the same values of
/// the same entries in the same fields of the same records, whatever the order in which these came.
///
/// Of each record there is a line: the kind, a space, the identity, a space, the SHA-256 in hexadecimal of the record's
/// bytes, a line feed. Those bytes are an object in the canonical form of RFC 8785: for each field that was ever written
/// a list of its values that stand, each as `[replica, number, value]`, in the order of replica and number. The lines
/// stand in the order of kind and identity, and the digest is the SHA-256 of them all.
///
/// What is proposed and not answered, what was superseded, and what is local to a vault is no part of it.
public final class SettledState {

    private record Line(String kind, String record, byte[] hash) {
        static final Comparator<Line> ORDER = Comparator.comparing(Line::kind).thenComparing(Line::record);
    }

    private final List<Line> lines = new ArrayList<>();

    /// Takes a record in. A record of which nothing stands, since all that is known of it was proposed, is left out.
    public void add(String kind, UUID record, RecordState state) {
        if (!state.heads().isEmpty()) lines.add(new Line(kind, record.toString(), Entry.sha256(bytes(state))));
    }

    private static byte[] bytes(RecordState state) {
        var fields = new TreeMap<String, Json>();
        state.heads().forEach((name, heads) -> fields.put(
                name,
                Json.of(heads.stream()
                        .sorted(Comparator.comparing(Head::entry))
                        .map(SettledState::head)
                        .toList())));
        return Json.of(fields).canonical();
    }

    private static Json head(Head head) {
        return Json.of(List.of(
                Json.of(head.entry().replica().value()), Json.of(head.entry().seq()), head.value()));
    }

    /// How many records were taken in.
    public int records() {
        return lines.size();
    }

    /// The digest in 64 hexadecimal digits.
    public String digest() {
        lines.sort(Line.ORDER);
        var sha = sha256();
        for (var line : lines) {
            var text = line.kind() + " " + line.record() + " " + HexFormat.of().formatHex(line.hash()) + "\n";
            sha.update(text.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }
}
