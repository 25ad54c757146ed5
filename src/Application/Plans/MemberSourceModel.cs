using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

public sealed class MemberSourceModel : Model<PrintedSource>
{
    public MemberSourceModel()
        : base("Where a member of something is printed.", "MemberSource")
    {
        SeenBy(Seen.WithParent);
        Field(
            source => source.Member,
            "Its name in the plan file: \"statedBudget\", \"periodPrinted\", \"targetGroups/0\"; empty for the whole."
        );
        Group(
            "source",
            SourceGroup.Type,
            "Where it is printed.",
            null,
            SourceGroup.Fields<PrintedSource>(
                source => source.Line,
                source => source.Table,
                source => source.Row,
                source => source.Column,
                source => source.RawText
            )
        );
    }
}
