using TeacherDevPlan.Application.Common.Querying;
using TeacherDevPlan.Domain.Access;

namespace TeacherDevPlan.Application.Access;

/// <summary>The audit trail, in the order in which it was recorded.</summary>
public sealed record ListAudit(ListArguments Arguments) : ListQuery<AuditRecord>(Arguments);

public sealed class ListAuditHandler(ListPlanner planner) : ListQueryHandler<ListAudit, AuditRecord>(planner);

public sealed class AuditRecordModel : QueryModel<AuditRecord>
{
    public AuditRecordModel()
        : base("AuditRecord")
    {
        DefaultOrder = [record => record.RecordedAt];
        Id(record => record.Id);
        Value("recordedAt", record => record.RecordedAt);
        Value("kind", record => record.Kind);
        Value("actor", record => record.Actor);
        Value("address", record => record.Address);
        Value("requestId", record => record.RequestId);
        Value("action", record => record.Action);
        ValueList("subjects", record => record.Subjects);
        Value("reason", record => record.Reason);
    }
}
