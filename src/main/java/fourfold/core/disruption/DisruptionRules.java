package fourfold.core.disruption;

import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.kernel.Field;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Problem.Flaw;
import fourfold.core.people.Party;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// What an event's record needs, and how a second person moderates it.
public final class DisruptionRules {

    /// What a moderator judges: the category, and what else decides whether the event counts.
    private static final List<Field<Disruption, ?>> JUDGED = List.of(
            Disruption.CATEGORY, Disruption.TYPE, Disruption.EVENT_DATE, Disruption.THREAT, Disruption.THREAT_KIND);

    private DisruptionRules() {}

    /// What a moderator decides.
    public enum Moderating {
        AGREE,
        REGRADE,
        RETURN
    }

    /// A new event as it is kept, or what is wrong with it.
    public static Outcome<Disruption> create(Disruption event, LocalDate today) {
        var flaws = flaws(event, today);
        return flaws.isEmpty() ? done(event) : refused(new Problem.Invalid(flaws));
    }

    /// An event after a correction. What it lacked before (a loaded extract has no reasons) does not stand in the way. A
    /// corrected category, or anything else that decides whether the event counts, waits for a second person again.
    public static Outcome<Disruption> change(Disruption before, Disruption after, LocalDate today) {
        var known = flaws(before, today);
        var fresh = flaws(after, today).stream().filter(flaw -> !known.contains(flaw)).toList();
        if (!fresh.isEmpty()) return refused(new Problem.Invalid(fresh));
        return done(before.is(Disruption.MODERATION, EventModeration.RETURNED)
                ? after.with(Disruption.MODERATION, EventModeration.AWAITING)
                : judgedAnew(before, after));
    }

    /// An event after a change by whatever way: it waits for a second person again where what they judge is another now.
    public static Disruption judgedAnew(Disruption before, Disruption after) {
        return JUDGED.stream().allMatch(field -> before.find(field).equals(after.find(field)))
                ? after
                : after.with(Disruption.MODERATION, EventModeration.AWAITING);
    }

    /// Whether a moderator judged the field.
    public static boolean isJudged(String field) {
        return JUDGED.stream().anyMatch(judged -> judged.name().equals(field));
    }

    /// Whether somebody moderated the event here, so that their name stands under what they judged.
    public static boolean isModerated(Disruption event) {
        return event.is(Disruption.MODERATION, EventModeration.AGREED)
                || event.is(Disruption.MODERATION, EventModeration.REGRADED);
    }

    private static List<Flaw> flaws(Disruption event, LocalDate today) {
        var flaws = new ArrayList<Flaw>();
        if (event.lacks(Disruption.SUMMARY)) flaws.add(new Flaw("summary", "Say what happened."));
        if (event.lacks(Disruption.THREAT)) flaws.add(new Flaw("threat", "Say which threat was disrupted."));
        if (event.lacks(Disruption.EVENT_DATE)) flaws.add(new Flaw("eventDate", "Say when it happened."));
        if (event.find(Disruption.EVENT_DATE).filter(day -> day.isAfter(today)).isPresent())
            flaws.add(new Flaw("eventDate", "Event date lies in the future."));
        if (event.lacks(Disruption.FOUR_P)) flaws.add(new Flaw("p", "Choose the primary P."));
        if (event.lacks(Disruption.TYPE)) flaws.add(new Flaw("type", "Say whether your agency led or supported."));
        if (event.lacks(Disruption.LEAD_AGENCY))
            flaws.add(new Flaw(
                    "leadAgency",
                    event.is(Disruption.TYPE, DisruptionType.SUPPORT)
                            ? "Name the agency that led the event you supported."
                            : "Name the lead agency."));
        if (event.lacks(Disruption.CATEGORY))
            flaws.add(new Flaw("category", "Choose how much it hurt the threat, or Unassessed."));
        if (needsCategoryReason(event))
            flaws.add(new Flaw("categoryReason", "Say why it is assessed so."));
        if (event.get(Disruption.OTHER_PS).stream().anyMatch(p -> event.is(Disruption.FOUR_P, p)))
            flaws.add(new Flaw("otherPs", "The primary P cannot be a secondary P as well."));
        return flaws;
    }

    private static boolean needsCategoryReason(Disruption event) {
        return !event.lacks(Disruption.CATEGORY)
                && !event.is(Disruption.CATEGORY, Category.UNASSESSED)
                && event.lacks(Disruption.CATEGORY_REASON);
    }

    /// Who may not moderate this event, whatever their roles: whoever recorded it, and everybody who corrected it since it
    /// was last moderated.
    ///
    /// @param moderator the collar number
    /// @param writers the collar numbers of those who wrote of it since
    public static Outcome<Disruption> mayModerate(Disruption event, String moderator, Set<String> writers) {
        if (Party.is(event.get(Disruption.RECORDED_BY), moderator))
            return refused(new Problem.NotAllowed("You recorded this event; somebody else has to moderate it."));
        if (writers.contains(moderator))
            return refused(new Problem.NotAllowed("You corrected this event; somebody else has to moderate it."));
        return done(event);
    }

    /// Moderates an event: agrees with its category, gives it another, or returns it; always with a reason and never one's
    /// own event.
    ///
    /// @param regraded the new category, null where it stays
    public static Outcome<Disruption> moderate(
            Disruption event,
            Moderating decision,
            @org.jspecify.annotations.Nullable Category regraded,
            String reason,
            String moderatorLabel,
            LocalDate today) {
        return mayModerate(event, moderatorLabel)
                .then(ok -> decide(event, decision, regraded, reason))
                .map(moderated -> moderated
                        .with(Disruption.MODERATED_BY, moderatorLabel)
                        .with(Disruption.MODERATED_ON, today)
                        .with(Disruption.MODERATION_REASON, reason));
    }

    /// The event, where that person may moderate it as it stands; or why not.
    public static Outcome<Disruption> mayModerate(Disruption event, String moderatorLabel) {
        var may = mayModerate(event, Party.userId(moderatorLabel).orElse(moderatorLabel), Set.of());
        if (!may.isDone()) return may;
        if (isModerated(event)) return refused(new Problem.NotNow("The event was moderated already."));
        return done(event);
    }

    private static Outcome<Disruption> decide(
            Disruption event,
            Moderating decision,
            @org.jspecify.annotations.Nullable Category regraded,
            String reason) {
        if (reason.isBlank())
            return refused(new Problem.NeedsReason("disruption.moderate", "Say why you decide so."));
        if (decision == Moderating.AGREE && event.is(Disruption.CATEGORY, Category.UNASSESSED))
            return refused(new Problem.NotNow("The event is unassessed; give it a category, or return it."));
        if (decision == Moderating.REGRADE && (regraded == null || event.is(Disruption.CATEGORY, regraded)))
            return refused(new Problem.Invalid("category", "Choose the category that it should have instead."));
        return done(switch (decision) {
            case AGREE -> event.with(Disruption.MODERATION, EventModeration.AGREED);
            case RETURN -> event.with(Disruption.MODERATION, EventModeration.RETURNED);
            case REGRADE -> event.with(Disruption.MODERATION, EventModeration.REGRADED)
                    .with(Disruption.CATEGORY, regraded)
                    .with(Disruption.CATEGORY_REASON, reason);
        });
    }
}
