using System.Linq.Expressions;
using TeacherDevPlan.Api.GraphQL.Budgets;
using TeacherDevPlan.Api.GraphQL.Conventions;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Offices;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Projects;

namespace TeacherDevPlan.Api.GraphQL.Projects;

internal sealed class ProjectType : NodeType<Project>
{
    public ProjectType()
        : base("A project (โครงการ) of a development plan.")
    {
        One<DevelopmentPlan>("plan", "DevelopmentPlan!", project => project.PlanId, "The plan it is part of.");
        Value("number", "Int!", project => project.Number, "Its number in the plan's list of projects.");
        Value("name", "String!", project => project.Name, "As printed in the plan's list of projects.");
        Seldom(
            "namePrinted",
            "String",
            project => project.NamePrinted,
            "As printed in its own chapter.",
            nameof(Project.NamePrinted)
        );
        Value("nature", "ProjectNature!", project => project.Nature, "New or continuing.");
        Value("status", "ProjectStatus!", project => project.Status, "Where it stands.");
        One<Strategy>("strategy", "Strategy!", project => project.StrategyId, "The strategy it serves.");
        Seldom(
            "strategyPrinted",
            "String",
            p => p.StrategyPrinted,
            "The strategy's name as printed with the project.",
            nameof(Project.StrategyPrinted)
        );
        One<OrgUnit>(
            "responsibleUnit",
            "OrgUnit!",
            project => project.ResponsibleUnitId,
            "The unit that answers for it."
        );
        Seldom(
            "responsibleUnitPrinted",
            "String",
            p => p.ResponsibleUnitPrinted,
            "The unit's name as printed with the project.",
            nameof(Project.ResponsibleUnitPrinted)
        );
        Many<ProjectOwner>(
            "owners",
            "[ProjectOwner!]!",
            o => o.ProjectId,
            o => o.Order,
            "Who is responsible, as printed."
        );
        Value("startsOn", "LocalDate!", project => project.StartsOn, "First day of its period.");
        Value("endsOn", "LocalDate!", project => project.EndsOn, "Last day of its period.");
        Seldom(
            "periodPrinted",
            "String",
            project => project.PeriodPrinted,
            "Its period as printed, in Thai.",
            nameof(Project.PeriodPrinted)
        );
        Seldom("venue", "String", project => project.Venue, "Where it takes place, as printed.", nameof(Project.Venue));
        Seldom(
            "virementAllowed",
            "Boolean!",
            p => p.VirementAllowed,
            "Whether amounts may move between its own items (ขอถัวจ่ายทุกรายการ).",
            nameof(Project.VirementAllowed)
        );
        Texts(
            "rationale",
            "String",
            ProjectTextKind.Rationale,
            texts => texts.FirstOrDefault()?.Text,
            "Rationale (หลักการและเหตุผล)."
        );
        Source("rationaleSource", "rationale", "Where the rationale is printed.");
        Texts("objectives", ProjectTextKind.Objective, "Objectives (วัตถุประสงค์).");
        Texts("outputTargets", ProjectTextKind.OutputTarget, "Output targets (เป้าหมายเชิงผลผลิต).");
        Texts("outcomeTargets", ProjectTextKind.OutcomeTarget, "Outcome targets (เป้าหมายเชิงผลลัพธ์).");
        Texts(
            "targetGroups",
            "[String!]!",
            ProjectTextKind.TargetGroup,
            texts => texts.Select(text => text.Text),
            "Target groups and beneficiaries (กลุ่มเป้าหมาย / ผู้ที่ได้รับผลประโยชน์)."
        );
        Texts("expectedResults", ProjectTextKind.ExpectedResult, "Expected results (ผลที่คาดว่าจะได้รับ).");
        Texts("headings", ProjectTextKind.Heading, "The headings of its chapter, in order.");
        Texts(
            "successMeasures",
            ProjectTextKind.SuccessMeasure,
            "What its chapter lists as measures of success (ดัชนีชี้วัดความสำเร็จ), before the table of follow-up."
        );
        Many<ProjectKpi>(
            "kpis",
            "[ProjectKpi!]!",
            kpi => kpi.ProjectId,
            kpi => kpi.Position,
            "Its success indicators, in order."
        );
        Connection<ProgressReport>(
            "progressReports",
            "ProgressReportsConnection!",
            report => report.ProjectId,
            "What was reported of it after each quarter, all revisions, in the order in which they were submitted."
        );
        Many<FundingSource>(
            "fundingSources",
            "[FundingSource!]!",
            source => source.ProjectId,
            source => source.Position,
            "Where its money comes from, as printed."
        );
        Value(
            "statedBudget",
            "Decimal!",
            project => project.StatedBudget,
            "Its total in baht as printed, kept even where the items add up to another sum."
        );
        Source("statedBudgetSource", "statedBudget", "Where the stated budget is printed.");
        Seldom(
            "printedTotals",
            "PrintedAmounts!",
            project => new PrintedRow(project.PrintedTotals, project.Id, "printedTotals/"),
            "The total row of its spending table.",
            nameof(Project.PrintedTotals)
        );
        Many<Activity>(
            "activities",
            "[Activity!]!",
            activity => activity.ProjectId,
            activity => activity.Position,
            "Its top-level activities, in order.",
            activity => activity.ParentId == null,
            seenWithParent: true
        );
        Batched(
            "budget",
            "BudgetPosition!",
            "The money of all its activities.",
            BudgetFields.Of<Project>((budgets, view) => budgets.OfProjects(view))
        ).Arguments = BudgetFields.AsOf();
        Connection<LedgerEntry>(
            "ledger",
            "LedgerEntriesConnection!",
            entry => entry.ProjectId,
            "The movements of its money, in the order in which they were recorded."
        );
        Source(description: "Where its chapter begins.");
        Resolved(
            "sources",
            "[MemberSource!]!",
            "Where each of its members is printed that is known to be: its name, period, venue, stated budget …",
            context =>
            {
                var reads = OperationReads.Of(context);
                return reads.Sources.Load(((Project)context.Source!).Id, sources => reads.Size.Counted(sources));
            }
        );
        Value("version", "Int!", project => project.Version, "Counts its changes, for optimistic concurrency.");
    }

