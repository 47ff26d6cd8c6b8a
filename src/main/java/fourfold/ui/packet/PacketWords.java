package fourfold.ui.packet;

import fourfold.core.kernel.Marking;
import fourfold.core.settings.SentPackage;
import fourfold.desk.PacketDesk;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// How packages are spoken of.
final class PacketWords {

    private PacketWords() {}

    /// As in "3 changes not sent to EMSOU since package 14".
    static String unsent(PacketDesk.Unsent unsent) {
        var since = unsent.since() == 0 ? "; nothing has been sent there yet" : " since package " + unsent.since();
        return count(unsent.changes(), "change") + " not sent to " + unsent.to() + since;
    }

    /// As in "1 threat, 4 actions".
    static String records(Map<String, Integer> records) {
        return records.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> count(one.getValue(), word(one.getKey())))
                .collect(Collectors.joining(", "));
    }

    /// As in "1 change", "1,204 changes".
    static String count(long number, String word) {
        return String.format(Locale.UK, "%,d %s", number, number == 1 ? word : word + "s");
    }

    /// A kind of record in the words of the screen.
    static String word(String kind) {
        return kind.equals("review") ? "decision" : kind;
    }

    /// A word with a capital.
    static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.UK) + word.substring(1);
    }

    static String marking(SentPackage one) {
        return one.find(SentPackage.MARKING).map(Marking::label).orElse("");
    }
}
