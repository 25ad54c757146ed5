using TeacherDevPlan.Application.Common.Models;
using TeacherDevPlan.Domain.Plans;

namespace TeacherDevPlan.Application.Plans;

public sealed class MemberSourceModel : Model<PrintedSource>
{
    public MemberSourceModel()
        : base("Where a member of an object is printed.", "MemberSource")
    {
        SeenBy(Seen.WithParent);
        Field(
            source => source.Member,
            "The member's name in the plan file: \"statedBudget\", \"periodPrinted\", \"targetGroups/0\"; empty for the whole object."
        );
        Group(
            "source",
            SourceGroup.Type,
            "Where the member is printed.",
            null,
            SourceGroup.Fields<PrintedSource>(
                source => source.Line,
                source => source.Table,
                source => source.Row,
                source => source.Column,
                source => source.RawText,
                source => source.Page,
                source => source.Paragraph,
                source => source.Sheet,
                source => source.Cell
            )
        );
    }
}
