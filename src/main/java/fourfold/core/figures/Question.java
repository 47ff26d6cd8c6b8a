package fourfold.core.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question for figures.
///
/// @param view the name of a view
/// @param asAt the day whose state is asked for, by the records' own dates; null for the state as it stands
/// @param window days in the place of the view's own; null to keep these
/// @param knownOn the moment up to which what this vault had recorded counts; null for now
/// @param by the names of the keys, the last of which is the one that shares are of
/// @param where what a row has to meet beside the view's conditions; conditions of one key are alternatives
/// @param share what a row has to meet to be counted, out of all that meet the rest; conditions of one key are alternatives
/// @param refs whether the references of what was counted are asked for
/// @param sums whether the sums of what the events state in numbers are asked for
public record Question(
        String view,
        @Nullable LocalDate asAt,
        @Nullable Window window,
        @Nullable Instant knownOn,
        List<String> by,
        List<Term> where,
        List<Term> share,
        boolean refs,
        boolean sums) {

    public Question {
        by = List.copyOf(by);
        where = List.copyOf(where);
        share = List.copyOf(share);
    }

    /// Everything in that view, as it stands.
    public static Question of(String view) {
        return new Question(view, null, null, null, List.of(), List.of(), List.of(), false, false);
    }

    /// This by these keys.
    public Question by(String... keys) {
        return new Question(view, asAt, window, knownOn, List.of(keys), where, share, refs, sums);
    }

    /// This as at that day.
    public Question asAt(LocalDate day) {
        return new Question(view, day, window, knownOn, by, where, share, refs, sums);
    }

    /// This for other days than the view's own.
    public Question during(@Nullable LocalDate from, @Nullable LocalDate to) {
        return new Question(view, asAt, new Window(from, to), knownOn, by, where, share, refs, sums);
    }

    /// This where those conditions hold too.
    public Question where(List<Term> terms) {
        return new Question(view, asAt, window, knownOn, by, terms, share, refs, sums);
    }

    /// This, of which those that meet these conditions are counted.
    public Question share(List<Term> terms) {
        return new Question(view, asAt, window, knownOn, by, where, terms, refs, sums);
    }

    /// This with the references of what was counted.
    public Question withRefs() {
        return new Question(view, asAt, window, knownOn, by, where, share, true, sums);
    }

    /// This with the sums of what the events state in numbers.
    public Question withSums() {
        return new Question(view, asAt, window, knownOn, by, where, share, refs, true);
    }

    /// This as known on that moment.
    public Question knownOn(Instant moment) {
        return new Question(view, asAt, window, moment, by, where, share, refs, sums);
    }

    /// This in another view.
    public Question in(String other) {
        return new Question(other, asAt, window, knownOn, by, where, share, refs, sums);
    }
}
