package fourfold.core.plan;

import fourfold.core.kernel.Field;
import fourfold.core.kernel.Json;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/// One commitment that is not what it was, in words.
///
/// @param about what it is: "Objective", or an action's title with the field
/// @param before how it read; empty where it is new
/// @param after how it reads now; empty where it is gone
public record CommitmentChange(String about, String before, String after) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.UK);

    /// What changed from one set of commitments to the other.
    ///
    /// @param before the content of the earlier [Commitments], read from its canonical JSON
    /// @param after the content of the later one
    public static List<CommitmentChange> between(Json before, Json after) {
        var changes = new ArrayList<CommitmentChange>();
        var earlier = before.members();
        var later = after.members();
        for (var field : Commitments.OF_PLAN)
            compare(changes, field.label(), earlier.get(field.name()), later.get(field.name()));
        var actionsBefore = actions(earlier.get("actions"));
        var actionsAfter = actions(later.get("actions"));
        var ids = new TreeSet<>(actionsBefore.keySet());
        ids.addAll(actionsAfter.keySet());
        for (var id : ids) actionChanges(changes, actionsBefore.get(id), actionsAfter.get(id));
        return changes;
    }

    private static void actionChanges(
            List<CommitmentChange> changes,
            Json.@org.jspecify.annotations.Nullable Members before,
            Json.@org.jspecify.annotations.Nullable Members after) {
        if (before == null && after != null) changes.add(new CommitmentChange("New action", "", words(after)));
        else if (after == null && before != null) changes.add(new CommitmentChange("Action gone", words(before), ""));
        else if (before != null && after != null)
            for (var field : Commitments.OF_ACTION)
                if (!before.get(field.name()).equals(after.get(field.name())))
                    changes.add(new CommitmentChange(
                            title(before) + ": " + field.label(),
                            text(field, before.get(field.name())),
                            text(field, after.get(field.name()))));
    }

    private static void compare(List<CommitmentChange> changes, String about, Json before, Json after) {
        if (!before.equals(after)) changes.add(new CommitmentChange(about, text(before), text(after)));
    }

    private static String words(Json.Members action) {
        var parts = new ArrayList<String>();
        for (Field<Action, ?> field : Commitments.OF_ACTION) {
            var text = text(field, action.get(field.name()));
            if (!text.isEmpty()) parts.add(field == Action.TITLE ? text : field.label() + " " + text);
        }
        return String.join(", ", parts);
    }

    private static String title(Json.Members action) {
        return text(action.get(Action.TITLE.name()));
    }

    private static String text(Field<Action, ?> field, Json json) {
        var text = text(json);
        return field == Action.DUE && !text.isEmpty() ? DAY.format(LocalDate.parse(text)) : text;
    }

    private static String text(Json json) {
        return json.isNothing() ? "" : json.text();
    }

    private static TreeMap<String, Json.Members> actions(Json list) {
        var actions = new TreeMap<String, Json.Members>();
        if (!list.isNothing())
            for (var item : list.items()) actions.put(item.members().get("id").text(), item.members());
        return actions;
    }
}
