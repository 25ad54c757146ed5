using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.People;

namespace TeacherDevPlan.Application.Careers;

/// <summary>
/// A certificate is seen by the person, by who leads the person today, and by the officers of the office that issued it and
/// of the person's office of the time.
/// </summary>
public sealed class CertificateModel : Model<Certificate>
{
    public CertificateModel()
        : base("A certificate (วุฒิบัตร เกียรติบัตร) for a completed enrolment. The name on it is the person's.")
    {
        SeenBy(
            Seen.Either([
                OwnPeople(one => one.OfficeId),
                OwnPeople(one => one.PersonOfficeId),
                .. OneselfOrLeader(one => one.PersonId),
            ])
        );
        Lists("Certificates");
        Order(one => one.IssuedOn);
        Root("certificates", "The certificates that the caller sees, by the day of issue.");
        Key(one => one.Id);
        RootById("certificate", "The certificate with this id, or null.");
        Maybe<Enrollment>("enrollment", one => one.EnrollmentId, "The enrolment.").Personal();
        Maybe<Offering>("offering", one => one.OfferingId, "The offering; null if its office is not public.")
            .Personal();
        Maybe<Person>("person", one => one.PersonId, "The person; null if another office keeps the record now.")
            .Personal();
        Maybe<Office>("office", one => one.OfficeId, "The office that issued it.").Personal();
        Field(one => one.Year, "The year of the office's series: the calendar year of the issue (Buddhist era).")
            .Personal();
        Field(one => one.Number, "From 1, without gaps, in the office's series of the year.").Personal();
        Field(one => one.Code, "Whoever has this code can check the certificate (`certificateCheck`).")
            .Personal()
            .NotFiltered()
            .NotSorted();
        Field(one => one.IssuedOn, "The day of issue.").Personal();
        Field(one => one.ExpiresOn, "The last Thai day on which it is valid; null if it does not expire.").Personal();
        Field(one => one.RevokedOn, "The Thai day on which it was revoked; null if it was not.").Personal();
        Field(one => one.RevocationReason, "Why it was revoked.").Personal();
        Computed<CertificateValidity>("validity", "What it is worth today.").Personal();
        GroupByOffice(one => one.Office);
        GroupBy("YEAR", one => one.Year, "The year of the office's series (Buddhist era).");
        GroupBy<Offering>("OFFERING", one => one.OfferingId, one => one.Offering.Title, "The offering.");
        GroupByComputed("VALIDITY", "validity", "What it is worth today.");
        GroupByDate("EXPIRES", one => one.ExpiresOn, "the last day on which it is valid");
    }
}

/// <summary>
/// What everybody with a certificate's code is told. There is no list of them, and no other way to one than the code: unknown
/// codes and texts that are no codes are answered alike.
/// </summary>
public sealed class CertificateCheckModel : Model<CertificateCheck>
{
    public CertificateCheckModel()
        : base("Whether a certificate is valid, for whoever has its code.")
    {
        SeenBy(Seen.All);
        Root(
            "certificateCheck",
            "What a certificate with this code is worth; null if there is none.",
            ("code", one => one.Code, "The code on the certificate, as it is printed.")
        );
        Computed<CertificateValidity>("validity", "What it is worth today.");
        Field(
            one => one.Initials,
            "The first consonants of the person's given name and surname, \"ส.จ.\"; null if the name was erased."
        );
    }
}
