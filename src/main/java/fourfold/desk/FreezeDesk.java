package fourfold.desk;

import static fourfold.core.access.Permission.READ;

import fourfold.core.figures.FigureJson;
import fourfold.core.figures.Question;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.settings.FrozenFigures;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.store.Store;
import fourfold.vault.StrictJson;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/// The counter for frozen figures: what was reported once stays as it was, with its filters, its rules and its moment, under a
/// hash. They are records of this vault, signed in its journal like all else.
public final class FreezeDesk extends Desk {

    private final FiguresDesk figures;
    private final Consultations consultations;

    FreezeDesk(Session session, Store store, Ledger ledger, FiguresDesk figures, Consultations consultations) {
        super(session, store, ledger);
        this.figures = figures;
        this.consultations = consultations;
    }

    /// Frozen figures.
    ///
    /// @param hash SHA-256 of the content's canonical form
    public record Frozen(String name, Instant at, String by, String hash, Json.Members content) {}

    /// What a second look says.
    ///
    /// @param intact whether the content still has its hash
    /// @param recounted whether counting again, as known at that position of the journal, by the views and rules of now, gives
    ///     the same rows; what is frozen stays as it is either way
    public record Verdict(Frozen frozen, boolean intact, boolean recounted) {}

    /// Counts, and keeps what was counted under a name that nothing else has.
    public Outcome<Frozen> freeze(String name, Question question) {
        var called = name.strip();
        if (called.isEmpty() || called.length() > 200)
            return Outcome.refused(new Problem.Invalid("name", "The figures need a name of at most 200 characters."));
        return allowed(READ, () -> {
            var id = FrozenFigures.idFor(called);
            if (store.records().find(FrozenFigures.FIELDS, id).isPresent())
                return Outcome.refused(new Problem.Invalid("name", "There are frozen figures called " + called + " already."));
            return figures.content(question).then(content -> keep(called, content.canonicalText()));
        });
    }

    private Outcome<Frozen> keep(String name, String content) {
        if (content.length() > FrozenFigures.LONGEST)
            return Outcome.refused(new Problem.NotNow("These are too many figures to be frozen at once; ask for fewer keys."));
        return this.<FrozenFigures>create(READ, Operation.CREATE, "", () -> Outcome.done(FrozenFigures.FIELDS
                        .blank(FrozenFigures.idFor(name))
                        .with(FrozenFigures.NAME, name)
                        .with(FrozenFigures.FROZEN_AT, session.clock().instant())
                        .with(FrozenFigures.FROZEN_BY, session.label())
                        .with(FrozenFigures.CONTENT, content)
                        .with(FrozenFigures.HASH, hash(content))))
                .map(FreezeDesk::frozen);
    }

    /// All of them, in the order in which they were frozen.
    public Outcome<List<Frozen>> all() {
        return session.require(READ).map(ok -> store.records().all(FrozenFigures.FIELDS).stream()
                .map(FreezeDesk::frozen)
                .toList());
    }

    /// Those of that name.
    public Outcome<Frozen> open(String name) {
        return session.require(READ).then(ok -> kept(name)).map(kept -> frozen(consultations.opened(kept)));
    }

    /// Looks whether the figures of that name are as they were, and counts them again.
    public Outcome<Verdict> verify(String name) {
        return session.require(READ).then(ok -> kept(name)).then(kept -> {
            var frozen = frozen(consultations.opened(kept));
            var content = frozen.content();
            boolean intact = hash(kept.record().get(FrozenFigures.CONTENT)).equals(frozen.hash());
            return figures.contentAt(
                            FigureJson.question(content),
                            content.get("position").whole(),
                            LocalDate.parse(content.get("day").text()))
                    .map(again -> new Verdict(frozen, intact, again.get("rows").equals(content.get("rows"))));
        });
    }

    private Outcome<Kept<FrozenFigures>> kept(String name) {
        return store.records().find(FrozenFigures.FIELDS, FrozenFigures.idFor(name))
                .map(Outcome::done)
                .orElseGet(() -> Outcome.refused(new Problem.Gone("There are no frozen figures called " + name.strip() + ".")));
    }

    private static Frozen frozen(Kept<FrozenFigures> kept) {
        var record = kept.record();
        return new Frozen(
                record.get(FrozenFigures.NAME),
                record.find(FrozenFigures.FROZEN_AT).orElse(Instant.EPOCH),
                record.get(FrozenFigures.FROZEN_BY),
                record.get(FrozenFigures.HASH),
                StrictJson.read(record.get(FrozenFigures.CONTENT).getBytes(StandardCharsets.UTF_8)).members());
    }

    private static String hash(String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }
}
