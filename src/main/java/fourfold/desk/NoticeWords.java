package fourfold.desk;

import fourfold.packet.Notices;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Notices of corrections as sentences.
final class NoticeWords {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK).withZone(ZoneId.of("Europe/London"));

    private NoticeWords() {}

    /// What a package takes back, a sentence each.
    static List<String> of(Notices notices) {
        var sentences = new ArrayList<String>();
        notices.withheld().forEach(one -> sentences.add(record(one.kind(), one.reference()) + ": the sender would not release"
                + " what " + packages(one.packages()) + " said (" + lower(one.why().label()) + "). Ask before you use it."));
        notices.corrected().forEach(one -> sentences.add(record(one.kind(), one.reference()) + ", " + one.label() + ": "
                + packages(one.packages()) + " said \u201c" + one.said() + "\u201d; "
                + (one.holds().isEmpty() ? "now nothing" : "now \u201c" + one.holds() + "\u201d") + ". Changed by " + one.by()
                + " on " + day(one.at()) + (one.reason().isBlank() ? "." : ": " + one.reason())));
        if (notices.more() > 0) sentences.add(String.format(Locale.UK, "%,d more corrections are among the changes.", notices.more()));
        return sentences;
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    /// A day in words.
    static String day(Instant at) {
        return DAY.format(at);
    }

    private static String record(String kind, String reference) {
        var word = kind.isEmpty() ? "Record" : kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1);
        return reference.isEmpty() ? word : word + " " + reference;
    }

    private static String packages(List<Long> numbers) {
        var texts = numbers.stream().map(String::valueOf).toList();
        if (texts.size() == 1) return "package " + texts.getFirst();
        return "packages " + texts.subList(0, texts.size() - 1).stream().collect(Collectors.joining(", ")) + " and "
                + texts.getLast();
    }
}
