using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Application.Careers;
using TeacherDevPlan.Application.Common;
using TeacherDevPlan.Application.Events;
using TeacherDevPlan.Domain.Careers;
using TeacherDevPlan.Domain.Events;

namespace TeacherDevPlan.Api.GraphQL.Development;

/// <summary>The part of the schema for certificates.</summary>
internal static class CertificateSchema
{
    public static SchemaPart Of() =>
        new()
        {
            Types =
            [
                EnumType.Of<CertificateValidity>(
                    "What a certificate is worth.",
                    ("VALID", "It is valid."),
                    ("EXPIRED", "Its last day has passed."),
                    ("REVOKED", "It was revoked.")
                ),
            ],
            Mutations = [Issue(), Revoke()],
        };

    private static Mutation<IssueCertificates, Written> Issue() =>
        new(
            "Issues certificates for completed enrolments, with the next numbers of the office's series of the year; all of them or none.",
            [
                new Member("offeringId", "ID!", "An offering that is COMPLETED or REPORTED."),
                new Member(
                    "enrollments",
                    "[ID!]!",
                    $"1 to {EnrollValidator.MostItems} enrolments of the offering that are COMPLETED and have no certificate, or a revoked one; in the "
                        + "order of the numbers."
                ),
                new Member("issuedOn", "LocalDate!", "The day of issue: from the offering's last day to today."),
                new Member("expiresOn", "LocalDate", "The last Thai day on which they are valid, if they expire."),
            ],
            [
                (
                    new Member(
                        "certificates",
                        "[Certificate!]",
                        "The certificates, in the order of the enrolments; null if the mutation was refused."
                    ),
                    it => it.Ids
                ),
            ],
            input => new IssueCertificates(
                input.Id("offeringId", nameof(Offering)),
                input.Ids("enrollments", nameof(Enrollment)),
                input.Value<DateOnly>("issuedOn"),
                input.ValueOrNull<DateOnly>("expiresOn")
            )
        );

    private static Mutation<RevokeCertificate, Written> Revoke() =>
        new(
            "Revokes a certificate for good, by an officer of the office that issued it. Another one can be issued then.",
            [
                new Member("certificateId", "ID!", "The certificate."),
                new Member("reason", "String!", "Why; 1 to 2000 characters. The person sees it."),
            ],
            [(new Member("certificate", "Certificate", "The certificate; null if it was refused."), it => it.Id)],
            input => new RevokeCertificate(input.Id("certificateId", nameof(Certificate)), input.Text("reason"))
        );
}
