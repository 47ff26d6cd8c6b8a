package fourfold.ui.packet;

import fourfold.core.exchange.Fate;
import fourfold.desk.ImportDesk;
import fourfold.ui.kit.Badge;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How it is said what becomes of records that come in.
final class FateWords {

    /// In the order in which people ask: what is good, what needs somebody, what stays out, what changes nothing.
    static final List<Fate> ORDER =
            List.of(Fate.NEW, Fate.CHANGED, Fate.CONFLICT, Fate.PROPOSED, Fate.WAITING, Fate.REFUSED, Fate.KNOWN);

    private FateWords() {}

    /// As in "In conflict".
    static String capital(Fate fate) {
        return PacketWords.capital(fate.label());
    }

    /// What it means, in a sentence.
    static String meaning(Fate fate) {
        return switch (fate) {
            case NEW -> "Not here yet.";
            case CHANGED -> "Here, and changed without contradicting anybody.";
            case CONFLICT -> "Changed here and there at the same time. Both values stand until somebody decides.";
            case PROPOSED -> "Somebody proposes another value for a field that the record's owner decides about.";
            case WAITING -> "Builds on changes that have not come yet. It is kept, and takes effect when they come.";
            case REFUSED -> "Its author had no right to it. It is left out, and the receipt says so.";
            case KNOWN -> "Here already. Nothing changes.";
        };
    }

    static Badge badge(Fate fate) {
        return new Badge(capital(fate), tone(fate));
    }

    static Badge.Tone tone(Fate fate) {
        return switch (fate) {
            case NEW, CHANGED -> Badge.Tone.DONE;
            case CONFLICT, PROPOSED, WAITING -> Badge.Tone.WARNING;
            case REFUSED -> Badge.Tone.DANGER;
            case KNOWN -> Badge.Tone.QUIET;
        };
    }

    /// As in "3 records: 2 new, 1 in conflict".
    static String counts(Map<Fate, Integer> records) {
        int all = records.values().stream().mapToInt(Integer::intValue).sum();
        if (all == 0) return "No records";
        return PacketWords.count(all, "record") + ": "
                + ORDER.stream()
                        .filter(records::containsKey)
                        .map(fate -> records.get(fate) + " " + fate.label())
                        .collect(Collectors.joining(", "));
    }

    /// What to think about before a package is taken in, a sentence each.
    static List<String> warnings(ImportDesk.Preview preview) {
        var all = new ArrayList<String>();
        if (!preview.missing().isEmpty()) all.add(missing(preview.missing(), preview.from()));
        all.addAll(preview.warnings());
        return all;
    }

    private static String missing(List<Long> numbers, String from) {
        if (numbers.size() == 1)
            return "Package " + numbers.getFirst() + " from " + from + " is missing; your next package asks for it.";
        var some = numbers.stream().limit(8).map(String::valueOf).toList();
        var named = numbers.size() > some.size()
                ? String.join(", ", some) + " and " + (numbers.size() - some.size()) + " more"
                : String.join(", ", some.subList(0, some.size() - 1)) + " and " + some.getLast();
        return "Packages " + named + " from " + from + " are missing; your next package asks for them.";
    }

    /// What there is to do about what came in, a sentence each.
    static List<String> todo(ImportDesk.Imported imported) {
        var preview = imported.preview();
        var all = new ArrayList<String>();
        if (imported.receipt().isPresent())
            all.add("Send the receipt to " + preview.from() + " by an approved means. It tells them what was taken in; until they have it, "
                    + "the package counts there as sent only.");
        say(all, preview, Fate.CONFLICT, " in conflict: both values stand until somebody decides.");
        say(all, preview, Fate.PROPOSED, " with a proposal that waits for an answer.");
        say(all, preview, Fate.WAITING, " waiting for changes that have not come yet.");
        say(all, preview, Fate.REFUSED, " left out in whole or in part; the receipt says why.");
        return all;
    }

    private static void say(List<String> all, ImportDesk.Preview preview, Fate fate, String rest) {
        int count = preview.records().getOrDefault(fate, 0);
        if (count > 0) all.add(PacketWords.count(count, "record") + rest);
    }
}
