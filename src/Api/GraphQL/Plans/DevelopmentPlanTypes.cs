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
        Source(member: "title", description: "Where its title is printed.");
        Value("startsOn", "LocalDate!", plan => plan.StartsOn, "The fiscal year's first day.");
        Value("endsOn", "LocalDate!", plan => plan.EndsOn, "The fiscal year's last day.");
        Many<DevelopmentPlanText>(
            "focusPoints",
            "[NumberedText!]!",
            text => text.DevelopmentPlanId,
            text => text.Position,
            "Focus points (จุดเน้น).",
            text => text.Kind == DevelopmentPlanTextKind.FocusPoint
        );
        Many<DevelopmentPlanText>(
            "needs",
            "[NumberedText!]!",
            text => text.DevelopmentPlanId,
            text => text.Position,
            "What the office needs to develop (ความต้องการในการพัฒนา), by field.",
            text => text.Kind == DevelopmentPlanTextKind.Need
        );
        Many<PlanSection>(
            "sections",
            "[PlanSection!]!",
            section => section.DevelopmentPlanId,
            section => section.Position,
            "Its running text that has no place of its own, by the headings it stands under, in order."
        );
        Many<StoredReading>(
            "reading",
            "PlanReading",
            reading => reading.PlanId,
            reading => reading.PlanId,
            readings => readings.FirstOrDefault(),
            "How much of its document went into it; null where it was not read from one."
        );
        Connection<Project>("projects", "ProjectsConnection!", project => project.PlanId, "Its projects, by number.");
        Batched(
            "budget",
            "BudgetPosition!",
            "The money of all its projects.",
            BudgetFields.Of<DevelopmentPlan>((budgets, view) => budgets.OfPlans(view))
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

internal sealed class PlanSectionType : RowType<PlanSection>
{
    public PlanSectionType()
        : base("PlanSection", "A heading of a plan's document and the text below it, up to the next heading.")
    {
        Value("number", "String", section => section.Number, "As printed, with Arabic digits; null where none is.");
        Value("heading", "String!", section => section.Heading, "As printed.");
        Value("level", "Int!", section => section.Level, "Its depth, from 1: a part (ส่วนที่) is 1.");
        Many<PlanSectionText>(
            "items",
            "[NumberedText!]!",
            text => text.PlanSectionId,
            text => text.Position,
            "Paragraphs and list items, in order."
        );
        Source();
    }
}

internal sealed class CalendarStepType : RowType<CalendarStep>
{
    public CalendarStepType()
        : base("CalendarStep", "A step of a plan's calendar.")
    {
        Value("number", "Int!", step => step.Number, "As printed.");
        Value("name", "String!", step => step.Name, "As printed.");
        Value("months", "[LocalDate!]!", step => step.Months, "The first day of each marked month, in order.");
        Source();
    }
}
