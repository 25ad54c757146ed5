using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Events;
using TeacherDevPlan.Domain.Offices;

namespace TeacherDevPlan.Domain.Careers;

/// <summary>
/// A certificate (วุฒิบัตร เกียรติบัตร) for an enrolment that was completed. It has no name: that is the person's. Of an
/// enrolment there is one that is not revoked.
/// </summary>
public sealed class Certificate : Entity
{
    private Certificate() { }

    /// <param name="number">The next one of the office's series of the year.</param>
    /// <param name="code">Random; whoever knows it can check the certificate.</param>
    public Certificate(Enrollment enrollment, int number, string code, DateOnly issuedOn, DateOnly? expiresOn)
    {
        (EnrollmentId, OfferingId, PersonId) = (enrollment.Id, enrollment.OfferingId, enrollment.PersonId);
        (OfficeId, PersonOfficeId) = (enrollment.OfferingOfficeId, enrollment.OfficeId);
        (Year, Number, Code) = (YearOf(issuedOn), number, code);
        (IssuedOn, ExpiresOn) = (issuedOn, expiresOn);
    }

    public Guid EnrollmentId { get; private init; }

    public Enrollment Enrollment { get; private init; } = null!;

    public Guid OfferingId { get; private init; }

    public Offering Offering { get; private init; } = null!;

    public Guid PersonId { get; private init; }

    /// <summary>The office that issued it.</summary>
    public Guid OfficeId { get; private init; }

    public Office Office { get; private init; } = null!;

    /// <summary>The person's office at the time of the enrolment.</summary>
    public Guid PersonOfficeId { get; private init; }

    /// <summary>The year of the series: the calendar year of the issue (Buddhist era).</summary>
    public int Year { get; private init; }

    /// <summary>From 1, without gaps, in each series.</summary>
    public int Number { get; private init; }

    public string Code { get; private init; } = "";

    public DateOnly IssuedOn { get; private init; }

    /// <summary>The last Thai day on which it is valid; null if it does not expire.</summary>
    public DateOnly? ExpiresOn { get; private init; }

    public DateOnly? RevokedOn { get; private set; }

    public string? RevocationReason { get; private set; }

    /// <summary>The calendar year of a day (Buddhist era).</summary>
    public static int YearOf(DateOnly day) => day.Year + FiscalYear.BuddhistEraOffset;

    /// <summary>What it is worth on a day.</summary>
    public static CertificateValidity ValidityOn(DateOnly day, DateOnly? revokedOn, DateOnly? expiresOn) =>
        revokedOn is not null ? CertificateValidity.Revoked
        : expiresOn < day ? CertificateValidity.Expired
        : CertificateValidity.Valid;

    /// <summary>Why certificates with these days cannot be issued for an offering.</summary>
    /// <param name="today">The current Thai day.</param>
    public static IEnumerable<DomainError> Faults(
        Offering offering,
        DateOnly issuedOn,
        DateOnly? expiresOn,
        DateOnly today
    )
    {
        if (offering.Status is not (OfferingStatus.Completed or OfferingStatus.Reported))
            yield return CertificateErrors.NotSettled(offering.Status);
        if (issuedOn > today || issuedOn < offering.EndsOn)
            yield return CertificateErrors.IssuedOutside;
        if (expiresOn < issuedOn)
            yield return CertificateErrors.ExpiresBeforeIssue;
    }

    /// <summary>Why an enrolment gets none; null if it can.</summary>
    /// <param name="hasOne">Whether it has one that is not revoked.</param>
    public static DomainError? Refusal(Enrollment enrollment, bool hasOne) =>
        enrollment.Status != EnrollmentStatus.Completed ? CertificateErrors.NotCompleted(enrollment.Status)
        : hasOne ? CertificateErrors.HasOne
        : null;

    /// <summary>Revokes it for good. The error, if it is refused.</summary>
    public DomainError? Revoke(DateOnly today, string reason)
    {
        if (RevokedOn is not null)
            return CertificateErrors.RevokedAlready;
        (RevokedOn, RevocationReason) = (today, reason);
        return null;
    }
}

/// <summary>What a certificate is worth.</summary>
public enum CertificateValidity
{
    Valid,
    Expired,
    Revoked,
}

/// <summary>What everybody who knows a certificate's code is told.</summary>
public sealed class CertificateCheck : Entity
{
    private CertificateCheck() { }

    public string Code { get; private init; } = "";

    /// <summary>Of the person's present name; null if it was erased.</summary>
    public string? Initials { get; private init; }

    public DateOnly? ExpiresOn { get; private init; }

    public DateOnly? RevokedOn { get; private init; }
}

/// <summary>Why certificates are not issued or revoked.</summary>
internal static class CertificateErrors
{
    public static readonly RequestInvalid IssuedOutside = new(
        "issuedOn",
        new LocalText(
            "must be from the last day of the offering to today.",
            "ต้องอยู่ระหว่างวันสุดท้ายของกิจกรรมถึงวันนี้"
        )
    );

    public static readonly RequestInvalid ExpiresBeforeIssue = new(
        "expiresOn",
        new LocalText("must not be before issuedOn.", "ต้องไม่ก่อน issuedOn")
    );

    public static readonly InvalidState HasOne = new(
        new LocalText(
            "The enrolment has a certificate; revoke it before another one is issued.",
            "มีวุฒิบัตรของการลงทะเบียนนี้แล้ว ต้องเพิกถอนก่อนจึงออกใหม่ได้"
        )
    );

    public static readonly InvalidState RevokedAlready = new(
        new LocalText("The certificate is revoked already.", "วุฒิบัตรนี้ถูกเพิกถอนแล้ว")
    );

    public static InvalidState NotSettled(OfferingStatus status) =>
        new(
            new LocalText(
                $"The offering is {EnumText.Of(status)}; it must be COMPLETED or REPORTED.",
                $"กิจกรรมมีสถานะ {EnumText.Of(status)} ต้องเป็น COMPLETED หรือ REPORTED"
            )
        );

    public static InvalidState NotCompleted(EnrollmentStatus status) =>
        new(
            new LocalText(
                $"The enrolment is {EnumText.Of(status)}; it must be COMPLETED.",
                $"การลงทะเบียนมีสถานะ {EnumText.Of(status)} ต้องเป็น COMPLETED"
            )
        );
}
