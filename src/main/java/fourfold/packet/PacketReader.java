package fourfold.packet;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.sync.SignedActs;
import fourfold.packet.PacketFlaw.Refusal;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.Disk;
import fourfold.vault.Messages;
import fourfold.vault.OpenVault;
import fourfold.vault.PersonCertificate;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/// Opens packages. A package goes through all [Gate]s in their order, and nothing of it is used before it has passed the
/// last: **verify first, parse second**. What is decrypted lies in an encrypted file of the vault until the reading ends.
public final class PacketReader {

    private final OpenVault vault;
    private final Disk disk;
    private final LongSupplier nanos;

    /// A reader for the packages to and from the vault's agency.
    ///
    /// @param nanos a clock for durations, such as [System#nanoTime()]
    public PacketReader(OpenVault vault, LongSupplier nanos) {
        this.vault = vault;
        this.disk = vault.means().disk();
        this.nanos = nanos;
    }

    /// A package that has passed every gate, open for as long as the reading lasts.
    public interface Contents extends SignedActs {
        /// What was found.
        PackageVerdict.Sound verdict();

        /// Hands on all entries and acts, in their order.
        @Override
        void read(SignedActs.Reader reader);
    }

    /// Looks at a package and uses nothing of it.
    public PackageVerdict check(Path file) {
        return read(file, contents -> {});
    }

    /// Looks at a package, and hands it on when it is sound.
    public PackageVerdict read(Path file, Consumer<Contents> use) {
        try {
            return new Reading(file, new Deadline(nanos)).run(use);
        } catch (Refusal refused) {
            return refused.verdict();
        }
    }

    /// One package on its way through the gates.
    private final class Reading {
        private final Path file;
        private final Deadline deadline;
        private final MessageDigest sha256 = Hashing.sha256();
        private List<AgencyCertificates> trusted = List.of();
        private String keys = "";

        Reading(Path file, Deadline deadline) {
            this.file = file;
            this.deadline = deadline;
        }

        PackageVerdict run(Consumer<Contents> use) throws Refusal {
            checkSize();
            var opened = open();
            try (var content = opened.content()) {
                var bag = Bag.open(content, deadline);
                checkAddress(bag.manifest(), opened.from(), opened.signer());
                bag.checkContent(this::signer, opened.signer());
                trusted = vault.trusted().all().orThrow();
                var records = changes(bag);
                if (!bag.manifest().to().keys().equals(keys)) throw PacketFlaw.OTHER_SEAL.with();
                var sound = new PackageVerdict.Sound(
                        bag.manifest(), opened.signer().label(), opened.from().fingerprint(),
                        HexFormat.of().formatHex(sha256.digest()), isOwn(opened.from()), bag.names());
                deadline.lift();
                use.accept(contents(bag, sound, records));
                return sound;
            } catch (IOException broken) {
                throw PacketFlaw.NO_ROOM.with();
            }
        }

        private String name() {
            var last = file.getFileName();
            return last == null ? file.toString() : last.toString();
        }

        private void checkSize() throws Refusal {
            try {
                if (!disk.exists(file)) throw PacketFlaw.MISSING.with(name());
                long size = disk.size(file);
                if (size == 0) throw PacketFlaw.EMPTY.with(name());
                if (size > PacketFormat.LONGEST_FILE) throw PacketFlaw.FILE_TOO_LONG.with(name());
            } catch (IOException broken) {
                throw PacketFlaw.UNREADABLE.with(name());
            }
        }

        private Messages.Opened open() throws Refusal {
            var limits = new Messages.Limits(PacketFormat.LONGEST_FILE, PacketFormat.LONGEST_FILE, deadline::isOver);
            Outcome<Messages.Opened> outcome;
            try (var open = disk.open(file, Disk.Access.READ)) {
                keys = OuterFrame.check(open, name());
                var in = new DigestInputStream(stream(open), sha256);
                outcome = vault.messages().open(in, limits);
                in.transferTo(OutputStream.nullOutputStream());
            } catch (IOException broken) {
                throw PacketFlaw.UNREADABLE.with(name());
            }
            return switch (outcome) {
                case Outcome.Done<Messages.Opened>(var opened) -> opened;
                case Outcome.Refused<Messages.Opened>(var problem) -> throw refusal(problem);
            };
        }

        private Refusal refusal(Problem problem) {
            if (deadline.isOver()) return PacketFlaw.TOO_SLOW.with();
            var flaw = switch (problem) {
                case Problem.Damaged damaged -> PacketFlaw.DAMAGED;
                case Problem.Invalid tooLong -> PacketFlaw.INFLATES;
                case Problem.NotAllowed foreign -> PacketFlaw.NOT_ACCEPTED;
                default -> PacketFlaw.NO_ROOM;
            };
            return flaw.with(problem.sentence());
        }

        private Optional<PersonCertificate> signer(byte[] content, byte[] signature) {
            return switch (vault.messages().verify(new ByteArrayInputStream(content), signature)) {
                case Outcome.Done<Messages.Signed>(var signed) -> Optional.of(signed.signer());
                case Outcome.Refused<Messages.Signed> refused -> Optional.empty();
            };
        }

        private boolean isOwn(AgencyCertificates unit) {
            return unit.fingerprint().equals(vault.own().fingerprint());
        }

        private void checkAddress(Manifest manifest, AgencyCertificates unit, PersonCertificate signer) throws Refusal {
            var from = manifest.from();
            var to = manifest.to().agency();
            if (!to.equals(vault.agency()) && !from.agency().equals(vault.agency()))
                throw PacketFlaw.OTHER_ADDRESSEE.with(from.agency(), to, vault.agency());
            if (!from.signer().equals(signer.fingerprint())) throw PacketFlaw.OTHER_SIGNER.with();
            if (!from.agency().equals(signer.agency()))
                throw PacketFlaw.OTHER_AGENCY.with(from.agency(), signer.agency());
            boolean forUs = manifest.to().is(vault.agency(), vault.own().fingerprint());
            if (to.equals(vault.agency()) && !forUs && !isOwn(unit)) throw PacketFlaw.OTHER_OFFICE.with(to);
        }

        private List<PersonCertificate> certificatesOf(String agency, String user) {
            return trusted.stream()
                    .filter(unit -> unit.agency().equals(agency))
                    .flatMap(unit -> unit.everyCertificateOf(user).stream())
                    .toList();
        }

        private Map<String, Set<UUID>> changes(Bag bag) throws IOException, Refusal {
            var changes = new ChangesReader(this::certificatesOf);
            var lines = new Lines(changes);
            bag.unpackChanges(lines);
            return changes.finish(bag.manifest().counts(), lines.isWhole());
        }

        private Contents contents(Bag bag, PackageVerdict.Sound sound, Map<String, Set<UUID>> records) {
            return new Contents() {
                @Override
                public PackageVerdict.Sound verdict() {
                    return sound;
                }

                @Override
                public Map<String, Set<UUID>> about() {
                    return records;
                }

                @Override
                public void read(SignedActs.Reader reader) {
                    try {
                        bag.unpackChanges(new Lines(new ChangesAgain(reader)));
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    } catch (Refusal changed) {
                        throw new IllegalStateException("a package that was sound no longer is", changed);
                    }
                }
            };
        }
    }

    private static InputStream stream(Disk.OpenFile file) {
        return new InputStream() {
            private long at;

            @Override
            public int read() throws IOException {
                var one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (length == 0) return 0;
                int count = file.read(at, ByteBuffer.wrap(into, from, length));
                if (count > 0) at += count;
                return count;
            }
        };
    }
}
