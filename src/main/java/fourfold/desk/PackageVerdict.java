package fourfold.desk;

import fourfold.core.disclosure.Gap;
import fourfold.core.disclosure.Released;
import fourfold.core.disclosure.Verification;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What came of looking at a package: every gate let it through, or one refused it.
public sealed interface PackageVerdict {

    /// The verdict for a person.
    String sentence();

    /// Whole, signed, addressed rightly, and every act in it signed by its author.
    ///
    /// @param signedBy the label of the person who signed it
    /// @param sha256 of the package's file, in hexadecimal
    /// @param fromUs whether we wrote it
    /// @param files the names in it, in order
    record Sound(Statement says, String signedBy, String sha256, boolean fromUs, List<String> files)
            implements PackageVerdict {
        public Sound {
            files = List.copyOf(files);
        }

        @Override
        public String sentence() {
            return "Package " + says.number() + " from " + says.from() + " to " + says.to()
                    + " is whole and was signed by " + signedBy + ".";
        }
    }

    /// What a package says of itself.
    ///
    /// @param number its place among the packages from this sender to this addressee, from 1
    /// @param records how many records of each kind it holds something of
    /// @param entries how many changes are in it
    /// @param held how many changes travel as digests only
    /// @param configuration the edition of the region's configuration that the sender worked with; empty for none
    record Statement(
            UUID id,
            String from,
            String to,
            long number,
            String purpose,
            Instant created,
            Marking marking,
            Verification verified,
            Map<String, Integer> records,
            int entries,
            int held,
            List<Released.Withheld> withheld,
            List<Released.Handling> handling,
            List<Gap> gaps,
            String configuration) {
        public Statement {
            records = Map.copyOf(records);
            withheld = List.copyOf(withheld);
            handling = List.copyOf(handling);
            gaps = List.copyOf(gaps);
        }
    }

    /// Refused; nothing of it was used.
    ///
    /// @param flaw a short code of what is wrong with it
    record Refused(String flaw, String sentence) implements PackageVerdict {

        static Refused of(fourfold.packet.PackageVerdict.Refused refused) {
            return new Refused(refused.flaw().name(), refused.sentence());
        }

        /// The refusal as a problem. A package that is not there, or is not for this vault, or whose sender nobody trusts
        /// here, is refused; every other flaw is damage.
        public Problem problem() {
            return switch (flaw) {
                case "MISSING" -> new Problem.Gone(sentence);
                case "NOT_ACCEPTED", "OTHER_ADDRESSEE", "ACT_AUTHOR_UNKNOWN" -> new Problem.NotAllowed(sentence);
                case "NO_ROOM", "TOO_SLOW", "NEWER" -> new Problem.NotNow(sentence);
                default -> new Problem.Damaged(sentence);
            };
        }
    }
}
