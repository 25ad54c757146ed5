using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access.Administration;

public sealed class AuditRecordModel : Model<AuditRecord>
{
    public AuditRecordModel()
        : base("A record of who did what, when and from where. Records are never changed or deleted.")
    {
        SeenBy(Seen.OnlyByAll);
        Lists("AuditRecords");
        Order(record => record.RecordedAt);
        Root("auditLog", "The audit trail, in order of recording. For administrators.").For(Role.Administrator);
        Key(record => record.Id);
        Field(record => record.RecordedAt, "Time of the record, by the database's clock.");
        Field(record => record.Kind, "A write, a refusal, or a read of personal data.");
        Field(
                record => record.Actor,
                "The caller: \"user:…\" of the issuer, \"token:…\", \"local:…\", \"system\" or \"anonymous\"."
            )
            .Personal();
        Field(record => record.Roles, "The caller's roles.");
        Field(record => record.Address, "The network address that the request came from.").Personal();
        Field(record => record.RequestId, "The X-Request-Id of the response.");
        Field(record => record.Action, "The name of the mutation or command, or \"query\".");
        Field(
            record => record.Subjects,
            "Global ids of the affected objects; for refusals and reads, fields of the schema."
        );
        Field(record => record.Before, "JSON: the values changed by a write, before the change.")
            .NotFiltered()
            .NotSorted();
        Field(
                record => record.After,
                "JSON: the values changed by a write, after the change; for reads, how many values were read about whom."
            )
            .NotFiltered()
            .NotSorted();
        Field(record => record.Reason, "The reason, if one was given.");
        foreach (var field in Fields)
            field.For(Role.Administrator);
    }
}
