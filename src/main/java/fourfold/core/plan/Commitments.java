package fourfold.core.plan;

import fourfold.core.kernel.Field;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.P;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/// What a plan binds its people to, and so what an approval is an approval of: objectives, named roles, each live
/// action's P, title, owner, due day and measure, and the reason for an empty P. Status, results, notes and linked
/// events are progress and never unsettle an approval; but an action that is cancelled or declined is no commitment any
/// more.
///
/// @param content the canonical JSON (RFC 8785)
/// @param hash SHA-256 of the content in hexadecimal
public record Commitments(String content, String hash) {

    /// The fields of a plan that are commitments.
    public static final List<Field<Plan, String>> OF_PLAN = List.of(
            Plan.OBJECTIVE,
            Plan.PURSUE_OBJECTIVE,
            Plan.PREVENT_OBJECTIVE,
            Plan.PROTECT_OBJECTIVE,
            Plan.PREPARE_OBJECTIVE,
            Plan.INTELLIGENCE_OFFICER,
            Plan.FINANCIAL_INVESTIGATOR,
            Plan.SAFEGUARDING_OFFICER,
            Plan.PURSUE_EMPTY,
            Plan.PREVENT_EMPTY,
            Plan.PROTECT_EMPTY,
            Plan.PREPARE_EMPTY);

    /// The fields of an action that are commitments.
    public static final List<Field<Action, ?>> OF_ACTION =
            List.of(Action.FOUR_P, Action.TITLE, Action.OWNER, Action.DUE, Action.MEASURE);

    /// Whether a change of that field of that kind of record changes a commitment.
    public static boolean include(String kind, Set<String> fieldNames) {
        return switch (kind) {
            case "plan" -> OF_PLAN.stream().anyMatch(field -> fieldNames.contains(field.name()));
            case "action" -> OF_ACTION.stream().anyMatch(field -> fieldNames.contains(field.name()));
            default -> false;
        };
    }

    /// The commitments of a plan with its actions, in whatever order they come.
    public static Commitments of(Plan plan, List<Action> actions) {
        var content = new TreeMap<String, Json>();
        for (var field : OF_PLAN) {
            // the reason for an empty P binds nobody while the P has an action
            if (!plan.lacks(field) && !isReasonOfFilledP(field, actions)) content.put(field.name(), Json.of(plan.get(field)));
        }
        var live = new ArrayList<>(actions.stream().filter(Action::isLive).toList());
        live.sort(Comparator.comparing((Action action) -> action.id().value().toString()));
        content.put("actions", Json.of(live.stream().map(Commitments::of).toList()));
        var text = Json.of(content).canonicalText();
        return new Commitments(text, hashOf(text));
    }

    /// The hash of commitments in their canonical form.
    public static String hashOf(String content) {
        return sha256(content.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isReasonOfFilledP(Field<Plan, String> field, List<Action> actions) {
        for (var p : P.values())
            if (field == Plan.whyEmpty(p))
                return actions.stream().anyMatch(action -> action.isLive() && action.is(Action.FOUR_P, p));
        return false;
    }

    private static Json of(Action action) {
        var members = new TreeMap<String, Json>();
        members.put("id", Json.of(action.id().toString()));
        for (var field : OF_ACTION) if (!action.lacks(field)) members.put(field.name(), Json.of(action.print(field)));
        return Json.of(members);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }
}
