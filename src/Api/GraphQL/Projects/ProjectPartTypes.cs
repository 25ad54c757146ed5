using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Projects;
using TeacherDevPlan.Domain.Staff;

namespace TeacherDevPlan.Api.GraphQL.Projects;

internal sealed class ProjectOwnerType : RowType<ProjectOwner>
{
    public ProjectOwnerType()
        : base("ProjectOwner", "Somebody responsible for a project (ผู้รับผิดชอบโครงการ).")
    {
        Value("name", "String!", owner => owner.Name, "As printed with the project.");
        Value(
            "position",
            "String!",
            owner => owner.Position,
            "As printed with the project; empty where none is printed."
        );
        One<StaffMember>(
            "staffMember",
            "StaffMember",
            owner => owner.StaffMemberId,
            "The member of the office's staff."
        );
        Source();
    }
}

internal sealed class FundingSourceType : RowType<FundingSource>
{
    public FundingSourceType()
        : base("FundingSource", "A part of a project's money by where it comes from.")
    {
        Value("kind", "FundingKind!", source => source.Kind, "From where.");
        Value("amount", "Decimal!", source => source.Amount, "In baht, as printed.");
        Source();
    }
}

internal sealed class ProjectKpiType : NodeType<ProjectKpi>
{
    public ProjectKpiType()
        : base("A success indicator of a project (ดัชนีชี้วัดความสำเร็จ).")
    {
        Value("number", "String!", kpi => kpi.Number, "As printed; where none is printed, its place within its kind.");
        Value(
            "group",
            "String",
            kpi => kpi.Group,
            "The heading it stands under, where a project has several tables of them."
        );
        Value("kind", "KpiKind!", kpi => kpi.Kind, "Quantitative or qualitative.");
        Value("name", "String!", kpi => kpi.Name, "As printed.");
        Value("targetText", "String!", kpi => kpi.TargetText, "As printed; empty where none is printed.");
        Value("targetValue", "Decimal", kpi => kpi.TargetValue, "Null where the target is not a number.");
        Value("targetUnit", "String", kpi => kpi.TargetUnit, "The unit of the target's number: \"ร้อยละ\" is percent.");
        Value("result", "Decimal", kpi => kpi.Result, "The result that counts, where it was told as a number.");
        Value("resultText", "String", kpi => kpi.ResultText, "The result that counts, where it was told in words.");
        Value("numerator", "Decimal", kpi => kpi.Numerator, "Of the result, where it was told as a ratio.");
        Value("denominator", "Decimal", kpi => kpi.Denominator, "Of the result, where it was told as a ratio.");
        Value(
            "achievement",
            "Decimal",
            kpi => kpi.Achievement,
            "Result / target × 100, two decimals; null where either is not a number, or the target is 0."
        );
        Value(
            "status",
            "AchievementStatus",
            kpi => kpi.Status,
            "How far it got; null where a result is reported, but it or the target is not a number."
        );
        Connection<KpiResult>(
            "results",
            "KpiResultsConnection!",
            result => result.KpiId,
            "All that was recorded about its result, in that order."
        );
        Value("methods", "[String!]!", kpi => kpi.Methods, "How it is assessed (วิธีการประเมิน).");
        Source();
        Source("targetSource", "targetText", "Where its target is printed.");
        Value("tools", "[String!]!", kpi => kpi.Tools, "With what it is assessed (เครื่องมือการประเมิน).");
    }
}