    private void Texts(string name, ProjectTextKind kind, string description) =>
        Texts(name, "[NumberedText!]!", kind, texts => texts, description);

    private void Texts(
        string name,
        string type,
        ProjectTextKind kind,
        Func<IReadOnlyList<ProjectText>, object?> select,
        string description
    )
    {
        Expression<Func<ProjectText, bool>> ofKind = text => text.Kind == kind;
        Many(name, type, text => text.ProjectId, text => text.Position, select, description, ofKind);
    }
}

internal sealed class ActivityType : NodeType<Activity>
{
    public ActivityType()
        : base("An activity (กิจกรรม) of a project; it may have money of its own and sub-activities, and both.")
    {
        One<Project>("project", "Project!", activity => activity.ProjectId, "The project it is part of.");
        One<Activity>(
            "parent",
            "Activity",
            activity => activity.ParentId,
            "The activity it is a part of; null at the top level."
        );
        Value("number", "String!", activity => activity.Number, "As printed, with Arabic digits: \"1\", \"2.3\".");
        Value("name", "String!", activity => activity.Name, "As printed.");
        Many<Activity>(
            "subActivities",
            "[Activity!]!",
            activity => activity.ParentId!.Value,
            activity => activity.Position,
            "Its parts, in order.",
            seenWithParent: true
        );
        Resolved(
            "budget",
            "BudgetPosition!",
            "Its own money and that of its sub-activities.",
            context => BudgetFields.OfActivity(context, (Activity)context.Source!)
        ).Arguments = BudgetFields.AsOf();
        Batched(
            "ownBudget",
            "BudgetPosition!",
            "Its own money alone: what entries on it can draw on.",
            BudgetFields.Of<Activity>((budgets, view) => budgets.OwnOfActivities(view))
        ).Arguments = BudgetFields.AsOf();
        Connection<LedgerEntry>(
            "ledger",
            "LedgerEntriesConnection!",
            entry => entry.ActivityId,
            "The movements of its own money, in the order in which they were recorded."
        );
        Seldom(
            "printed",
            "PrintedAmounts!",
            activity => new PrintedRow(activity.Printed, activity.Id, ""),
            "Its row of the spending table.",
            nameof(Activity.Printed)
        );
        Source();
    }
}
