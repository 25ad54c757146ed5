using TeacherDevPlan.Api.GraphQL.Budgets;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Api.GraphQL.Plans;

internal sealed class DevelopmentPlanType : NodeType<DevelopmentPlan>
{
    public DevelopmentPlanType()
        : base("An office's plan for developing its teachers and staff in one fiscal year.")
    {
        One<Office>("office", "Office!", plan => plan.OfficeId, "Whose plan it is.");
        Value("fiscalYear", "Int!", plan => plan.FiscalYear, "Buddhist era: 2566 is 2022-10-01 to 2023-09-30.");
        Value("title", "String!", plan => plan.Title, "As printed.");
        Value("startsOn", "LocalDate!", plan => plan.StartsOn, "The fiscal year's first day.");
        Value("endsOn", "LocalDate!", plan => plan.EndsOn, "The fiscal year's last day.");
        Many<DevelopmentPlanText>(
            "focusPoints",
            "[NumberedText!]!",
            text => text.DevelopmentPlanId,
            text => text.Position,
            "Focus points (จุดเน้น)."
        );
        Connection<Project>("projects", "ProjectsConnection!", project => project.PlanId, "Its projects, by number.");
        Resolved(
            "budget",
            "BudgetPosition!",
            "The money of all its projects.",
            context => BudgetFields.OfPlan(context, (DevelopmentPlan)context.Source!)
        ).Arguments = BudgetFields.AsOf();
        Many<CalendarStep>(
            "calendar",
            "[CalendarStep!]!",
            step => step.DevelopmentPlanId,
            step => step.Position,
            "The steps of its calendar (ปฏิทินการดำเนินงาน), in order."
        );
        Connection<Finding>(
            "findings",
            "FindingsConnection!",
            finding => finding.PlanId,
            "What in it does not agree with itself."
        );
    }
}

internal sealed class CalendarStepType : ObjectType<CalendarStep>
{
    public CalendarStepType()
        : base("CalendarStep", "A step of a plan's calendar.")
    {
        Value("number", "Int!", step => step.Number, "As printed.");
        Value("name", "String!", step => step.Name, "As printed.");
        Value("months", "[LocalDate!]!", step => step.Months, "The first day of each marked month, in order.");
    }
}
