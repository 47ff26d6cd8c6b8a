package fourfold.desk;

import static fourfold.core.access.Permission.EDIT_THREATS;
import static fourfold.core.access.Permission.READ;

import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Seen;
import fourfold.core.reference.Agencies;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.threat.AssessmentType;
import fourfold.core.threat.MasterListStatus;
import fourfold.core.threat.Moderation;
import fourfold.core.threat.SocFlag;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatRules;
import fourfold.store.Store;
import java.util.Set;

/// The counter for threats: found, opened, created, changed, typed anew, given an LRO, closed.
public final class ThreatDesk extends Desk {

    /// The fields of a threat that no person writes by hand.
    public static final Set<Field<Threat, ?>> CLOSED_FIELDS =
            Set.of(Threat.REF, Threat.LRO_SINCE, Threat.LRO_APPOINTED_BY, Threat.PHASE_SINCE);

    private final RefMint refs;
    private final Agencies agencies;
    private final Consultations consultations;

    ThreatDesk(Session session, Store store, Ledger ledger, RefMint refs, Agencies agencies, Consultations consultations) {
        super(session, store, ledger);
        this.refs = refs;
        this.agencies = agencies;
        this.consultations = consultations;
    }

    /// A new threat.
    public record Create(Editing<Threat> values, String reason) {}

    /// A change of some fields. A new kind, a new LRO and a closing ask for what they need.
    public record Edit(Seen<Threat> threat, Editing<Threat> values, String reason) {}

    /// Keeps a new threat. What nobody said is taken as usual: owned by this agency, tactical, SOC, not moderated, not yet
    /// on the master list.
    public Outcome<Kept<Threat>> create(Create wish) {
        return this.<Threat>create(EDIT_THREATS, Operation.CREATE, wish.reason(), () -> {
            var ref = refs.next(Threat.FIELDS, "");
            var blank = Threat.FIELDS.blank(Id.named(Threat.FIELDS.kind(), ref))
                    .with(Threat.REF, ref)
                    .with(Threat.AGENCY, session.agency())
                    .with(Threat.TYPE, AssessmentType.TACTICAL)
                    .with(Threat.SOC, SocFlag.SOC)
                    .with(Threat.MODERATION, Moderation.NOT_MODERATED)
                    .with(Threat.MASTER_LIST, MasterListStatus.PENDING_SUBMISSION)
                    .with(Threat.PHASE, "Identified")
                    .with(Threat.IDENTIFIED, session.today())
                    .with(Threat.MARKING, Marking.OFFICIAL_SENSITIVE);
            return AgencyNames.named(agencies, Threat.AGENCY, wish.values().into(blank))
                    .then(threat -> ThreatRules.create(threat, session.label(), wish.reason(), session.today()));
        });
    }

    /// Changes a threat on the version that the person saw.
    public Outcome<Kept<Threat>> edit(Edit wish) {
        return change(EDIT_THREATS, Threat.FIELDS, wish.threat(), Operation.EDIT, wish.reason(), before ->
                AgencyNames.named(agencies, Threat.AGENCY, wish.values().into(before))
                        .then(after -> ThreatRules.change(
                                before, after, session.label(), wish.reason(), session.today())));
    }

    /// Opens a threat; the opening is logged.
    public Outcome<Kept<Threat>> open(Id<Threat> id) {
        return session.require(READ).then(ok -> kept(Threat.FIELDS, id)).map(consultations::opened);
    }

    /// Opens the threat of that reference; the opening is logged.
    public Outcome<Kept<Threat>> open(String ref) {
        return session.require(READ).then(ok -> kept(Threat.FIELDS, ref)).map(consultations::opened);
    }
}
