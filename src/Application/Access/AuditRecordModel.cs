using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

public sealed class AuditRecordModel : Model<AuditRecord>
{
    public AuditRecordModel()
        : base("Who did what, when and from where. It is never changed or removed.")
    {
        SeenBy(Seen.OnlyByAll);
        Lists("AuditRecords");
        Order(record => record.RecordedAt);
        Root("auditLog", "The audit trail, in the order in which it was recorded. For administrators.")
            .For(Role.Administrator);
        Key(record => record.Id);
        Field(record => record.RecordedAt, "When, by the database's clock.");
        Field(record => record.Kind, "A write, a refusal, or a reading of personal data.");
        Field(
                record => record.Actor,
                "Who: \"user:…\" of the issuer, \"token:…\", \"local:…\", \"system\" or \"anonymous\"."
            )
            .Personal();
        Field(record => record.Roles, "The roles that they held.");
        Field(record => record.Address, "The network address that the request came from.").Personal();
        Field(record => record.RequestId, "The X-Request-Id of the answer.");
        Field(record => record.Action, "The mutation's or command's name, or \"query\".");
        Field(
            record => record.Subjects,
            "What it was done to: global ids; of refusals and reads, fields of the schema."
        );
        Field(record => record.Before, "JSON: what a write changed, as it was.").NotFiltered().NotSorted();
        Field(record => record.After, "JSON: what a write changed, as it is; of reads, how much was read of whom.")
            .NotFiltered()
            .NotSorted();
        Field(record => record.Reason, "Why, where it was told.");
        foreach (var field in Fields)
            field.For(Role.Administrator);
    }
}
