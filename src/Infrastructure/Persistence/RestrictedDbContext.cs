using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using TeacherDevPlan.Domain.Budgets;
using TeacherDevPlan.Domain.Findings;
using TeacherDevPlan.Domain.Indicators;
using TeacherDevPlan.Domain.Plans;
using TeacherDevPlan.Domain.Projects;
using TeacherDevPlan.Domain.Staff;
using TeacherDevPlan.Domain.Statistics;

namespace TeacherDevPlan.Infrastructure.Persistence;

/// <summary>
/// The plans as those see them who do not see everything: what is published, and all of some offices. The rules are filters of
/// the model, so they hold wherever a row can be met: by its id, below another, in a filter, an order, a count or a sum.
/// </summary>
internal abstract class RestrictedDbContext(DbContextOptions options) : PlanDbContext(options)
{
    /// <summary>Codes of the offices of which everything is seen.</summary>
    public List<string> Offices { get; set; } = [];

    /// <summary>Whether there can be such offices at all.</summary>
    protected abstract bool HasOffices { get; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<DraftProject>().HasNoKey().ToSqlQuery(DraftProject.Sql(HasOffices));
        Restrict<DevelopmentPlan>(modelBuilder, plan => plan.Published || Offices.Contains(plan.Office.Code));
        Restrict<StrategicPlan>(modelBuilder, plan => plan.Published || Offices.Contains(plan.Office.Code));
        Restrict<Strategy>(
            modelBuilder,
            one => one.StrategicPlan.Published || Offices.Contains(one.StrategicPlan.Office.Code)
        );
        Restrict<Indicator>(
            modelBuilder,
            one => one.Strategy.StrategicPlan.Published || Offices.Contains(one.Strategy.StrategicPlan.Office.Code)
        );
        Restrict<IndicatorResult>(
            modelBuilder,
            one => Set<Indicator>().Any(indicator => indicator.Id == one.IndicatorId)
        );
        Restrict<Project>(
            modelBuilder,
            project =>
                project.Status != ProjectStatus.Draft && project.Status != ProjectStatus.Submitted
                || Offices.Contains(project.Plan.Office.Code)
        );
        Restrict<ProjectKpi>(
            modelBuilder,
            one => !Set<DraftProject>().Any(draft => draft.Id == one.ProjectId && !Offices.Contains(draft.OfficeCode))
        );
        Restrict<KpiResult>(
            modelBuilder,
            one => !Set<DraftProject>().Any(draft => draft.Id == one.ProjectId && !Offices.Contains(draft.OfficeCode))
        );
        Restrict<ProgressReport>(
            modelBuilder,
            one => !Set<DraftProject>().Any(draft => draft.Id == one.ProjectId && !Offices.Contains(draft.OfficeCode))
        );
        Restrict<Activity>(
            modelBuilder,
            one => !Set<DraftProject>().Any(draft => draft.Id == one.ProjectId && !Offices.Contains(draft.OfficeCode))
        );
        Restrict<ActivityBudget>(
            modelBuilder,
            one => !Set<DraftProject>().Any(draft => draft.Id == one.ProjectId && !Offices.Contains(draft.OfficeCode))
        );
        Restrict<ProjectBudget>(
            modelBuilder,
            one => !Set<DraftProject>().Any(draft => draft.Id == one.ProjectId && !Offices.Contains(draft.OfficeCode))
        );
        Restrict<LedgerEntry>(
            modelBuilder,
            one => !Set<DraftProject>().Any(draft => draft.Id == one.ProjectId && !Offices.Contains(draft.OfficeCode))
        );
        Restrict<Disbursement>(modelBuilder, one => Set<ActivityBudget>().Any(b => b.ActivityId == one.ActivityId));
        Restrict<Commitment>(modelBuilder, one => Set<ActivityBudget>().Any(b => b.ActivityId == one.ActivityId));
        Restrict<BudgetTransfer>(
            modelBuilder,
            one =>
                Set<ActivityBudget>().Any(b => b.ActivityId == one.FromId)
                && Set<ActivityBudget>().Any(b => b.ActivityId == one.ToId)
        );
        Restrict<Dataset>(modelBuilder, one => one.Plan.Published || Offices.Contains(one.Plan.Office.Code));
        Restrict<Observation>(
            modelBuilder,
            one =>
                !one.Withheld || Set<Dataset>().Any(set => set.Id == one.DatasetId && Offices.Contains(set.Office.Code))
        );
        Restrict<NeedsSurvey>(modelBuilder, one => Set<DevelopmentPlan>().Any(plan => plan.Id == one.PlanId));
        Restrict<Finding>(
            modelBuilder,
            one =>
                (one.Plan.Published && !one.Withheld || Offices.Contains(one.Plan.Office.Code))
                && !Set<DraftProject>().Any(draft => draft.Id == one.ProjectId && !Offices.Contains(draft.OfficeCode))
        );
        Restrict<StaffMember>(
            modelBuilder,
            member =>
                Set<ProjectOwner>()
                    .Any(owner =>
                        owner.StaffMemberId == member.Id
                        && !Set<DraftProject>().Any(draft => draft.Id == owner.ProjectId)
                    ) || Offices.Contains(member.Office.Code)
        );
    }

    private void Restrict<T>(ModelBuilder modelBuilder, Expression<Func<T, bool>> isSeen)
        where T : class =>
        modelBuilder
            .Entity<T>()
            .HasQueryFilter(
                FilterOf<T>.Name[0],
                HasOffices ? isSeen : (Expression<Func<T, bool>>)new WithoutOffices().Visit(isSeen)
            );

    /// <summary>The name of a type's filter, as what leaves it out takes it: always the same object, so that queries are of one shape.</summary>
    public static class FilterOf<T>
    {
        public static readonly string[] Name = [typeof(T).Name];
    }

    /// <summary>Takes for granted that no office is one of which everything is seen.</summary>
    private sealed class WithoutOffices : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) =>
            node is { Method.Name: nameof(List<>.Contains), Object: MemberExpression { Member.Name: nameof(Offices) } }
                ? Expression.Constant(false)
                : base.VisitMethodCall(node);
    }
}

/// <summary>What is published: all that a client sees who is not signed in.</summary>
internal sealed class PublishedDbContext(DbContextOptions<PublishedDbContext> options) : RestrictedDbContext(options)
{
    protected override bool HasOffices => false;
}

/// <summary>What is published, and all of some offices.</summary>
internal sealed class OfficesDbContext(DbContextOptions<OfficesDbContext> options) : RestrictedDbContext(options)
{
    protected override bool HasOffices => true;
}

/// <summary>A project that is not published, or was not when it was removed.</summary>
internal sealed class DraftProject
{
    /// <param name="withOffices">Whether it matters whose it is.</param>
    public static string Sql(bool withOffices) =>
        withOffices
            ? """
                SELECT p.id, o.code AS office_code
                FROM projects p JOIN development_plans d ON d.id = p.plan_id JOIN offices o ON o.id = d.office_id
                WHERE p.status IN ('DRAFT', 'SUBMITTED')
                UNION ALL SELECT project_id, office_code FROM removed_drafts
                """
            : """
                SELECT p.id, '' AS office_code FROM projects p WHERE p.status IN ('DRAFT', 'SUBMITTED')
                UNION ALL SELECT project_id, '' FROM removed_drafts
                """;

    public Guid Id { get; init; }

    public string OfficeCode { get; init; } = "";
}
